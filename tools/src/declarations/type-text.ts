import ts from 'typescript'

const byValue = (one: string, other: string): number => (Number.isNaN(Number(one) - Number(other)) ? (one < other ? -1 : 1) : Number(one) - Number(other))

/** A type in words, whole, and the same in every program: the order of a union's members is otherwise that in which the compiler met them. */
export const typeText = (checker: ts.TypeChecker, type: ts.Type): string =>
  checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope).replaceAll(/(?:"[^"]*"|[\w.-]+)(?: \| (?:"[^"]*"|[\w.-]+))+/g, (union) => union.split(' | ').toSorted(byValue).join(' | '))
