import type { Field } from '../field.ts'
import { bytesToHex, hexToBytes } from './hex.ts'
import { tokenField } from './token-field.ts'

/** An EUI of so many octets, hexadecimal with hyphens (RFC 7043 sections 3 and 4). */
function eui(octets: number): Field<string> {
  const pattern = new RegExp(`^[0-9a-f]{2}(-[0-9a-f]{2}){${octets - 1}}$`)
  return tokenField({
    expected: `${octets} octets as pairs of hexadecimal digits with hyphens between them`,
    canonical: (word) => (pattern.test(word.toLowerCase()) ? word.toLowerCase() : undefined),
    write: (text, wire) => wire.bytes(hexToBytes(text.replaceAll('-', ''))),
    read: (wire) => Array.from(wire.bytes(octets), (octet) => octet.toString(16).padStart(2, '0')).join('-'),
  })
}

/** A 48-bit address of a network card. */
export const eui48 = eui(6)

/** A 64-bit address of a network card. */
export const eui64 = eui(8)

/** A 64-bit locator or node identifier: four groups of hexadecimal digits (RFC 6742 section 2.1). */
export const locator64 = tokenField({
  expected: 'four groups of one to four hexadecimal digits with colons between them',
  canonical: (word) => (/^[0-9a-f]{1,4}(:[0-9a-f]{1,4}){3}$/i.test(word) ? printGroups(word.split(':').map((group) => Number.parseInt(group, 16))) : undefined),
  write(text, wire) {
    for (const group of text.split(':')) wire.u16(Number.parseInt(group, 16))
  },
  read: (wire) => printGroups([wire.u16(), wire.u16(), wire.u16(), wire.u16()]),
})

function printGroups(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':')
}

/** An NSAP address: `0x` and hexadecimal digits, dots between them at will (RFC 1706 section 5). */
export const nsap = tokenField({
  expected: 'an NSAP address as 0x and hexadecimal digits, two for each octet',
  canonical(word) {
    const digits = /^0x([0-9a-f.]*)$/i.exec(word)?.[1]?.replaceAll('.', '').toLowerCase()
    return digits === undefined || digits.length % 2 !== 0 ? undefined : `0x${digits}`
  },
  write: (text, wire) => wire.bytes(hexToBytes(text.slice(2))),
  read: (wire) => `0x${bytesToHex(wire.bytes(wire.left)).toLowerCase()}`,
})

const AESA = 0
const E164 = 1

/** An ATM address: `+` and digits, or hexadecimal digits with dots at will (ATM Forum af-saa-0069). */
export const atmAddress = tokenField({
  expected: 'an ATM address as + and digits, or as hexadecimal digits, two for each octet',
  canonical(word) {
    if (/^\+\d[\d.]*$/.test(word)) return word.replaceAll('.', '')
    const digits = /^[0-9a-f]+(\.[0-9a-f]+)*$/i.test(word) ? word.replaceAll('.', '').toLowerCase() : ''
    return digits === '' || digits.length % 2 !== 0 ? undefined : digits
  },
  write(text, wire) {
    wire.u8(text.startsWith('+') ? E164 : AESA)
    if (text.startsWith('+')) wire.octets(text.slice(1))
    else wire.bytes(hexToBytes(text))
  },
  read(wire) {
    const format = wire.u8()
    if (wire.left === 0) wire.fail('at least one octet')
    if (format > E164) wire.leaveGeneric()
    if (format !== E164) return bytesToHex(wire.bytes(wire.left)).toLowerCase()
    const digits = wire.octets(wire.left)
    return /^\d+$/.test(digits) ? `+${digits}` : wire.fail('digits')
  },
})
