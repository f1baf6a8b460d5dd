import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { forTests, layerOf } from './layers.ts'
import { type Member, filesBelow, members, packages, root } from './workspace.ts'

const mostLines = 400

/** One source file of a member. */
export interface SourceText {
  readonly member: Pick<Member, 'name' | 'folder' | 'json'>
  /** Absolute path. */
  readonly path: string
  readonly text: string
}

const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

/** Tests, the cases that they go through, and the folders of what only tests use. */
const isTest = (path: string): boolean => /\.(?:test|cases)\.ts$|\/src\/(?:.+\/)?(?:test-kit|testing)\//.test(path)

const importFault = (file: SourceText, specifier: string): string | undefined => {
  const { member, path } = file
  if (specifier.startsWith('.')) {
    const target = resolve(dirname(path), specifier)
    if (isTest(target) && !isTest(path)) return 'is for tests only'
    return target.startsWith(`${member.folder}/`) || !member.folder.startsWith(join(root, 'packages')) ? undefined : 'leads out of the package; import the neighbour by its name'
  }
  const name = packageOf(specifier)
  const short = name.replace(/^@zonewright\//, '')
  const layer = member.folder.startsWith(join(root, 'packages')) ? layerOf(member.name.replace(/^@zonewright\//, '')) : undefined
  if (name.startsWith('@zonewright/')) {
    if (name === member.name || layer === undefined) return undefined
    if (short === 'testing' && !isTest(path)) return 'is for tests only'
    if (layer.neighbours.includes(short) || (isTest(path) && forTests.includes(short))) return undefined
    return `is not below ${member.name}, which may import ${layer.neighbours.join(', ') || 'no neighbour'} (tools/src/layers.ts)`
  }
  if (isTest(path)) return undefined
  if (specifier.startsWith('node:')) {
    if (layer === undefined || layer.node?.some((allowed) => relative(join(member.folder, 'src'), path).startsWith(allowed)) === true) return undefined
    return 'ties the package to Node; only the files named in tools/src/layers.ts may'
  }
  if (layer === undefined) return name in { ...member.json.dependencies, ...member.json.devDependencies } || name === 'vitest' ? undefined : 'is not among the dependencies of its package.json'
  return layer.external?.includes(name) === true ? undefined : 'is a dependency that this package must not have'
}

/** What is wrong with a file, one sentence each. */
export const layerFaults = (file: SourceText): string[] => {
  const where = relative(root, file.path)
  const faults: string[] = []
  // Every import, dynamic ones and those of types alike.
  for (const { fileName } of ts.preProcessFile(file.text, true, true).importedFiles) {
    const fault = importFault(file, fileName)
    if (fault !== undefined) faults.push(`${where}: ${fileName} ${fault}`)
  }
  if (/^export \* from/m.test(file.text)) faults.push(`${where}: \`export * from\` hides what is public; name it`)
  const lines = file.text.split('\n').length - 1
  if (lines > mostLines) faults.push(`${where}: ${lines} lines, at most ${mostLines}: one concept, one file`)
  return faults
}

/** Whether every package has a place in the table. */
export const unplaced = (): string[] => packages().map(({ name }) => name).filter((name) => layerOf(name.replace(/^@zonewright\//, '')) === undefined).map((name) => `${name} has no place in tools/src/layers.ts`)

/** Checks every source file of the workspace. */
export const checkLayers = (): string[] => [
  ...unplaced(),
  ...members().flatMap((member) => filesBelow(join(member.folder, 'src'), '.ts').flatMap((path) => layerFaults({ member, path, text: readFileSync(path, 'utf8') }))),
]
