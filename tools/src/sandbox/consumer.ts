import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Member, readMember, root } from '../workspace.ts'
import { TemporaryFolder } from './temporary.ts'

/** Fails with what to do when a package has not been built. */
export const requireBuilt = (member: Member): void => {
  for (const { code, types } of member.entries) if (!existsSync(code) || !existsSync(types)) throw new Error(`${member.name} is not built (${existsSync(code) ? types : code} is missing): run \`pnpm build\` first`)
}

/** Puts a package into a program's folder as a registry would: package.json and what `files` names. */
export const installPublished = (folder: string, member: Member): void => {
  requireBuilt(member)
  const target = join(folder, 'node_modules', member.name)
  mkdirSync(target, { recursive: true })
  for (const path of ['package.json', ...(member.json.files ?? [])]) if (existsSync(join(member.folder, path))) cpSync(join(member.folder, path), join(target, path), { recursive: true })
}

const settings = {
  compilerOptions: { target: 'es2023', lib: ['es2023'], module: 'nodenext', moduleResolution: 'nodenext', strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true, skipLibCheck: false, types: ['node'] },
  include: ['*.ts'],
}

/** A program outside the workspace that has only what a registry gives it, and Node's types; no schema library. `compilerOptions` go over the usual ones. */
export const consumer = (packages: readonly string[], files: Readonly<Record<string, string>>, compilerOptions: Readonly<Record<string, unknown>> = {}): TemporaryFolder => {
  const tsconfig = { ...settings, compilerOptions: { ...settings.compilerOptions, ...compilerOptions } }
  const folder = new TemporaryFolder({ 'package.json': '{ "type": "module" }', 'tsconfig.json': JSON.stringify(tsconfig), ...files })
  for (const name of packages) installPublished(folder.path, readMember(join(root, 'packages', name)))
  mkdirSync(join(folder.path, 'node_modules/@types'), { recursive: true })
  symlinkSync(join(root, 'node_modules/@types/node'), join(folder.path, 'node_modules/@types/node'))
  return folder
}

/** The two compilers that users have. */
export type Compiler = 'typescript' | 'typescript-7'

/** The command that checks a folder with a tsconfig.json. */
export const compilerCommand = (compiler: Compiler, folder: string): readonly [string, ...string[]] => [process.execPath, join(root, 'node_modules', compiler, compiler === 'typescript' ? 'lib/tsc.js' : 'bin/tsc'), '-p', folder]

/** Runs one of the two compilers over a folder with a tsconfig.json and gives what it prints. */
export const compile = (version: Compiler, folder: string, ...more: string[]): { readonly status: number | null; readonly output: string } => {
  const [command, ...input] = compilerCommand(version, folder)
  const outcome = spawnSync(command, [...input, ...more], { encoding: 'utf8' })
  return { status: outcome.status, output: outcome.stdout + outcome.stderr }
}
