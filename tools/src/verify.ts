/**
 * Every rule of this repository, one after the other: the command to run before a push, and what CI runs.
 * The command behind `pnpm verify`.
 * @module
 */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { checkExports } from './check-exports.ts'
import { checkLayers } from './check-layers.ts'
import { exampleFaults } from './examples/check.ts'
import { collectExamples } from './examples/collect.ts'
import { type Step, program, rule, runSteps } from './step.ts'
import { members, root } from './workspace.ts'

const tool = (name: string, ...parameters: string[]): ReturnType<typeof program> => program(join(root, 'node_modules/.bin', name), ...parameters)

const types = rule(async () => {
  const compiler = join(root, 'node_modules/typescript-7/bin/tsc')
  const faults: string[] = []
  for (const { folder } of members().filter((member) => existsSync(join(member.folder, 'tsconfig.json')) && existsSync(join(member.folder, 'src')))) {
    const { ok, output } = await program(process.execPath, compiler, '-p', folder)
    if (!ok) faults.push(`${relative(root, folder)}:\n${output.trim()}`)
  }
  return faults
})

const steps: readonly Step[] = [
  { name: 'build', run: () => tool('turbo', 'run', 'build', '--output-logs=errors-only'), help: 'the build of a package fails; run `pnpm build` in its folder.' },
  { name: 'lint', run: () => tool('oxlint'), help: 'mend what oxlint names; `pnpm fix` mends some of it.' },
  { name: 'types', run: types, help: 'mend the types, as source, of the packages named.' },
  { name: 'generated', run: () => program(process.execPath, join(root, 'tools/src/generate.ts'), '--check'), help: 'run `pnpm gen` and commit what it writes.' },
  { name: 'layers', run: rule(async () => checkLayers()), help: 'move the code to where it may import what it needs; the table is tools/src/layers.ts.' },
  { name: 'exports', run: rule(async () => checkExports()), help: 'mend package.json, or write the doc comment or example that is missing.' },
  { name: 'examples', run: rule(async () => exampleFaults(collectExamples())), help: 'mend the example; names it may use undeclared are in tools/src/examples/variables.ts.' },
  { name: 'tests', run: () => tool('vitest', 'run'), help: 'a test fails, or a size or type cost is over its ceiling (tools/src/ceilings).' },
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  process.stderr.write(`no step is called ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}\n`)
  process.exitCode = 64
} else {
  const passed = await runSteps(wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name)), (text) => void process.stdout.write(text))
  process.exitCode = passed ? 0 : 1
}
