import { dirname, relative } from 'node:path'
import ts from 'typescript'
import { isSchema, schemaHeritage, sidesOf } from './schema-types.ts'

/** Finds the names under which types can be written in a file. */
export class Names {
  readonly #checker: ts.TypeChecker
  readonly #byType = new Map<ts.Type, ts.Symbol | 'several'>()
  readonly #byField = new Map<ts.Declaration, { readonly symbol: ts.Symbol; readonly type: ts.Type }[]>()
  readonly #folder: string
  readonly #doors: ReadonlyMap<string, ts.SourceFile>

  /**
   * @param folder - the package's own source
   * @param doors - entries of neighbouring packages by what a program imports; those whose types need the schema library are left out
   */
  constructor(checker: ts.TypeChecker, folder: string, files: readonly ts.SourceFile[], doors: ReadonlyMap<string, ts.SourceFile>) {
    this.#checker = checker
    this.#folder = folder
    this.#doors = doors
    for (const file of files) for (const statement of file.statements) if (ts.isInterfaceDeclaration(statement)) this.#learn(statement)
  }

  /** How to write a named type in a file, or undefined when it has no name there and its members must be written out. */
  of(type: ts.Type, file: ts.SourceFile): string | undefined {
    const made = this.#byType.get(type)
    if (made === 'several') return undefined
    const known = made ?? this.#bySameFields(type)
    if (known !== undefined) return this.#written(known, file)
    const symbol = type.aliasSymbol ?? type.symbol
    if (symbol === undefined || isSchema(this.#checker, type)) return undefined
    const named = symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Enum)
    // An alias with arguments, such as `Record<…>`, says less than what it stands for.
    return named === 0 || (type.aliasSymbol !== undefined && type.aliasTypeArguments !== undefined) ? undefined : this.#written(symbol, file)
  }

  /** The interface whose fields are declared in the very same places: a type that contains itself is made anew inside itself. */
  #bySameFields(type: ts.Type): ts.Symbol | undefined {
    const [first] = (type.flags & ts.TypeFlags.Object) === 0 ? [] : type.getProperties()
    const place = first?.declarations?.[0]
    const candidates = place === undefined ? [] : (this.#byField.get(place) ?? [])
    const matching = candidates.filter((candidate) => candidate.type.getProperties().length === type.getProperties().length && this.#checker.isTypeAssignableTo(type, candidate.type) && this.#checker.isTypeAssignableTo(candidate.type, type))
    return matching.length === 1 ? matching[0]?.symbol : undefined
  }

  #learn(statement: ts.InterfaceDeclaration): void {
    const heritage = schemaHeritage(statement)
    const symbol = this.#checker.getSymbolAtLocation(statement.name)
    if (heritage === undefined || symbol === undefined) return
    const named = this.#checker.getTypeAtLocation(heritage)
    const place = named.getProperties()[0]?.declarations?.[0]
    if (place !== undefined) this.#byField.set(place, [...(this.#byField.get(place) ?? []), { symbol, type: named }])
    // What comes out of a schema is most often what goes in: then one name does for both.
    const { output, input } = sidesOf(this.#checker, this.#checker.getTypeAtLocation(heritage.typeArguments?.[0] as ts.TypeNode))
    const same = this.#checker.isTypeAssignableTo(input, output) && this.#checker.isTypeAssignableTo(output, input)
    for (const type of new Set(same ? [named, output, input] : [named])) this.#byType.set(type, this.#byType.has(type) ? 'several' : symbol)
  }

  #written(symbol: ts.Symbol, file: ts.SourceFile): string | undefined {
    const home = symbol.declarations?.[0]?.getSourceFile()
    if (home === undefined) return undefined
    if (home === file) return symbol.name
    if (home.hasNoDefaultLib || /[\\/]typescript[\\/]lib[\\/]lib\./.test(home.fileName) || /[\\/]@types[\\/]node[\\/]/.test(home.fileName)) return symbol.name
    if (home.fileName.startsWith(`${this.#folder}/`)) {
      if (!this.#exports(home).includes(symbol)) return undefined
      const path = relative(dirname(file.fileName), home.fileName)
      return `import('${path.startsWith('.') ? path : `./${path}`}').${symbol.name}`
    }
    for (const [specifier, door] of this.#doors) if (this.#exports(door).includes(symbol)) return `import('${specifier}').${symbol.name}`
    return undefined
  }

  #exports(file: ts.SourceFile): ts.Symbol[] {
    const module = this.#checker.getSymbolAtLocation(file)
    const found = module === undefined ? [] : this.#checker.getExportsOfModule(module)
    return found.map((symbol) => ((symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.#checker.getAliasedSymbol(symbol)))
  }
}
