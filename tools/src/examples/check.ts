import { join, relative } from 'node:path'
import ts from 'typescript'
import { optionsOf } from '../declarations/program.ts'
import { packages, root } from '../workspace.ts'
import type { Example } from './collect.ts'
import { variables } from './variables.ts'

/** Names that each source file gives, by the file. */
type ExportsOf = (source: string) => ReadonlySet<string>

const identifiersIn = (file: ts.SourceFile): Set<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)) names.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

const declaredIn = (file: ts.SourceFile): Set<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

/** Node's own functions that examples use. */
const ofNode: Readonly<Record<string, string>> = { readFile: 'node:fs/promises', writeFile: 'node:fs/promises', readFileSync: 'node:fs', createReadStream: 'node:fs' }

const isModuleItem = (statement: ts.Statement): boolean => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) || (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true)

/** A way to the names of one file. */
export interface Place {
  /** What to import from. */
  readonly specifier: string
  readonly source: string
  /** Whether it belongs to the example's own package. */
  readonly own: boolean
}

/**
 * The text of a module around an example. What the example uses and does not declare comes from the file it stands in,
 * else from the table of variables for its package, else from its package, the variables for all, and the neighbours.
 */
export const moduleAround = (example: Example, places: readonly Place[], exportsOf: ExportsOf): string => {
  const file = ts.createSourceFile('example.ts', example.text, ts.ScriptTarget.Latest, true)
  const declared = declaredIn(file)
  const imported = (name: string, from: readonly Place[]): string | undefined => {
    const place = from.find(({ source }) => exportsOf(source).has(name))
    return place === undefined ? undefined : `import { ${name} } from '${place.specifier}'`
  }
  const own = places.filter((place) => place.own)
  // Old APIs name their modules as v4 does; an example that is not theirs means those of v4.
  const isV4 = ({ specifier }: Place): number => (specifier.startsWith('@zonewright/v4') ? 0 : 1)
  const neighbours = places.filter((place) => !place.own).toSorted((one, other) => isV4(one) - isV4(other))
  const head: string[] = []
  for (const name of identifiersIn(file)) {
    if (declared.has(name)) continue
    const line =
      name === 'cf' && variables[example.member.name]?.[name] === undefined
        ? `declare const cf: import('@zonewright/core').Bound<typeof import('${example.member.json.private === true ? example.file : '@zonewright/v4'}')>`
        : (imported(name, [{ specifier: example.file, source: example.file, own: true }]) ?? variables[example.member.name]?.[name] ?? imported(name, own) ?? variables['all']?.[name] ?? imported(name, neighbours) ?? (ofNode[name] === undefined ? undefined : `import { ${name} } from '${ofNode[name]}'`))
    if (line !== undefined) head.push(line)
  }
  const body = file.statements.some(isModuleItem) ? example.text : `export const example = async () => {\n${example.text}\n}`
  return `${head.join('; ')}; export {}\n${body}\n`
}

/** Both have names of API v4, too; a reader takes those for API v4's, as `cf` is. */
const olderApis: ReadonlySet<string> = new Set(['@zonewright/legacy-client', '@zonewright/host-gw'])

/** What is wrong with examples, one sentence each: every one of them is checked. */
export const exampleFaults = (examples: readonly Example[]): string[] => {
  const entries = packages().toSorted((one, other) => Number(olderApis.has(one.name)) - Number(olderApis.has(other.name))).flatMap((member) => member.entries)
  const { outDir: _, rootDir: __, ...base } = optionsOf(join(root, 'tools'))
  const options: ts.CompilerOptions = { ...base, noEmit: true, declaration: false, emitDeclarationOnly: false, verbatimModuleSyntax: false, paths: Object.fromEntries(entries.map(({ specifier, source }) => [specifier, [source]])) }

  const read = ts.createProgram([...new Set([...entries.map(({ source }) => source), ...examples.map(({ file }) => file)])], options)
  const names = new Map<string, ReadonlySet<string>>()
  const exportsOf: ExportsOf = (source) => {
    const known = names.get(source)
    if (known !== undefined) return known
    const file = read.getSourceFile(source)
    const module = file === undefined ? undefined : read.getTypeChecker().getSymbolAtLocation(file)
    const found = new Set(module === undefined ? [] : read.getTypeChecker().getExportsOfModule(module).map(({ name }) => name))
    names.set(source, found)
    return found
  }

  const texts = new Map(examples.map((example, index) => {
    const places = entries.map(({ specifier, source }) => ({ specifier, source, own: source.startsWith(`${example.member.folder}/`) }))
    return [join(root, 'tools/src/examples', `example-${index}.ts`), moduleAround(example, places, exportsOf)] as const
  }))
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, version) => {
      const text = texts.get(path)
      return text === undefined ? (read.getSourceFile(path) ?? host.getSourceFile(path, version)) : ts.createSourceFile(path, text, version)
    },
  })
  return [...texts.keys()].flatMap((path, index) => {
    const file = program.getSourceFile(path)
    const example = examples[index]
    if (file === undefined || example === undefined) return []
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText }) => `${relative(root, example.file)}:${example.line}: the example does not type-check: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  })
}
