import type { OctetScan } from '../octet-scan.ts'

const METRE = 0x6d
const MINUS = 0x2d
const PLUS = 0x2b

/**
 * Reads a location as LOC writes it and writes the canonical form: all parts, one digit and zeros for the sizes.
 * @internal
 */
export function scanLocation(scan: OctetScan): boolean {
  if (!scanAngle(scan, 90, 0x4e, 0x53)) return false
  scan.write(0x20)
  if (!scanAngle(scan, 180, 0x45, 0x57)) return false
  scan.write(0x20)
  return scanAltitude(scan) && scanSize(scan, 100) && scanSize(scan, 1_000_000) && scanSize(scan, 1000)
}

function scanAngle(scan: OctetScan, most: number, positive: number, negative: number): boolean {
  const { bytes, groups } = scan
  groups.fill(0, 0, 3)
  for (let part = 0; part < 4; part++) {
    const octet = bytes[scan.at]
    if (part > 0 && (octet === positive || octet === negative)) {
      scan.at++
      if (!scan.ended) return false
      scan.gap()
      writeAngle(scan, octet === negative ? negative : positive, positive)
      return true
    }
    const number = part === 3 || octet === 0x2e ? -1 : fixedPoint(scan, part === 2 ? 3 : 0)
    // An angle of the most degrees, and whatever else is near a limit, is for the parser.
    if (number < 0 || number > (part === 0 ? most - 1 : part === 1 ? 59 : 59_999) || !scan.ended) return false
    groups[part] = number
    scan.gap()
  }
  return false
}

function writeAngle(scan: OctetScan, direction: number, positive: number): void {
  const { groups } = scan
  for (let part = 0; part < 2; part++) {
    scan.writeNumber(groups[part] as number)
    scan.write(0x20)
  }
  const thousandths = groups[2] as number
  writeFixedPoint(scan, thousandths, 3)
  scan.write(0x20)
  scan.write(groups[0] === 0 && groups[1] === 0 && thousandths === 0 ? positive : direction)
}

function scanAltitude(scan: OctetScan): boolean {
  const sign = scan.bytes[scan.at]
  if (sign === MINUS || sign === PLUS) scan.at++
  const altitude = metres(scan)
  if (altitude < 0 || altitude > 10_000_000) return false
  if (sign === MINUS && altitude > 0) scan.write(MINUS)
  writeFixedPoint(scan, altitude, 2)
  scan.write(METRE)
  scan.gap()
  return true
}

function scanSize(scan: OctetScan, absent: number): boolean {
  const size = scan.done ? absent : metres(scan)
  if (size < 0 || size > 9_000_000_000) return false
  let power = 1
  while (power * 10 <= size) power *= 10
  const cut = Math.floor(size / power) * power
  scan.write(0x20)
  if (cut < 100) writeFixedPoint(scan, cut, 2)
  else scan.writeNumber(cut / 100)
  scan.write(METRE)
  scan.gap()
  return true
}

function metres(scan: OctetScan): number {
  const centimetres = fixedPoint(scan, 2)
  if (scan.bytes[scan.at] === METRE) scan.at++
  return scan.ended ? centimetres : -1
}

/** Digits with at most `places` of them behind a point, as a number of the smallest part; -1 when there are none. */
function fixedPoint(scan: OctetScan, places: number): number {
  const { bytes } = scan
  let { at } = scan
  let number = 0
  let digits = 0
  let behind = -1
  for (; digits < 12 && behind < places; at++) {
    const octet = bytes[at] as number
    if (octet === 0x2e && behind < 0 && places > 0) behind = 0
    else if (octet >= 0x30 && octet <= 0x39) {
      number = number * 10 + octet - 0x30
      digits++
      if (behind >= 0) behind++
    } else break
  }
  scan.at = at
  return digits === 0 ? -1 : number * 10 ** (places - Math.max(behind, 0))
}

function writeFixedPoint(scan: OctetScan, number: number, places: number): void {
  const unit = 10 ** places
  scan.writeNumber(Math.floor(number / unit))
  scan.write(0x2e)
  for (let rest = number % unit, power = unit / 10; power >= 1; power /= 10) {
    scan.write(0x30 + Math.floor(rest / power))
    rest %= power
  }
}
