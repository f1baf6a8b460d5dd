/**
 * The list of names that a CNAME set-up routes through Cloudflare: `www,blog,shop:store.example.net`.
 * @module
 */

/** One name of the list. */
export interface HostedName {
  /** Relative to the zone, such as `www`; complete, such as `www.example.com`; or `@` for the zone itself. */
  readonly host: string
  /** Where its traffic goes after Cloudflare, a host name or an IPv4 address, when not to `resolve_to`. */
  readonly origin?: string
}

/** A list that can't be read; the message has the entry and what to do. */
export class SubdomainsError extends Error {
  override readonly name = 'SubdomainsError'
  /** Number that the service gives to this mistake: 204 nothing there, 205 a bad character, 206 too long. */
  readonly code: 204 | 205 | 206
  /** The entry as it was handed over. */
  readonly entry: string

  constructor(code: 204 | 205 | 206, entry: string, expected: string) {
    super(`${JSON.stringify(entry)} in subdomains: ${expected}`)
    this.code = code
    this.entry = entry
  }
}

/** Labels of letters, digits, `-` and `_`; a first label may be `*`. */
const hostForm = /^(?:\*\.)?[A-Za-z0-9_](?:[A-Za-z0-9_-]*)(?:\.[A-Za-z0-9_][A-Za-z0-9_-]*)*$|^[*@]$/

const originForm = /^[A-Za-z0-9_](?:[A-Za-z0-9_-]*)(?:\.[A-Za-z0-9_][A-Za-z0-9_-]*)*$/

const checked = (entry: string, { host, origin }: HostedName): HostedName => {
  if (host.length >= 120) throw new SubdomainsError(206, entry, 'a host has fewer than 120 characters; this one is too long')
  if (!hostForm.test(host)) throw new SubdomainsError(205, entry, 'write a host of letters, digits, - _ and dots, with * or @ only as the first label')
  if (origin !== undefined && !originForm.test(origin)) throw new SubdomainsError(205, entry, 'write a host name or an IPv4 address behind the colon, or leave the colon out')
  return origin === undefined ? { host } : { host, origin }
}

const withoutDot = (name: string): string => name.trim().replace(/\.$/, '')

/** Each host once: the last entry counts, at the place of the first. */
const eachOnce = (names: readonly HostedName[]): HostedName[] => [...new Map(names.map((name) => [name.host.toLowerCase(), name])).values()]

/**
 * Reads a list. Blanks around entries, empty entries and final dots are of no account; of a host that is repeated, the last
 * entry counts.
 * @throws SubdomainsError when nothing is there, or an entry is malformed or too long.
 * @example parseSubdomains('www, shop:store.example.net') // [{ host: 'www' }, { host: 'shop', origin: 'store.example.net' }]
 */
export const parseSubdomains = (text: string): HostedName[] => {
  const names = text.split(',').flatMap((part): HostedName[] => {
    const entry = part.trim()
    if (entry === '') return []
    const colon = entry.indexOf(':')
    return [checked(entry, colon < 0 ? { host: withoutDot(entry) } : { host: withoutDot(entry.slice(0, colon)), origin: withoutDot(entry.slice(colon + 1)) })]
  })
  if (names.length === 0) throw new SubdomainsError(204, text, 'name at least one host; to give up the last one, delete the zone')
  return eachOnce(names)
}

/**
 * Writes a list.
 * @throws SubdomainsError as {@link parseSubdomains}.
 * @example printSubdomains([{ host: 'www' }, { host: 'shop', origin: '192.0.2.1' }]) // 'www,shop:192.0.2.1'
 */
export const printSubdomains = (names: readonly HostedName[]): string => {
  const texts = names.map((name) => {
    const entry = name.origin === undefined ? name.host : `${name.host}:${name.origin}`
    checked(entry, name)
    return entry
  })
  if (texts.length === 0) throw new SubdomainsError(204, '', 'name at least one host; to give up the last one, delete the zone')
  return texts.join(',')
}
