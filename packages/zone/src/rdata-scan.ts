import { mnemonicText, type OctetScan } from './octet-scan.ts'
import { findLayout, type TypeLayout } from './type-names.ts'

/** A record type whose rdata can be read from octets. */
export interface ScannedType {
  /** Mnemonic in upper case. */
  readonly name: string
  /** Type number. */
  readonly code: number
  /**
   * Reads the rdata that starts at `scan.at` and writes its canonical text; `false` when it is not sure, so that
   * {@link parseRdata} has to look at the same octets, and to name what is wrong if anything is.
   */
  scan(scan: OctetScan): boolean
}

/**
 * Finds types by the number of their mnemonic; what one reader does not meet is not set up for it.
 * @internal
 */
export class ScannedTypes {
  readonly #types = new Map<number, ScannedType>()

  /**
   * The type with this `mnemonicNumber`, such as {@link OctetScan.mnemonic} reads; `undefined` for a type that is not read from octets.
   * @example const type = new ScannedTypes().find(1) // type?.name is 'A'
   */
  find(mnemonic: number): ScannedType | undefined {
    return this.#types.get(mnemonic) ?? this.#meet(mnemonic)
  }

  #meet(mnemonic: number): ScannedType | undefined {
    const name = mnemonicText(mnemonic)
    const row = findLayout(name)
    const type = row?.name === name ? scannedType(row) : undefined
    if (type !== undefined) this.#types.set(mnemonic, type)
    return type
  }
}

function scannedType(row: TypeLayout): ScannedType | undefined {
  const { code, digestOctets, name, scans } = row
  const [only] = scans ?? []
  if (scans === undefined || only === undefined) return undefined
  return { name, code, scan: scans.length === 1 && digestOctets === undefined ? (scan) => scanField(only, scan) : (scan) => scanFields(row, scans, scan) }
}

function scanField(read: NonNullable<TypeLayout['scans']>[number], scan: OctetScan): boolean {
  if (!read(scan)) return false
  scan.gap()
  return true
}

function scanFields({ digestOctets }: TypeLayout, scans: NonNullable<TypeLayout['scans']>, scan: OctetScan): boolean {
  let start = scan.end
  for (let index = 0; index < scans.length; index++) {
    if (index > 0) {
      scan.write(0x20)
      scan.gap()
    }
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
