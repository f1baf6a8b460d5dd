import { generic } from './fields/generic.ts'
import { bytesToHex, hexToBytes } from './fields/hex.ts'
import { RdataError } from './rdata-error.ts'
import { TokenCursor } from './token-cursor.ts'
import { tokensOf } from './tokens.ts'
import { digestProblem } from './digest-octets.ts'
import { layoutOf } from './type-names.ts'
import { WireError, WireReader } from './wire-reader.ts'
import { WireWriter } from './wire-writer.ts'

/**
 * Puts canonical rdata into wire form, names without compression and in the case they have.
 * @throws {@link RdataError} when `rdata` is not rdata of this type.
 * @throws TypeError when `type` is no record type.
 * @example const octets = rdataToWire('A', '192.0.2.1') // Uint8Array [192, 0, 2, 1]
 */
export function rdataToWire(type: string, rdata: string): Uint8Array {
  const row = layoutOf(type)
  const cursor = new TokenCursor(row.name, tokensOf(rdata), '.')
  if (rdata.startsWith('\\# ')) return genericToWire(row.name, cursor)
  const wire = new WireWriter()
  row.fieldKinds.forEach((kind, index) => {
    cursor.field = row.fieldNames[index] ?? ''
    kind.write(kind.parse(cursor), wire)
  })
  cursor.end()
  return wire.finish()
}

function genericToWire(type: string, cursor: TokenCursor): Uint8Array {
  const bytes = hexToBytes(generic.parse(cursor))
  rdataFromWire(type, bytes)
  return bytes
}

/**
 * Reads rdata in wire form and returns its canonical text, which is the generic form for octets that the form of the
 * type has no text for, such as an APL item of an unknown address family (RFC 3123 section 4).
 * @throws {@link RdataError} with `tokenIndex` -1 and the octets as hexadecimal digits in `text`, when they do not fit the type.
 * @throws TypeError when `type` is no record type.
 * @example const rdata = rdataFromWire('A', new Uint8Array([192, 0, 2, 1])) // '192.0.2.1'
 */
export function rdataFromWire(type: string, bytes: Uint8Array): string {
  const row = layoutOf(type)
  const wire = new WireReader(bytes)
  const values: unknown[] = []
  let field = ''
  const refuse = (expected: string, cause?: unknown): never => {
    throw new RdataError({ type: row.name, field, tokenIndex: -1, text: bytesToHex(bytes), expected }, cause === undefined ? undefined : { cause })
  }
  if (bytes.length > 0xffff) refuse('rdata of at most 65535 octets')
  try {
    row.fieldKinds.forEach((kind, index) => {
      field = row.fieldNames[index] ?? ''
      values.push(kind.read(wire))
    })
    wire.end()
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    refuse(`${error.expected} at octet ${error.offset}`, error)
  }
  const problem = wire.textless ? undefined : digestProblem(row, values.at(-2), values.at(-1))
  if (problem !== undefined && row.anyDigestInGeneric !== true) refuse(problem)
  if (wire.textless || problem !== undefined) return generic.print(bytesToHex(bytes))
  return row.fieldKinds.map((kind, index) => kind.print(values[index])).filter((text) => text !== '').join(' ')
}
