import ts from 'typescript'
import { docCommentOf } from './doc-comment.ts'
import type { Names } from './names.ts'
import { holdsSchema, isSchema, schemaHeritage } from './schema-types.ts'
import { type TextEdit, applyEdits } from './text-edits.ts'
import { TypeWriter } from './write-type.ts'

const isExported = (node: ts.Node): boolean => ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)

/** Whether a file makes the builders themselves: it alone may speak of the schema library. */
export const isSchemaDoor = (file: ts.SourceFile): boolean => file.statements.some((statement) => (ts.isExportDeclaration(statement)) && statement.moduleSpecifier !== undefined && ts.isStringLiteral(statement.moduleSpecifier) && /^zod(?:\/|$)/.test(statement.moduleSpecifier.text))

/**
 * The source of a file in which interfaces made from schemas have their members written out,
 * and schemas are opaque values. What the compiler then emits says nothing of the schema library.
 */
export const writeOut = (checker: ts.TypeChecker, names: Names, file: ts.SourceFile): string => {
  if (isSchemaDoor(file)) return file.text
  const writer = new TypeWriter(checker, names, file)
  const edits: TextEdit[] = []
  const outputs = new Map<string, string>()
  const comments = new Map(file.statements.filter((statement) => ts.isVariableStatement(statement)).flatMap((statement) => statement.declarationList.declarations.map((declaration) => [declaration.name.getText(), docCommentOf(statement)] as const)))

  for (const node of file.statements) {
    if (ts.isInterfaceDeclaration(node)) {
      const heritage = schemaHeritage(node)
      if (heritage === undefined) continue
      outputs.set(node.name.text, heritage.expression.getText())
      const others = node.heritageClauses?.[0]?.types.filter((type) => type !== heritage) ?? []
      const own = node.members.map((member) => `  ${member.getFullText().trim()}\n`).join('')
      const members = writer.members(checker.getTypeAtLocation(heritage), '  ')
      // The words stand above the schema; the interface is what editors and the reference show.
      const comment = docCommentOf(node) === undefined ? comments.get(node.name.text) : undefined
      if (comment !== undefined) edits.push({ start: node.getStart(), end: node.getStart(), text: `${comment}\n` })
      edits.push({ start: node.name.end, end: node.end, text: `${others.length > 0 ? ` extends ${others.map((type) => type.getText()).join(', ')}` : ''} {\n${members}${own}}` })
    } else if (ts.isTypeAliasDeclaration(node) && /\b\w+\.(?:output|input|infer)</.test(node.type.getText())) {
      if (node.typeParameters === undefined) edits.push({ start: node.type.getStart(), end: node.type.end, text: writer.written(node) })
    }
  }

  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const declaration of statement.declarationList.declarations) {
      if (declaration.type !== undefined || !ts.isIdentifier(declaration.name) || declaration.initializer === undefined || ts.isArrowFunction(declaration.initializer)) continue
      const type = checker.getTypeAtLocation(declaration.name)
      if (!holdsSchema(checker, type)) continue
      const { text: name } = declaration.name
      const text = isSchema(checker, type) ? (isExported(statement) ? writer.schema(type, '', outputs.has(name) ? name : undefined) : "import('@zonewright/core').Schema") : isExported(statement) ? writer.write(type) : undefined
      if (text !== undefined) edits.push({ start: declaration.name.end, end: declaration.end, text: `: ${text} = undefined as never` })
    }
  }
  return applyEdits(file.text, edits)
}
