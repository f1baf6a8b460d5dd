import { type ResourceRecord, NameError, RdataError, isRecordType, octetsToUtf8, parseName, parseRdata, toAsciiName, tokensOf, utf8ToOctets } from '@zonewright/zone'
import { Failure } from './failures.ts'

/**
 * The absolute name of an owner: `@` is the zone, and a name outside of the zone is taken as relative to it.
 * @throws Failure when it is no domain name.
 * @example ownerOf('www', 'example.com') // 'www.example.com.'
 */
export const ownerOf = (text: string, zone: string): string => {
  const apex = `${zone}.`
  try {
    const absolute = parseName(utf8ToOctets(toAsciiName(text)), text === '@' ? apex : '.')
    if (absolute === apex || absolute.endsWith(`.${apex}`)) return absolute
    if (text.endsWith('.')) throw new Failure(`name "${text}" is not in the zone ${zone}; leave out the final dot if it is relative`)
    return parseName(utf8ToOctets(toAsciiName(text)), apex)
  } catch (cause) {
    if (cause instanceof NameError) throw new Failure(`name ${cause.message.replace(/\.$/, '')}`, { cause })
    throw cause
  }
}

/** The same without final dot and readable, as the service writes it. */
export const serviceName = (name: string): string => octetsToUtf8(name.replace(/\.$/, ''))

/**
 * A record type in upper case.
 * @throws Failure when there is no such type.
 */
export const typeOf = (text: string): string => {
  const type = text.toUpperCase()
  if (!isRecordType(type)) throw new Failure(`type "${text}" is not a record type; write one such as A, AAAA, CNAME, MX, TXT`)
  return type
}

/**
 * The value that words of the command line make: an empty word is an empty quoted string, as the shell hands `''` over. Words of a TXT
 * record are one text unless they start with a string in quotes.
 * @example contentOf('NAPTR', ['1', '2', 's', 'x', '', '.']) // '1 2 s x "" .'
 */
export const contentOf = (type: string, words: readonly string[]): string => {
  const first = words[0] ?? ''
  if (type === 'TXT' && first !== '' && !first.startsWith('"')) return words.join(' ')
  return words.map((word) => (word === '' ? '""' : word)).join(' ')
}

const quote = (octets: string): string => `"${octets.replaceAll(/["\\]/g, '\\$&')}"`

/** A text without quotes is one text, whatever blanks it has; strings of a TXT record hold 255 octets. */
const quotedText = (text: string): string => {
  if (text.startsWith('"')) return text
  const octets = utf8ToOctets(text)
  const strings: string[] = []
  for (let start = 0; start === 0 || start < octets.length; start += 255) strings.push(quote(octets.slice(start, start + 255)))
  return strings.join(' ')
}

/**
 * Canonical rdata from a value of the command line; names in it are absolute with or without their final dot.
 * @throws Failure when the value does not fit the type.
 * @example rdataOf('MX', '10 mail.example.com') // '10 mail.example.com.'
 */
export const rdataOf = (type: string, content: string): string => {
  try {
    return parseRdata(type, tokensOf(type === 'TXT' ? octetsToUtf8(quotedText(content)) : content), '.')
  } catch (cause) {
    if (cause instanceof RdataError) throw new Failure(`${type} "${content}": ${cause.message}`, { cause })
    throw cause
  }
}

/** What the command line says about a record beside its value. */
export interface RecordFlags {
  readonly ttl?: number
  readonly proxied?: boolean
  readonly comment?: string
  readonly tag?: readonly string[]
}

/** A record from what the command line says; TTL 1 is automatic. */
export const recordOf = (details: { readonly name: string; readonly type: string; readonly rdata: string }, flags: RecordFlags): ResourceRecord => ({
  ...details,
  class: 'IN',
  ttl: flags.ttl ?? 1,
  attributes: {
    ...(flags.proxied === undefined ? {} : { proxied: flags.proxied }),
    ...(flags.comment === undefined ? {} : { comment: flags.comment }),
    ...(flags.tag === undefined ? {} : { tags: flags.tag }),
  },
})
