import ts from 'typescript'
import { Programs } from '../declarations/program.ts'
import { typeText } from '../declarations/type-text.ts'
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

/** A sentence as the second half of another: its first word is written small unless it is a name. */
const inSentence = (text: string): string => text.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase())

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
    const { symbol, group } = this.#find(source, path)
    const own = this.#textOf(symbol)
    const [summary, description] = splitSummary(group === undefined ? own : `${own}: ${inSentence(this.#textOf(group))}`)
    const examples = (group ?? symbol).getJsDocTags(this.#checker).filter(({ name }) => name === 'example').map(({ text }) => plain(text))
    const type = this.#checker.getTypeOfSymbol(symbol)
    const [input, result] = this.#checker.getTypeArguments(type as ts.TypeReference)
    const fields = new Map<string, string>()
    for (const property of input === undefined ? [] : this.#checker.getPropertiesOfType(input)) fields.set(property.name, inOneLine(this.#textOf(property)))
    return { summary, description, example: examples.find((text) => group === undefined || text.includes(`.${symbol.name}(`)) ?? '', result: result === undefined ? 'Bytes' : typeText(this.#checker, result), fields }
  }

  #textOf(symbol: ts.Symbol): string {
    return plain(symbol.getDocumentationComment(this.#checker))
  }

  /** The symbol of an endpoint, and that of the object whose property it is, where it is one. */
  #find(source: string, path: readonly string[]): { readonly symbol: ts.Symbol; readonly group?: ts.Symbol } {
    const file = this.#program.getSourceFile(source)
    let symbol = file === undefined ? undefined : this.#checker.getSymbolAtLocation(file)
    let group: ts.Symbol | undefined
    for (const name of path) {
      if (symbol === undefined) break
      if ((symbol.flags & ts.SymbolFlags.Variable) !== 0) {
        group = symbol
        symbol = this.#checker.getTypeOfSymbol(symbol).getProperty(name)
        continue
      }
      const next: ts.Symbol | undefined = this.#checker.getExportsOfModule(symbol).find((exported) => exported.name === name)
      symbol = next !== undefined && (next.flags & ts.SymbolFlags.Alias) !== 0 ? this.#checker.getAliasedSymbol(next) : next
    }
    if (symbol === undefined) throw new Error(`${source} has no ${path.join('.')}`)
    return { symbol, ...(group === undefined ? {} : { group }) }
  }
}
