import type { Field } from '../field.ts'
import { NameError, parseNameKeepingCase } from '../names.ts'
import type { TokenCursor } from '../token-cursor.ts'
import type { WireReader } from '../wire-reader.ts'
import type { WireWriter } from '../wire-writer.ts'
import { base64ToBytes, bytesToBase64, isBase64 } from './base64.ts'
import { parseDecimal } from './integer.ts'
import { isIpv4, readIpv4, writeIpv4 } from './ipv4.ts'
import { parseIpv6, printIpv6, readIpv6, writeIpv6 } from './ipv6.ts'

/** What stands for a host: nothing (`.`), an IPv4 address, an IPv6 address or a name, by the number of its kind. */
interface Gateway {
  readonly kind: number
  readonly host: string
}

const NONE = 0
const IPV4 = 1
const IPV6 = 2
const NAME = 3
const kindExpected = 'a kind of gateway from 0 to 3: none, IPv4 address, IPv6 address, name'

function parseNumber(cursor: TokenCursor, most: number, expected = `a whole number from 0 to ${most}`): number {
  const number = parseDecimal(cursor.word(expected), most)
  return number < 0 ? cursor.fail(expected) : number
}

function parseHost(cursor: TokenCursor, kind: number): string {
  const expected = ['. for no gateway', 'an IPv4 address', 'an IPv6 address', 'a domain name'][kind] ?? ''
  const word = cursor.word(expected)
  if (kind === NONE && word === '.') return word
  if (kind === IPV4 && isIpv4(word)) return word
  const groups = kind === IPV6 ? parseIpv6(word) : undefined
  if (groups !== undefined) return printIpv6(groups)
  if (kind !== NAME) return cursor.fail(expected)
  try {
    return parseNameKeepingCase(word, cursor.origin)
  } catch (error) {
    if (error instanceof NameError) cursor.fail(`a domain name with ${error.expected}`, error)
    throw error
  }
}

function writeHost({ kind, host }: Gateway, wire: WireWriter): void {
  if (kind === IPV4) writeIpv4(host, wire)
  else if (kind === IPV6) writeIpv6(host, wire)
  else if (kind === NAME) wire.name(host)
}

function readHost(kind: number, wire: WireReader): string {
  if (kind === IPV4) return readIpv4(wire)
  if (kind === IPV6) return readIpv6(wire)
  if (kind === NAME) return wire.name()
  return kind === NONE ? '.' : wire.fail(kindExpected)
}

/** The fields of an IPSECKEY record. */
export interface IpsecKeyForm {
  /** Lower ones are preferred, 0 to 255. */
  readonly precedence: number
  /** Kind of gateway, 0 to 3. */
  readonly gateway_type: number
  /** Algorithm of the key, 0 when it has none. */
  readonly algorithm: number
  /** `.`, an address or a name with its final dot. */
  readonly gateway: string
  /** Base64, empty when there is no key. */
  readonly public_key: string
}

// RFC 4025 section 2.4 has no key when the algorithm is 0; most readers take one all the same.
const keyExpected = 'a key in base64, which may be left out when the algorithm is 0'

/** Precedence, gateway and key of an IPSECKEY record (RFC 4025 section 2). */
export const ipsecKey: Field<IpsecKeyForm> & { readonly spread: true } = {
  spread: true,
  expected: 'an IPsec key such as 10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
  parse(cursor) {
    const precedence = parseNumber(cursor, 255)
    const kind = parseNumber(cursor, 3, kindExpected)
    const algorithm = parseNumber(cursor, 255)
    const host = parseHost(cursor, kind)
    let key = ''
    while (!cursor.done) key += cursor.word(keyExpected)
    if (!isBase64(key) || (key === '' && algorithm !== 0)) cursor.fail(keyExpected)
    return { precedence, gateway_type: kind, algorithm, gateway: host, public_key: key }
  },
  print: ({ precedence, gateway_type, algorithm, gateway, public_key }) => `${precedence} ${gateway_type} ${algorithm} ${gateway}${public_key === '' ? '' : ` ${public_key}`}`,
  write({ precedence, gateway_type, algorithm, gateway, public_key }, wire) {
    wire.u8(precedence)
    wire.u8(gateway_type)
    wire.u8(algorithm)
    writeHost({ kind: gateway_type, host: gateway }, wire)
    wire.bytes(base64ToBytes(public_key))
  },
  read(wire) {
    const precedence = wire.u8()
    const kind = wire.u8()
    const algorithm = wire.u8()
    const host = readHost(kind, wire)
    if (wire.left === 0 && algorithm !== 0) wire.leaveGeneric()
    return { precedence, gateway_type: kind, algorithm, gateway: host, public_key: bytesToBase64(wire.bytes(wire.left)) }
  },
  toForm: (value) => value,
  fromForm: (form) => joined(form, ['precedence', 'gateway_type', 'algorithm', 'gateway', 'public_key']),
}

/** The fields of an AMTRELAY record. */
export interface AmtRelayForm {
  /** Lower ones are preferred, 0 to 255. */
  readonly precedence: number
  /** 1 when the relay may be used without discovery, else 0. */
  readonly discovery_optional: number
  /** Kind of relay, 0 to 3. */
  readonly relay_type: number
  /** `.`, an address or a name with its final dot. */
  readonly relay: string
}

/** Precedence and relay of an AMTRELAY record (RFC 8777 section 4). */
export const amtRelay: Field<AmtRelayForm> & { readonly spread: true } = {
  spread: true,
  expected: 'a relay such as 10 0 1 203.0.113.15',
  parse(cursor) {
    const precedence = parseNumber(cursor, 255)
    const discovery_optional = parseNumber(cursor, 1, '0 or 1')
    const kind = parseNumber(cursor, 3, kindExpected)
    return { precedence, discovery_optional, relay_type: kind, relay: parseHost(cursor, kind) }
  },
  print: ({ precedence, discovery_optional, relay_type, relay }) => `${precedence} ${discovery_optional} ${relay_type} ${relay}`,
  write({ precedence, discovery_optional, relay_type, relay }, wire) {
    wire.u8(precedence)
    wire.u8((discovery_optional << 7) | relay_type)
    writeHost({ kind: relay_type, host: relay }, wire)
  },
  read(wire) {
    const precedence = wire.u8()
    const octet = wire.u8()
    return { precedence, discovery_optional: octet >> 7, relay_type: octet & 0x7f, relay: readHost(octet & 0x7f, wire) }
  },
  toForm: (value) => value,
  fromForm: (form) => joined(form, ['precedence', 'discovery_optional', 'relay_type', 'relay']),
}

/** The members of a form as one text; `undefined` when one is no text and no number. */
function joined(form: unknown, names: readonly string[]): string | undefined {
  const members = names.map((name) => (form as Readonly<Record<string, unknown>> | undefined)?.[name])
  return members.every((member) => typeof member === 'string' || typeof member === 'number') ? members.join(' ').trimEnd() : undefined
}
