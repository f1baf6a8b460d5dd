import ts from 'typescript'
import { Programs } from '../declarations/program.ts'
import type { Member } from '../workspace.ts'

/** The words about one endpoint. */
export interface EndpointProse {
  readonly summary: string
  readonly description: string
  readonly example: string
  /** Name of the type of the result or item. */
  readonly result: string
  /** Description of each input. */
  readonly fields: ReadonlyMap<string, string>
}

const plain = (parts: readonly ts.SymbolDisplayPart[] | undefined): string =>
  ts
    .displayPartsToString([...(parts ?? [])])
    .replaceAll(/\{@link(?:code|plain)?\s+([^}|\s]+)\s*\}/g, '$1')
    .trim()

const inOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ')

/** Splits documentation after its first sentence. */
export const splitSummary = (text: string): readonly [summary: string, rest: string] => {
  const line = inOneLine(text)
  const end = /[.!?](?=\s+[\p{Lu}`"'(])/u.exec(line)
  return end === null ? [line, ''] : [line.slice(0, end.index + 1), line.slice(end.index + 1).trim()]
}

/** Reads the words that stand above declarations, by the compiler. */
export class Prose {
  readonly #checker: ts.TypeChecker
  readonly #program: ts.Program

  constructor(member: Member) {
    this.#program = new Programs(member, true).over()
    this.#checker = this.#program.getTypeChecker()
  }

  /** The words about the endpoint that a source file exports under a path of names. */
  of(source: string, path: readonly string[]): EndpointProse {
    const symbol = this.#find(source, path)
    const [summary, description] = splitSummary(plain(symbol.getDocumentationComment(this.#checker)))
    const example = symbol.getJsDocTags(this.#checker).find(({ name }) => name === 'example')
    const type = this.#checker.getTypeOfSymbol(symbol)
    const [input, result] = this.#checker.getTypeArguments(type as ts.TypeReference)
    const fields = new Map<string, string>()
    for (const property of input === undefined ? [] : this.#checker.getPropertiesOfType(input)) fields.set(property.name, inOneLine(plain(property.getDocumentationComment(this.#checker))))
    return { summary, description, example: plain(example?.text), result: result === undefined ? 'Bytes' : this.#checker.typeToString(result), fields }
  }

  #find(source: string, path: readonly string[]): ts.Symbol {
    const file = this.#program.getSourceFile(source)
    let symbol = file === undefined ? undefined : this.#checker.getSymbolAtLocation(file)
    for (const name of path) {
      const next: ts.Symbol | undefined = symbol === undefined ? undefined : this.#checker.getExportsOfModule(symbol).find((exported) => exported.name === name)
      symbol = next !== undefined && (next.flags & ts.SymbolFlags.Alias) !== 0 ? this.#checker.getAliasedSymbol(next) : next
    }
    if (symbol === undefined) throw new Error(`${source} has no ${path.join('.')}`)
    return symbol
  }
}
