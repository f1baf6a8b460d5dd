import ts from 'typescript'
import { type TextEdit, applyEdits } from './text-edits.ts'

/** A relative specifier of a source file as that of the built one. */
export const builtSpecifier = (specifier: string): string => (specifier.startsWith('.') ? specifier.replace(/\.ts$/, '.js') : specifier)

const importsOf = (file: ts.SourceFile): ts.ImportDeclaration[] => file.statements.filter((statement) => ts.isImportDeclaration(statement))

const namedBindings = (statement: ts.ImportDeclaration): ts.NamedImports | undefined => {
  const bindings = statement.importClause?.namedBindings
  return bindings !== undefined && ts.isNamedImports(bindings) ? bindings : undefined
}

const namesIn = (file: ts.SourceFile): Map<string, string> => {
  const names = new Map<string, string>()
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = (statement.moduleSpecifier as ts.StringLiteral).text
      for (const element of namedBindings(statement)?.elements ?? []) names.set(element.name.text, `${from}#${(element.propertyName ?? element.name).text}`)
      const bindings = statement.importClause?.namedBindings
      if (bindings !== undefined && ts.isNamespaceImport(bindings)) names.set(bindings.name.text, from)
    } else if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) names.set(name.getText(), 'here')
    else if ((ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) && statement.name !== undefined) names.set(statement.name.text, 'here')
  }
  return names
}

/**
 * Makes an emitted declaration file readable: specifiers lead to built files, and types that the compiler
 * refers to as `import("x").Name` are imported by name where the name is free.
 */
export const tidy = (name: string, text: string): string => {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const names = namesIn(file)
  const wanted = new Map<string, Set<string>>()
  const edits: TextEdit[] = []

  const visit = (node: ts.Node): void => {
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      const from = node.argument.literal.text
      const { qualifier } = node
      if (qualifier !== undefined && ts.isIdentifier(qualifier) && !node.isTypeOf && (names.get(qualifier.text) ?? `${from}#${qualifier.text}`) === `${from}#${qualifier.text}`) {
        if (!names.has(qualifier.text)) {
          names.set(qualifier.text, `${from}#${qualifier.text}`)
          wanted.set(from, (wanted.get(from) ?? new Set()).add(qualifier.text))
        }
        edits.push({ start: node.getStart(), end: qualifier.end, text: qualifier.text })
      } else edits.push({ start: node.argument.getStart(), end: node.argument.end, text: `'${builtSpecifier(from)}'` })
    } else if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      edits.push({ start: node.moduleSpecifier.getStart(), end: node.moduleSpecifier.end, text: `'${builtSpecifier(node.moduleSpecifier.text)}'` })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)

  const imports = importsOf(file)
  const added: string[] = []
  for (const [from, missing] of wanted) {
    const known = imports.find((statement) => (statement.moduleSpecifier as ts.StringLiteral).text === from && namedBindings(statement) !== undefined)
    const last = known === undefined ? undefined : namedBindings(known)?.elements.at(-1)
    const modifier = known?.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? '' : 'type '
    if (last === undefined) added.push(`import type { ${[...missing].toSorted().join(', ')} } from '${builtSpecifier(from)}';\n`)
    else edits.push({ start: last.end, end: last.end, text: [...missing].toSorted().map((one) => `, ${modifier}${one}`).join('') })
  }
  const start = imports[0]?.getStart() ?? endOfModuleComment(file)
  edits.push({ start, end: start, text: added.join('') })
  return applyEdits(text, edits)
}

/** The end of the comment that is about the whole file. */
export const endOfModuleComment = (file: ts.SourceFile): number => {
  const [first] = ts.getLeadingCommentRanges(file.text, 0) ?? []
  return first !== undefined && file.text.slice(first.pos, first.end).includes('@module') ? first.end + 1 : 0
}
