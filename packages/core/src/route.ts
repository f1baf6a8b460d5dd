/** A route taken apart once, when it is declared. */
export interface Route {
  readonly method: string
  /** Path template, such as `/zones/{zone_id}/dns_records`; an action's name in a form-POST API. */
  readonly path: string
  /** Names in braces, in order. */
  readonly parameters: readonly string[]
  /** The template's literal parts, around the parameters. */
  readonly literals: readonly string[]
}

const template = /\{([^{}/]+)\}/g

/**
 * Takes `'POST /zones/{zone_id}/dns_records'` apart; a route without a method gets the protocol's.
 * @example parseRoute('GET /zones/{zone_id}').parameters // ['zone_id']
 */
export const parseRoute = (route: string, defaultMethod = 'POST'): Route => {
  const space = route.indexOf(' ')
  const method = space < 0 ? defaultMethod : route.slice(0, space)
  const path = space < 0 ? route : route.slice(space + 1)
  const parts = path.split(template)
  return { method, path, parameters: parts.filter((_, index) => index % 2 === 1), literals: parts.filter((_, index) => index % 2 === 0) }
}

/**
 * The path with its parameters filled in and encoded. The client refuses empty values, `.`, `..` and undeclared slashes before.
 * @param plainSlashes Slashes in values stay as they are.
 * @example fillPath(parseRoute('GET /zones/{zone_id}'), { zone_id: 'a b' }) // '/zones/a%20b'
 */
export const fillPath = (route: Route, input: Readonly<Record<string, unknown>>, plainSlashes = false): string => {
  const encoded = (value: unknown): string => (plainSlashes ? encodeURIComponent(String(value)).replaceAll('%2F', '/') : encodeURIComponent(String(value)))
  let path = route.literals[0] ?? ''
  for (let index = 0; index < route.parameters.length; index++) path += encoded(input[route.parameters[index] as string]) + (route.literals[index + 1] ?? '')
  return path
}
