import { InputError } from '../errors.ts'

/** Where requests go through, for one origin. */
export type ProxyFor = (origin: string) => URL | undefined

const parse = (from: string, address: string): URL => {
  // An address that does not parse is not shown: it may hold a password, and the error of `new URL` would print it.
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url
  throw new InputError({ route: 'undiciTransport', issues: [{ path: [from], message: 'this is not the address of a proxy; expected something like http://proxy.example:3128' }] })
}

const fromEnvironment = (environment: NodeJS.ProcessEnv): { readonly name: string; readonly value: string } | undefined => {
  // The requests are TLS, so HTTPS_PROXY is the one that is meant; many set only the other.
  for (const name of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']) {
    const value = environment[name] ?? ''
    if (value !== '') return { name, value }
  }
  return undefined
}

/**
 * Whether `NO_PROXY` names a host: `*`, a name with everything below it (with or without a leading `.` or `*.`),
 * each with an optional port; separated by commas or blanks.
 */
export const isExempt = (origin: string, list: string): boolean => {
  const { hostname, port, protocol } = new URL(origin)
  const asked = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, name = entry, only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
      if (only !== undefined && only !== asked) return false
      const domain = name.replace(/^\*?\./, '')
      return hostname === domain || hostname.endsWith(`.${domain}`)
    })
}

/**
 * The proxy for each origin: the named one for all, or the environment's for all but those that `NO_PROXY` names.
 * @throws InputError when an address is not an `http:` or `https:` URL.
 */
export const proxies = (named: string | false | undefined, environment: NodeJS.ProcessEnv = process.env): ProxyFor | undefined => {
  if (named === false) return undefined
  if (named !== undefined) {
    const url = parse('proxy', named)
    return () => url
  }
  const found = fromEnvironment(environment)
  if (found === undefined) return undefined
  const url = parse(found.name, found.value)
  const list = environment['no_proxy'] ?? environment['NO_PROXY'] ?? ''
  return (origin) => (isExempt(origin, list) ? undefined : url)
}
