import { WireReader } from './wire-reader.ts'
import { WireWriter } from './wire-writer.ts'

/**
 * Writes a canonical name in wire form: each label behind its length, then the zero octet of the root (RFC 1035 section 3.1).
 *
 * The case of the letters is kept; names are never compressed.
 * @example const octets = nameToWire('a.') // Uint8Array [1, 97, 0]
 */
export function nameToWire(name: string): Uint8Array {
  const wire = new WireWriter()
  wire.name(name)
  return wire.finish()
}

/**
 * Reads an uncompressed wire-form name that fills `octets`, in canonical form.
 * @throws {@link WireError} when a label runs over the end, a compression pointer stands in it or octets are left over.
 * @example const name = nameFromWire(new Uint8Array([1, 65, 0])) // 'a.'
 */
export function nameFromWire(octets: Uint8Array): string {
  const wire = new WireReader(octets)
  const name = wire.name()
  wire.end()
  return name.toLowerCase()
}
