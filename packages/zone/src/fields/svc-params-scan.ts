import type { OctetScan } from '../octet-scan.ts'
import { scanIpv4 } from './ipv4.ts'
import { scanIpv6 } from './ipv6-scan.ts'

/** Reads what stands behind the `=` and writes it; the quotes around it are no part of it. */
type ValueScan = (scan: OctetScan) => boolean

interface ScannedKey {
  readonly number: number
  readonly name: Uint8Array
  readonly value: ValueScan | undefined
}

const keys: readonly ScannedKey[] = [
  key(1, 'alpn', scanAlpn),
  key(2, 'no-default-alpn', undefined),
  key(3, 'port', scanPort),
  key(4, 'ipv4hint', (scan) => scanAddresses(scan, scanIpv4)),
  key(6, 'ipv6hint', (scan) => scanAddresses(scan, scanIpv6)),
]

function key(number: number, name: string, value: ValueScan | undefined): ScannedKey {
  return { number, name: Uint8Array.from(name, (letter) => letter.charCodeAt(0)), value }
}

/**
 * Reads the everyday service parameters when they stand in the order of their keys; all others are for the parser.
 * @internal
 */
export function scanSvcParams(scan: OctetScan): boolean {
  let before = 0
  for (; !scan.done; scan.gap()) {
    const found = keyAt(scan)
    // What a key asks of others is for the parser, but for alpn, which stands right before.
    if (found === undefined || found.number <= before || (found.number === 2 && before !== 1)) return false
    if (before > 0) scan.write(0x20)
    for (const letter of found.name) scan.write(letter)
    scan.at += found.name.length
    if (found.value !== undefined && !scanValue(scan, found.value)) return false
    if (!scan.ended) return false
    before = found.number
  }
  return true
}

function keyAt({ at, bytes }: OctetScan): ScannedKey | undefined {
  for (const found of keys) {
    let index = 0
    while (index < found.name.length && bytes[at + index] === found.name[index]) index++
    if (index === found.name.length) return found
  }
  return undefined
}

function scanValue(scan: OctetScan, value: ValueScan): boolean {
  const { bytes } = scan
  if (bytes[scan.at++] !== 0x3d) return false
  scan.write(0x3d)
  const quoted = bytes[scan.at] === 0x22
  if (quoted) scan.at++
  return value(scan) && (!quoted || bytes[scan.at++] === 0x22)
}

/** Identifiers of letters, digits and a few signs, which need no escape. */
function scanAlpn(scan: OctetScan): boolean {
  const { bytes } = scan
  let length = 0
  scan.write(0x22)
  for (;;) {
    const octet = bytes[scan.at] as number
    const letter = octet | 0x20
    const plain = (letter >= 0x61 && letter <= 0x7a) || (octet >= 0x2d && octet <= 0x39)
    if (!plain && octet !== 0x2c) break
    if (octet === 0x2c && length === 0) return false
    length = octet === 0x2c ? 0 : length + 1
    if (length > 255) return false
    scan.write(octet)
    scan.at++
  }
  scan.write(0x22)
  return length > 0
}

function scanPort(scan: OctetScan): boolean {
  const { at, bytes } = scan
  let number = 0
  for (let octet = bytes[scan.at] as number; octet >= 0x30 && octet <= 0x39; octet = bytes[++scan.at] as number) {
    number = number * 10 + octet - 0x30
    if (number > 0xffff) return false
    scan.write(octet)
  }
  // A leading zero is not canonical.
  return scan.at === at + 1 || (scan.at > at && bytes[at] !== 0x30)
}

function scanAddresses(scan: OctetScan, scanOne: (scan: OctetScan) => boolean): boolean {
  for (;;) {
    if (!scanOne(scan)) return false
    if (scan.bytes[scan.at] !== 0x2c) return true
    scan.write(scan.bytes[scan.at++] as number)
  }
}
