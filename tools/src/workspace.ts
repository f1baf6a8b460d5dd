import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the whole workspace. */
export const root: string = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The condition under which a package's exports lead to its source. */
export const sourceCondition = '@zonewright/source'

/** The parts of a package.json that the rules read. */
export interface PackageJson {
  readonly name: string
  readonly private?: boolean
  readonly description?: string
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly files?: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** One way into a package. */
export interface Entry {
  /** What a program imports, such as `@zonewright/v4/dns`. */
  readonly specifier: string
  /** Key in the exports map, such as `./dns`. */
  readonly subpath: string
  /** Absolute path of the source. */
  readonly source: string
  /** Absolute paths of the built files. */
  readonly types: string
  readonly code: string
}

/** A member of the workspace. */
export interface Member {
  readonly name: string
  readonly folder: string
  readonly json: PackageJson
  readonly entries: readonly Entry[]
}

/** Reads the package in a folder; entries are those exports that lead to source. */
export const readMember = (folder: string): Member => {
  const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson
  const entries: Entry[] = []
  for (const [subpath, target] of Object.entries(json.exports ?? {})) {
    if (typeof target === 'string') continue
    const { [sourceCondition]: source, types, default: code } = target
    if (source === undefined || types === undefined || code === undefined) continue
    entries.push({ specifier: json.name + subpath.slice(1), subpath, source: join(folder, source), types: join(folder, types), code: join(folder, code) })
  }
  return { name: json.name, folder, json, entries }
}

const membersIn = (folder: string): Member[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, folder, entry.name, 'package.json')))
    .map((entry) => readMember(join(root, folder, entry.name)))
    .sort((one, other) => one.name.localeCompare(other.name))

/** The libraries. */
export const packages = (): Member[] => membersIn('packages')

/** Everything that has a package.json: libraries, apps, examples, tools and benches. */
export const members = (): Member[] => [...packages(), ...membersIn('apps'), ...membersIn('apps/examples'), ...['tools', 'bench'].map((folder) => readMember(join(root, folder)))]

/** The files below a folder whose names end as told, in order, without those of dependencies and builds. */
export const filesBelow = (folder: string, ends: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist' && !entry.name.startsWith('.'))
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name), ends) : entry.name.endsWith(ends) ? [join(folder, entry.name)] : []))
    : []

/** Every file below a folder. */
export const allFilesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
