import { decimalEscape, escapeText, unescapeText } from '../escapes.ts'
import { octetsToUtf8 } from '../octets.ts'
import { WireReader } from '../wire-reader.ts'
import { WireWriter } from '../wire-writer.ts'
import { base64ToBytes, bytesToBase64, isBase64 } from './base64.ts'
import { parseDecimal } from './integer.ts'
import { isIpv4, readIpv4, writeIpv4 } from './ipv4.ts'
import { parseIpv6, printIpv6, readIpv6, writeIpv6 } from './ipv6.ts'

/**
 * One service parameter (RFC 9460 section 7): its value as octets, one character each, and as text.
 * @internal
 */
export interface SvcParam {
  /** What must stand behind the `=`. */
  readonly expected: string
  /** Turns raw text, escapes still in it, into octets; `undefined` when it does not fit. */
  fromText(raw: string): string | undefined
  /** Turns octets into what stands behind the `=`, with its quotes; empty when there is no `=`. */
  toText(octets: string): string
  /** The octets are a value of this parameter. */
  fits(octets: string): boolean
}

function octetsOf(fill: (wire: WireWriter) => void): string {
  const wire = new WireWriter()
  fill(wire)
  let octets = ''
  for (const octet of wire.finish()) octets += String.fromCharCode(octet)
  return octets
}

/** @internal */
export function bytesOf(octets: string): Uint8Array {
  return Uint8Array.from(octets, (octet) => octet.charCodeAt(0))
}

function quoted(octets: string): string {
  return octets === '' ? '' : `"${escapeText(octets)}"`
}

/** A parameter that the table does not know: any octets (RFC 9460 section 2.1). */
const opaque: SvcParam = {
  expected: 'text with escapes of one character or three digits',
  fromText: unescapeText,
  toText: quoted,
  fits: () => true,
}

/** Protocol identifiers parted by commas; a backslash keeps a comma or backslash inside one (RFC 9460 appendix A.1). */
const alpn: SvcParam = {
  expected: 'protocol identifiers of 1 to 255 octets, such as h3,h2',
  fromText(raw) {
    const list = unescapeText(raw)
    const identifiers = list === undefined ? undefined : splitList(list)
    return identifiers?.map((identifier) => String.fromCharCode(identifier.length) + identifier).join('')
  },
  toText: (octets) =>
    `"${identifiersOf(octets)
      ?.map((identifier) => escapeText(identifier.replaceAll(/[\\,]/g, '\\$&')).replaceAll(' ', decimalEscape(32)))
      .join(',')}"`,
  fits: (octets) => identifiersOf(octets) !== undefined,
}

function splitList(list: string): string[] | undefined {
  const identifiers: string[] = []
  let identifier = ''
  for (let index = 0; index <= list.length; index++) {
    if (index === list.length || list[index] === ',') {
      if (identifier === '' || identifier.length > 255) return undefined
      identifiers.push(identifier)
      identifier = ''
    } else {
      if (list[index] === '\\' && ++index === list.length) return undefined
      identifier += list[index] ?? ''
    }
  }
  return identifiers
}

function identifiersOf(octets: string): string[] | undefined {
  const identifiers: string[] = []
  for (let index = 0; index < octets.length; ) {
    const length = octets.charCodeAt(index)
    if (length === 0 || index + 1 + length > octets.length) return undefined
    identifiers.push(octets.slice(index + 1, index + 1 + length))
    index += 1 + length
  }
  return identifiers.length === 0 ? undefined : identifiers
}

const noDefaultAlpn: SvcParam = {
  expected: 'no value',
  fromText: (raw) => (raw === '' ? '' : undefined),
  toText: () => '',
  fits: (octets) => octets === '',
}

const port: SvcParam = {
  expected: 'a port from 0 to 65535',
  fromText(raw) {
    const number = parseDecimal(raw, 0xffff)
    return number < 0 ? undefined : octetsOf((wire) => wire.u16(number))
  },
  toText: (octets) => String(new WireReader(bytesOf(octets)).u16()),
  fits: (octets) => octets.length === 2,
}

const ech: SvcParam = {
  expected: 'base64 with its padding',
  fromText(raw) {
    // Quotes let blanks into the value, and BIND reads past them.
    const digits = raw.replaceAll(/[ \t\r\n]/g, '')
    return isBase64(digits) ? octetsOf((wire) => wire.bytes(base64ToBytes(digits))) : undefined
  },
  toText: (octets) => bytesToBase64(bytesOf(octets)),
  fits: () => true,
}

/** Addresses parted by commas. */
const ipv4hint: SvcParam = {
  expected: 'IPv4 addresses parted by commas',
  fromText(raw) {
    const addresses = raw.split(',')
    if (!addresses.every(isIpv4)) return undefined
    return octetsOf((wire) => addresses.forEach((address) => writeIpv4(address, wire)))
  },
  toText: (octets) => readAll(octets, readIpv4),
  fits: (octets) => octets.length > 0 && octets.length % 4 === 0,
}

const ipv6hint: SvcParam = {
  expected: 'IPv6 addresses parted by commas',
  fromText(raw) {
    const addresses = raw.split(',').map(parseIpv6)
    if (!addresses.every((groups) => groups !== undefined)) return undefined
    return octetsOf((wire) => addresses.forEach((groups) => writeIpv6(printIpv6(groups), wire)))
  },
  toText: (octets) => readAll(octets, readIpv6),
  fits: (octets) => octets.length > 0 && octets.length % 16 === 0,
}

function readAll(octets: string, readOne: (wire: WireReader) => string): string {
  const wire = new WireReader(bytesOf(octets))
  let list = readOne(wire)
  while (wire.left > 0) list += `,${readOne(wire)}`
  return list
}

/** The path of a DNS-over-HTTPS service: a URI template with the variable dns, in UTF-8 (RFC 9461 section 5). */
const dohpath: SvcParam = {
  ...opaque,
  expected: 'a URI template with the variable dns, such as /dns-query{?dns}',
  fits: (octets) => /\{[^{}]*\bdns\b[^{}]*\}/.test(octets) && !/[\udc80-\udcff]/.test(octetsToUtf8(octets)),
}

/** A sign without a value that the target takes oblivious HTTP (RFC 9540 section 4); by its number it may have what it wants. */
const ohttp: SvcParam = { ...opaque, expected: noDefaultAlpn.expected, fromText: noDefaultAlpn.fromText }

/** `mandatory` is not here: it is a list of the other keys, so their table reads it. */
const params: ReadonlyMap<number, SvcParam> = new Map([
  [1, alpn],
  [2, noDefaultAlpn],
  [3, port],
  [4, ipv4hint],
  [5, ech],
  [6, ipv6hint],
  [7, dohpath],
  [8, ohttp],
])

/** @internal */
export function svcParam(key: number): SvcParam {
  return params.get(key) ?? opaque
}
