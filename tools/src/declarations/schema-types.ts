import ts from 'typescript'

const inSchemaLibrary = (symbol: ts.Symbol | undefined): boolean => (symbol?.declarations ?? []).some((declaration) => /[\\/]node_modules[\\/]zod[\\/]/.test(declaration.getSourceFile().fileName))

/** Whether a type is that of a schema made with the builders. */
export const isSchema = (checker: ts.TypeChecker, type: ts.Type): boolean => checker.getPropertyOfType(type, '_zod') !== undefined && inSchemaLibrary(type.symbol ?? type.aliasSymbol)

/** Whether a type is that of a schema, or of plain objects and lists that hold some. */
export const holdsSchema = (checker: ts.TypeChecker, type: ts.Type, depth = 0): boolean => {
  if (isSchema(checker, type)) return true
  if (depth > 3 || (type.flags & ts.TypeFlags.Object) === 0 || type.getCallSignatures().length > 0) return false
  if (checker.isArrayType(type) || checker.isTupleType(type)) return checker.getTypeArguments(type as ts.TypeReference).some((element) => holdsSchema(checker, element, depth + 1))
  // Only what is written as an object literal: classes and interfaces say their types themselves.
  if (((type.symbol?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral) === 0) return false
  return type.getProperties().some((property) => holdsSchema(checker, checker.getTypeOfSymbol(property), depth + 1))
}

/** What goes into a schema and what comes out of it. */
export const sidesOf = (checker: ts.TypeChecker, schema: ts.Type): { readonly output: ts.Type; readonly input: ts.Type } => {
  const inner = checker.getPropertyOfType(schema, '_zod')
  const side = (name: string): ts.Type => {
    const property = inner === undefined ? undefined : checker.getPropertyOfType(checker.getTypeOfSymbol(inner), name)
    return property === undefined ? checker.getUnknownType() : checker.getTypeOfSymbol(property)
  }
  return { output: side('output'), input: side('input') }
}

/** The `z.output<typeof X>` or `z.input<typeof X>` that an interface is made from. */
export const schemaHeritage = (node: ts.InterfaceDeclaration): ts.ExpressionWithTypeArguments | undefined => {
  const [clause] = node.heritageClauses ?? []
  return clause?.types.find((type) => /^\w+\.(?:output|input|infer)$/.test(type.expression.getText()) && type.typeArguments?.length === 1)
}
