/** A query can't be read or answered; the words go into the answer. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  /** Where in the answer. */
  readonly path: readonly (string | number)[] | null
  constructor(message: string, path: readonly (string | number)[] | null = null) {
    super(message)
    this.path = path
  }
}

/** A field that is asked for. */
export interface Field {
  readonly name: string
  /** Its name in the answer. */
  readonly alias: string
  /** Arguments, variables filled in. */
  readonly arguments: Readonly<Record<string, unknown>>
  readonly fields: readonly Field[]
}

const tokenForm = /\s+|,|#[^\n]*|("(?:[^"\\\n]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|([{}()[\]:$!=])/y

const tokensOf = (text: string): readonly string[] => {
  const tokens: string[] = []
  tokenForm.lastIndex = 0
  while (tokenForm.lastIndex < text.length) {
    const at = tokenForm.lastIndex
    const found = tokenForm.exec(text)
    if (found === null) throw new QueryError(`error parsing query: unexpected ${JSON.stringify(text.slice(at, at + 10))}`)
    const token = found[1] ?? found[2] ?? found[3] ?? found[4]
    if (token !== undefined) tokens.push(token)
  }
  return tokens
}

const isName = (token: string | undefined): token is string => token !== undefined && /^[A-Za-z_]/.test(token)

/**
 * The fields of a query: selection sets, arguments, variables with their defaults, aliases. Fragments, directives and
 * several operations are not read; a query of analytics needs none.
 * @throws QueryError
 */
export const readQuery = (text: string, variables: Readonly<Record<string, unknown>> = {}): readonly Field[] => {
  const tokens = tokensOf(text)
  let at = 0
  const values: Record<string, unknown> = {}

  const fail = (wanted: string): never => {
    throw new QueryError(`error parsing query: expected ${wanted}, found ${tokens[at] ?? 'the end'}`)
  }
  const take = (token: string): void => {
    if (tokens[at] !== token) fail(token)
    at++
  }
  const name = (): string => {
    const token = tokens[at]
    if (!isName(token)) return fail('a name')
    at++
    return token
  }
  const value = (): unknown => {
    const token = tokens[at++]
    if (token === '$') {
      const variable = name()
      if (!(variable in values)) throw new QueryError(`error parsing query: variable $${variable} has no value`)
      return values[variable]
    }
    if (token === '[') {
      const list: unknown[] = []
      while (tokens[at] !== ']') {
        if (at >= tokens.length) fail(']')
        list.push(value())
      }
      at++
      return list
    }
    if (token === '{') return members('}')
    if (token === 'true' || token === 'false') return token === 'true'
    if (token === 'null') return null
    if (token === undefined || /^[})\]:!=(]$/.test(token)) {
      at--
      return fail('a value')
    }
    if (token.startsWith('"')) return JSON.parse(token) as string
    // A word without quotes is the value of an enumeration.
    return isName(token) ? token : Number(token)
  }
  const members = (end: string): Record<string, unknown> => {
    const found: Record<string, unknown> = {}
    while (tokens[at] !== end) {
      const member = name()
      take(':')
      found[member] = value()
    }
    at++
    return found
  }
  const selection = (): readonly Field[] => {
    take('{')
    const fields: Field[] = []
    while (tokens[at] !== '}') {
      const first = name()
      const aliased = tokens[at] === ':'
      if (aliased) at++
      const own = aliased ? name() : first
      if (tokens[at] === '(') at++
      else {
        fields.push({ name: own, alias: first, arguments: {}, fields: tokens[at] === '{' ? selection() : [] })
        continue
      }
      const given = members(')')
      fields.push({ name: own, alias: first, arguments: given, fields: tokens[at] === '{' ? selection() : [] })
    }
    at++
    if (fields.length === 0) throw new QueryError('error parsing query: a selection is empty')
    return fields
  }
  const skipType = (): void => {
    if (tokens[at] === '[') {
      at++
      skipType()
      take(']')
    } else name()
    if (tokens[at] === '!') at++
  }
  const variablesOf = (): void => {
    take('(')
    while (tokens[at] !== ')') {
      take('$')
      const variable = name()
      take(':')
      skipType()
      if (tokens[at] === '=') {
        at++
        values[variable] = value()
      }
      if (variables[variable] !== undefined) values[variable] = variables[variable]
    }
    at++
  }

  if (tokens[at] === 'mutation' || tokens[at] === 'subscription' || tokens[at] === 'fragment') throw new QueryError(`error parsing query: ${tokens[at]} is not supported`)
  if (tokens[at] === 'query') {
    at++
    if (isName(tokens[at])) at++
    if (tokens[at] === '(') variablesOf()
  }
  const fields = selection()
  if (at < tokens.length) fail('the end')
  return fields
}
