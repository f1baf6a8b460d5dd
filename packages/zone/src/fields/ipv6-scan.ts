import type { OctetScan } from '../octet-scan.ts'

const digits = '0123456789abcdef'
const digitOctets = Uint8Array.from(digits, (digit) => digit.charCodeAt(0))
const values = new Int8Array(256).fill(-1)
for (let value = 0; value < 16; value++) {
  values[digits.charCodeAt(value)] = value
  values[digits.toUpperCase().charCodeAt(value)] = value
}

/**
 * Reads an IPv6 address and writes it as RFC 5952 says; what stands behind it is not looked at. Addresses that hold an
 * IPv4 one are refused, and so are those that would be printed that way.
 * @internal
 */
export function scanIpv6(scan: OctetScan): boolean {
  const { bytes } = scan
  let { at } = scan
  let count = 0
  let gapAt = -1
  const { groups } = scan
  if (bytes[at] === 0x3a) {
    if (bytes[at + 1] !== 0x3a) return false
    gapAt = 0
    at += 2
  }
  for (;;) {
    const from = at
    let group = 0
    let value = values[bytes[at] as number] as number
    while (value >= 0) {
      group = group * 16 + value
      value = values[bytes[++at] as number] as number
      if (at - from > 4) return false
    }
    if (at === from) {
      // Only a gap may end an address.
      if (gapAt === count) break
      return false
    }
    if (count === 8) return false
    groups[count++] = group
    if (bytes[at] !== 0x3a) break
    at++
    if (bytes[at] === 0x3a) {
      if (gapAt >= 0) return false
      gapAt = count
      at++
    }
  }
  if (gapAt < 0 ? count !== 8 : count > 7) return false
  if (gapAt >= 0) {
    groups.copyWithin(8 - count + gapAt, gapAt, count)
    groups.fill(0, gapAt, 8 - count + gapAt)
  }
  scan.at = at
  return writeGroups(scan, groups)
}

function writeGroups(scan: OctetScan, groups: Uint16Array): boolean {
  let best = -1
  let length = 1
  for (let index = 0; index < 8; index++) {
    if (groups[index] !== 0) continue
    const from = index
    while (index < 8 && groups[index] === 0) index++
    if (index - from > length) {
      best = from
      length = index - from
    }
  }
  if (best === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff))) return false
  const { out } = scan
  let { end } = scan
  for (let index = 0; index < 8; index++) {
    if (index === best) {
      out[end++] = 0x3a
      if (index === 0) out[end++] = 0x3a
      index += length - 1
      if (index === 7 && best !== 0) out[end++] = 0x3a
      continue
    }
    if (index > 0 && !(best === 0 && index === length)) out[end++] = 0x3a
    const group = groups[index] as number
    if (group > 0xfff) out[end++] = digitOctets[group >> 12] as number
    if (group > 0xff) out[end++] = digitOctets[(group >> 8) & 15] as number
    if (group > 0xf) out[end++] = digitOctets[(group >> 4) & 15] as number
    out[end++] = digitOctets[group & 15] as number
  }
  scan.end = end
  return true
}
