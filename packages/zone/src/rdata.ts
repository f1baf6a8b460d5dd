import { chunked } from './fields/chunked.ts'
import { generic } from './fields/generic.ts'
import { hexToBytes } from './fields/hex.ts'
import { RdataError } from './rdata-error.ts'
import { digestProblem } from './digest-octets.ts'
import { rdataFromWire, rdataToWire } from './rdata-wire.ts'
import { TokenCursor } from './token-cursor.ts'
import type { RdataTokens } from './tokens.ts'
import { layoutOf, type TypeLayout } from './type-names.ts'

/**
 * Reads the rdata of a zone-file record and returns its canonical text: one text form for one wire form, but for the
 * case of names, which stays as written.
 *
 * Relative names are completed with `origin`, a canonical name. Every type may come in the generic form
 * `\# n hex` (RFC 3597 section 5); types of the table are turned into their own form where that has a text for the octets.
 * The canonical text is what BIND prints, with base64 and hexadecimal data in one piece; see {@link presentation}.
 * @throws {@link RdataError} when a token is missing, too many or not what its field allows.
 * @throws TypeError when `type` is no record type.
 * @example const rdata = parseRdata('MX', tokensOf('10 mail'), 'example.com.') // '10 mail.example.com.'
 */
export function parseRdata(type: string, tokens: RdataTokens, origin: string): string {
  const row = layoutOf(type)
  const rdata = isGeneric(tokens) && row.fieldKinds[0] !== generic ? parseGeneric(row, tokens, origin) : parseFields(row, tokens, origin)
  // Text is never shorter than wire form but in base64, which reaches this length as well.
  if (rdata.length > 0xffff && rdataToWire(row.name, rdata).length > 0xffff) {
    throw new RdataError({ type: row.name, field: '', tokenIndex: 0, text: tokens.text(0), expected: 'rdata of at most 65535 octets' })
  }
  return rdata
}

function parseFields(row: TypeLayout, tokens: RdataTokens, origin: string): string {
  const cursor = new TokenCursor(row.name, tokens, origin)
  let digest: unknown
  let digestType: unknown
  let rdata = ''
  for (let index = 0; index < row.fieldKinds.length; index++) {
    const kind = row.fieldKinds[index]
    if (kind === undefined) break
    cursor.field = row.fieldNames[index] ?? ''
    const value = kind.parse(cursor)
    digestType = digest
    digest = value
    const text = kind.print(value)
    if (text !== '') rdata = rdata === '' ? text : `${rdata} ${text}`
  }
  cursor.end()
  const problem = digestProblem(row, digestType, digest)
  if (problem !== undefined) cursor.fail(problem)
  return rdata
}

/** `\#` without quotes marks the generic form, whatever stands behind it (RFC 3597 section 5). */
function isGeneric(tokens: RdataTokens): boolean {
  return tokens.count > 0 && tokens.text(0) === '\\#' && !tokens.quoted(0)
}

function parseGeneric(row: TypeLayout, tokens: RdataTokens, origin: string): string {
  const cursor = new TokenCursor(row.name, tokens, origin)
  const bytes = hexToBytes(generic.parse(cursor))
  try {
    return rdataFromWire(row.name, bytes)
  } catch (error) {
    if (!(error instanceof RdataError)) throw error
    cursor.field = error.field
    return cursor.fail(error.expected, error)
  }
}

/**
 * Prints canonical rdata exactly as BIND's `named-compilezone -s full` does: long hexadecimal and base64 data in
 * groups of 56 digits.
 * @example const text = presentation('MX', '10 mail.example.com.') // '10 mail.example.com.'
 */
export function presentation(type: string, rdata: string): string {
  // Only data that fills the rest of the rdata is cut, and only when it is long.
  if (rdata.length <= 56 || layoutOf(type).fieldKinds.at(-1)?.grouped !== true) return rdata
  const start = rdata.lastIndexOf(' ') + 1
  return rdata.slice(0, start) + chunked(rdata.slice(start))
}
