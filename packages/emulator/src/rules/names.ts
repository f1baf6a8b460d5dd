import { domainToASCII } from 'node:url'

import { refuse } from '../errors.ts'

const label = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?|\*)$/

/** A host in ASCII: Unicode labels in punycode, lower case, no final dot; undefined when that can't be. */
export const asciiName = (text: string): string | undefined => {
  const name = text.toLowerCase().replace(/\.$/, '')
  // oxlint-disable-next-line no-control-regex -- the range of ASCII is what is asked for
  if (/^[\x21-\x7e]*$/.test(name)) return name
  // Underscores and `*` are no part of IDNA, so only the labels that need it go through it.
  const labels = name.split('.').map((part) => (/^[\x21-\x7e]*$/.test(part) ? part : domainToASCII(part)))
  return labels.includes('') ? undefined : labels.join('.')
}

/**
 * The full name of a record: relative names and `@` get the zone's name, names that lie in the zone already stay.
 * A name of another zone is relative, too: `foo.other.com` becomes `foo.other.com.example.com`.
 * @returns Lower case, punycode, no final dot.
 * @throws Refusal `name_invalid` for empty or overlong labels, a name over 253 octets, a `*` that is not left-most.
 * @example recordName('www', 'example.com') // 'www.example.com'
 */
export const recordName = (input: unknown, zone: string): string => {
  if (typeof input !== 'string' || input === '') throw refuse('name_invalid')
  const ascii = asciiName(input.trim())
  if (ascii === undefined) throw refuse('name_invalid')
  const name = ascii === '@' || ascii === zone ? zone : ascii.endsWith(`.${zone}`) ? ascii : `${ascii.replace(/^@\./, '')}.${zone}`
  const labels = name.split('.')
  const fits = labels.every((part, index) => part.length <= 63 && label.test(part) && (part !== '*' || index === 0))
  if (!fits || name.length > 253) throw refuse('name_invalid')
  return name
}

/** True for a host name that a record may point at: labels of letters, digits, `-` and `_`, and at least one of them. */
export const isHostName = (name: string): boolean =>
  name.length <= 253 && name.split('.').every((part) => part.length <= 63 && /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/i.test(part))
