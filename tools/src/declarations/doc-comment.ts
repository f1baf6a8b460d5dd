import ts from 'typescript'

/** The doc comment that stands before a node, as it is written, or undefined. */
export const docCommentOf = (node: ts.Node): string | undefined => {
  const text = node.getSourceFile().text
  const ranges = ts.getLeadingCommentRanges(text, node.pos) ?? []
  const last = ranges.findLast((range) => text.startsWith('/**', range.pos))
  return last === undefined ? undefined : text.slice(last.pos, last.end)
}

/** A doc comment set to an indentation. */
export const indented = (comment: string, indent: string): string =>
  comment
    .split('\n')
    .map((line, index) => indent + (index === 0 ? line.trim() : ` ${line.trim()}`))
    .join('\n')

/** The doc comment of a property, found where the property was declared, however its type was computed. */
export const docCommentOfProperty = (property: ts.Symbol): string | undefined => {
  for (const declaration of property.declarations ?? []) {
    const comment = docCommentOf(declaration)
    if (comment !== undefined) return comment
  }
  return undefined
}
