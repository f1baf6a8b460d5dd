import { type Compiler, compile } from '../sandbox/consumer.ts'

/** What a compiler says a program cost; the counts are the same on every machine, seconds and memory are not. */
export interface CompilerCost {
  readonly files: number
  readonly types: number
  readonly instantiations: number
  readonly megabytes: number
  readonly seconds: number
}

const read = (output: string, name: string): number => {
  const found = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output)?.[1]
  if (found === undefined) throw new Error(`the compiler does not say "${name}":\n${output}`)
  return Number(found)
}

/** Type-checks the program in a folder and gives its cost. @throws Error when it has type errors */
export const compilerCost = (version: Compiler, folder: string): CompilerCost => {
  // Several threads of version 7 each instantiate for themselves: one thread makes the counts repeatable.
  const { status, output } = compile(version, folder, '--extendedDiagnostics', ...(version === 'typescript-7' ? ['--singleThreaded'] : []))
  if (status !== 0) throw new Error(output)
  return { files: read(output, 'Files'), types: read(output, 'Types'), instantiations: read(output, 'Instantiations'), megabytes: Math.round(read(output, 'Memory used') / 1024), seconds: read(output, 'Total time') }
}

/** What a program costs more than an empty one. */
export const over = (cost: CompilerCost, empty: CompilerCost): CompilerCost => ({
  files: cost.files - empty.files,
  types: cost.types - empty.types,
  instantiations: cost.instantiations - empty.instantiations,
  megabytes: cost.megabytes - empty.megabytes,
  seconds: Math.round((cost.seconds - empty.seconds) * 100) / 100,
})
