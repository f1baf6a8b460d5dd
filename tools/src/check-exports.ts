import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { Programs } from './declarations/program.ts'
import { schemaHeritage } from './declarations/schema-types.ts'
import { type Member, packages } from './workspace.ts'

/** What is wrong with the exports map of a built package, one sentence each. */
export const mapFaults = (member: Member): string[] => {
  const faults: string[] = []
  const say = (subpath: string, what: string): void => void faults.push(`${member.name} ${subpath}: ${what}`)
  for (const [subpath, target] of Object.entries(member.json.exports ?? {})) {
    if (typeof target === 'string') {
      if (!existsSync(join(member.folder, target))) say(subpath, `${target} is missing`)
      continue
    }
    const conditions = Object.keys(target)
    if (conditions.join() !== '@zonewright/source,types,default') say(subpath, `conditions must be @zonewright/source, types, default, in this order; they are ${conditions.join(', ')}`)
    for (const path of Object.values(target)) if (!existsSync(join(member.folder, path))) say(subpath, `${path} is missing; run \`pnpm build\``)
    const { types, default: code } = target
    if (types?.replace(/\.d\.ts$/, '') !== code?.replace(/\.js$/, '')) say(subpath, `types (${types}) must stand beside the code (${code})`)
    if (code !== undefined && existsSync(join(member.folder, code)) && /from\s*["']\.\.?\/[^"']+\.ts["']/.test(readFileSync(join(member.folder, code), 'utf8'))) say(subpath, `${code} imports source`)
  }
  if (member.json.exports?.['./package.json'] === undefined) say('./package.json', 'must be exported, tools ask for it')
  return faults
}

/** Whether a declaration's words stand elsewhere: an interface made from a schema has them on its fields and on the endpoint. */
const isFromSchema = (symbol: ts.Symbol): boolean => (symbol.declarations ?? []).some((declaration) => ts.isInterfaceDeclaration(declaration) && schemaHeritage(declaration) !== undefined)

const isFunction = (checker: ts.TypeChecker, symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.Function) !== 0 || ((symbol.flags & ts.SymbolFlags.Variable) !== 0 && checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0)

/** The public names of a package that lack words, one sentence each: a headline for all, an example for functions. */
export const undocumented = (member: Member): string[] => {
  const program = new Programs(member, true).over()
  const checker = program.getTypeChecker()
  const faults: string[] = []
  const seen = new Set<ts.Symbol>()
  const visit = (module: ts.Symbol, path: string): void => {
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (seen.has(symbol)) continue
      seen.add(symbol)
      const name = `${path}.${exported.name}`
      if (symbol.flags & ts.SymbolFlags.ValueModule) {
        visit(symbol, name)
        continue
      }
      // What other packages made is documented there.
      if (!(symbol.declarations ?? []).some((declaration) => declaration.getSourceFile().fileName.startsWith(`${member.folder}/src/`)) || isFromSchema(symbol)) continue
      if (symbol.getDocumentationComment(checker).length === 0) faults.push(`${name} has no doc comment`)
      if (isFunction(checker, symbol) && !symbol.getJsDocTags(checker).some((tag) => tag.name === 'example')) faults.push(`${name} is a function without an @example`)
    }
  }
  for (const entry of member.entries) {
    const file = program.getSourceFile(entry.source)
    const module = file === undefined ? undefined : checker.getSymbolAtLocation(file)
    if (module !== undefined) visit(module, entry.specifier)
  }
  return faults
}

/** Checks the maps and the words of every published package. */
export const checkExports = (): string[] => packages().flatMap((member) => [...mapFaults(member), ...(member.json.private === true ? [] : undocumented(member))])
