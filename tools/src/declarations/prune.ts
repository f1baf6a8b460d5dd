import { posix } from 'node:path'
import ts from 'typescript'
import { endOfModuleComment } from './tidy.ts'
import { type TextEdit, applyEdits } from './text-edits.ts'

/** Where a name of a file comes from: `name` undefined stands for the whole module. */
interface Origin {
  readonly file: string
  readonly name: string | undefined
}

interface Parsed {
  readonly file: ts.SourceFile
  readonly declared: Map<string, ts.Statement[]>
  /** Names that imports bring. */
  readonly imported: Map<string, Origin | undefined>
  /** What the file gives under which name. */
  readonly exported: Map<string, Origin>
  readonly kept: Set<ts.Node>
  readonly used: Set<string>
}

const declaredNames = (statement: ts.Statement): string[] => {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text]
  return []
}

const originOf = (path: string, specifier: ts.Expression | undefined, name: string | undefined): Origin | undefined => {
  if (specifier === undefined || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return undefined
  return { file: posix.normalize(posix.join(posix.dirname(path), specifier.text.replace(/\.js$/, '.d.ts'))), name }
}

const parse = (path: string, text: string): Parsed => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const parsed: Parsed = { file, declared: new Map(), imported: new Map(), exported: new Map(), kept: new Set(), used: new Set() }
  for (const statement of file.statements) {
    for (const name of declaredNames(statement)) parsed.declared.set(name, [...(parsed.declared.get(name) ?? []), statement])
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings
      if (statement.importClause?.name !== undefined) parsed.imported.set(statement.importClause.name.text, originOf(path, statement.moduleSpecifier, 'default'))
      if (bindings !== undefined && ts.isNamespaceImport(bindings)) parsed.imported.set(bindings.name.text, originOf(path, statement.moduleSpecifier, undefined))
      else for (const element of bindings?.elements ?? []) parsed.imported.set(element.name.text, originOf(path, statement.moduleSpecifier, (element.propertyName ?? element.name).text))
    } else if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined) {
      const clause = statement.exportClause
      if (ts.isNamespaceExport(clause)) parsed.exported.set(clause.name.text, originOf(path, statement.moduleSpecifier, undefined) ?? { file: '', name: undefined })
      else for (const element of clause.elements) {
        const name = (element.propertyName ?? element.name).text
        parsed.exported.set(element.name.text, statement.moduleSpecifier === undefined ? { file: path, name } : (originOf(path, statement.moduleSpecifier, name) ?? { file: '', name }))
      }
    }
  }
  return parsed
}

const isOnlyAName = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isQualifiedName(parent)) return parent.right === node
  return (ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent) || ts.isParameter(parent) || ts.isGetAccessor(parent) || ts.isSetAccessor(parent) || ts.isNamedTupleMember(parent)) && parent.name === node
}

/**
 * Leaves of a package's declaration files what a program can reach from its entries: helpers that no door leads to vanish,
 * and so do the files and imports that only they needed.
 */
export const prune = (texts: ReadonlyMap<string, string>, entries: readonly string[]): Map<string, string> => {
  const files = new Map([...texts].map(([path, text]) => [path, parse(path, text)]))

  const keep = (parsed: Parsed, statement: ts.Node): void => {
    if (parsed.kept.has(statement)) return
    parsed.kept.add(statement)
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && !isOnlyAName(node)) reachLocal(parsed, node.text)
      if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
        const origin = originOf(parsed.file.fileName, node.argument.literal as ts.Expression, node.qualifier?.getText().split('.')[0])
        if (origin !== undefined) reach(origin)
      }
      ts.forEachChild(node, visit)
    }
    ts.forEachChild(statement, visit)
  }
  const reachLocal = (parsed: Parsed, name: string): void => {
    for (const statement of parsed.declared.get(name) ?? []) keep(parsed, statement)
    if (!parsed.imported.has(name) || parsed.used.has(name)) return
    parsed.used.add(name)
    const origin = parsed.imported.get(name)
    if (origin !== undefined) reach(origin)
  }
  const reach = ({ file, name }: Origin): void => {
    const parsed = files.get(file)
    if (parsed === undefined) return
    if (name === undefined) {
      reachAll(parsed)
      return
    }
    if (parsed.exported.has(name)) reachExported(parsed, name)
    else reachLocal(parsed, name)
  }
  const reachExported = (parsed: Parsed, name: string): void => {
    const mark = `export ${name}`
    if (parsed.used.has(mark)) return
    parsed.used.add(mark)
    const origin = parsed.exported.get(name)
    if (origin?.file === parsed.file.fileName) reachLocal(parsed, origin.name as string)
    else if (origin !== undefined) reach(origin)
  }
  const reachAll = (parsed: Parsed): void => {
    for (const name of parsed.exported.keys()) reachExported(parsed, name)
    for (const statement of parsed.file.statements) if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) keep(parsed, statement)
  }
  for (const entry of entries) {
    const parsed = files.get(entry)
    if (parsed === undefined) throw new Error(`no declarations were made for the entry ${entry}`)
    reachAll(parsed)
  }

  const result = new Map<string, string>()
  for (const [path, parsed] of files) if (entries.includes(path) || parsed.kept.size > 0 || parsed.used.size > 0) result.set(path, print(parsed))
  return result
}

const print = (parsed: Parsed): string => {
  const { file, kept, used } = parsed
  const text = file.getFullText()
  const edits: TextEdit[] = []
  const head = endOfModuleComment(file)
  const drop = (statement: ts.Statement): void => void edits.push({ start: Math.max(statement.pos, head), end: statement.end, text: '' })
  const names = (statement: ts.Statement, elements: ts.NodeArray<ts.ImportSpecifier | ts.ExportSpecifier>, isUsed: (name: string) => boolean): void => {
    const left = elements.filter((element) => isUsed(element.name.text))
    if (left.length === 0) drop(statement)
    else if (left.length < elements.length) edits.push({ start: (elements[0] as ts.Node).getStart(), end: elements.end, text: left.map((element) => element.getText()).join(', ') })
  }
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings
      if (bindings !== undefined && ts.isNamedImports(bindings)) names(statement, bindings.elements, (name) => used.has(name))
      else if (statement.importClause === undefined || ![statement.importClause.name?.text, bindings?.name.text].some((name) => name !== undefined && used.has(name))) drop(statement)
    } else if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && !ts.isNamespaceExport(statement.exportClause)) {
      if (statement.exportClause.elements.length > 0) names(statement, statement.exportClause.elements, (name) => used.has(`export ${name}`))
      else if (kept.size > 0 || used.size > 0) drop(statement)
    } else if (declaredNames(statement).length > 0 && !kept.has(statement)) drop(statement)
  }
  return `${applyEdits(text, edits).trim()}\n`
}
