import type { OctetScan } from './octet-scan.ts'
import { allLayouts, type TypeLayout } from './type-names.ts'

/** A record type whose rdata can be read from octets. */
export interface ScannedType {
  /** Mnemonic in upper case. */
  readonly name: string
  /** Type number. */
  readonly code: number
  /**
   * Reads the rdata at `scan.at` and writes its canonical text; `false` when it is not sure, so that
   * {@link parseRdata} has to look at the same octets, and to name what is wrong if anything is.
   */
  scan(scan: OctetScan): boolean
}

interface Slot {
  readonly type: ScannedType
  readonly octets: Uint8Array
}

const SLOTS = 512
const slots: readonly (Slot | undefined)[] = fillSlots()

function fillSlots(): (Slot | undefined)[] {
  const filled = Array.from<Slot | undefined>({ length: SLOTS }).fill(undefined)
  for (const row of allLayouts()) {
    const { scans } = row
    if (scans === undefined) continue
    const octets = Uint8Array.from(row.name, (letter) => letter.charCodeAt(0))
    let slot = hash(octets, 0, octets.length)
    while (filled[slot] !== undefined) slot = (slot + 1) & (SLOTS - 1)
    filled[slot] = { type: { name: row.name, code: row.code, scan: (scan) => scanFields(row, scans, scan) }, octets }
  }
  return filled
}

// The first and the last two octets and the length tell most mnemonics apart, whatever their case.
function hash(octets: Uint8Array, start: number, end: number): number {
  const first = (octets[start] as number) & 0x1f
  const last = (octets[end - 1] as number) & 0x1f
  const middle = (octets[start + ((end - start) >> 1)] as number) & 0x1f
  return ((first * 37) ^ (last * 9) ^ (middle * 3) ^ ((end - start) * 61)) & (SLOTS - 1)
}

/**
 * Finds a type by the octets of its mnemonic, in any case; `undefined` for a type that is not read from octets.
 * @example const type = scannedType(new TextEncoder().encode('mx'), 0, 2) // type?.name is 'MX'
 */
export function scannedType(octets: Uint8Array, start: number, end: number): ScannedType | undefined {
  const length = end - start
  if (length === 0 || length > 10) return undefined
  let at = hash(octets, start, end)
  for (;;) {
    const slot = slots[at]
    if (slot === undefined) return undefined
    if (slot.octets.length === length && isMnemonic(octets, start, slot.octets)) return slot.type
    at = (at + 1) & (SLOTS - 1)
  }
}

function isMnemonic(octets: Uint8Array, start: number, mnemonic: Uint8Array): boolean {
  for (let index = 0; index < mnemonic.length; index++) {
    const octet = octets[start + index] as number
    // A letter in either case, a digit as it is.
    if (octet !== mnemonic[index] && (octet < 0x61 || octet > 0x7a || octet - 0x20 !== mnemonic[index])) return false
  }
  return true
}

function scanFields({ digestOctets }: TypeLayout, scans: NonNullable<TypeLayout['scans']>, scan: OctetScan): boolean {
  let start = scan.end
  for (let index = 0; index < scans.length; index++) {
    if (index > 0) scan.write(0x20)
    scan.gap()
    start = scan.end
    const read = scans[index]
    if (read === undefined || !read(scan)) return false
  }
  // A list without members leaves no blank behind.
  if (scan.end === start) scan.end--
  scan.gap()
  const octets = digestOctets?.[scan.number]
  return octets === undefined || scan.end - start === octets * 2
}
