import { RdataError, type RdataTokens, type RecordAttributes, type ResourceRecord, parseRdata } from '@zonewright/zone'
import { readDialect } from './dialect.ts'
import type { Frame } from './frame.ts'
import { NO_ORIGIN, nameOfToken } from './frame-names.ts'
import { errorAt, errorAtToken, rdataFileError } from './line-errors.ts'
import { unicode } from './octets.ts'
import type { ReaderState } from './reader-state.ts'
import { recordClass } from './record-class.ts'
import { Refusal } from './refusal.ts'
import { TOKEN_QUOTED } from './scanner.ts'
import { LARGEST_TTL, parseTtl, plainSeconds } from './ttl.ts'

/** Where the fields of a line are that stand before its rdata. */
export interface LineHead {
  /** Seconds, or -1 when the line states none. */
  ttl: number
  /** Canonical type. */
  type: string
  /** Token that states the type. */
  typeToken: number
}

/**
 * Makes a record of the line in the columns of a frame (RFC 1035 section 5.1).
 * @throws ZoneFileError when the line is no record.
 */
export function readRecordLine(frame: Frame, state: ReaderState): ResourceRecord {
  const { scanner } = frame
  if (!scanner.indented) readOwner(frame)
  else if (scanner.bytes[scanner.starts[0] as number] === 36) throw errorAtToken(frame, 0, 'directive-indented')
  else if (frame.owner === '') throw errorAt(frame, scanner.start, 'owner-missing')
  const head = readHead(frame, state, scanner.indented ? 0 : 1)
  const { type } = head
  const rdata = readRdata(frame, type, head.typeToken + 1)
  const ttl = recordTtl(frame, state, head, rdata)
  if (state.attributes && scanner.commentStart >= 0) {
    const attributes = readAttributes(frame)
    if (attributes !== undefined) return { name: frame.owner, ttl, type, class: state.class, rdata, attributes }
  }
  return { name: frame.owner, ttl, type, class: state.class, rdata }
}

function readOwner(frame: Frame): void {
  const { scanner } = frame
  // Most readers take neither of the two: a blank behind the parenthesis leaves open whether the owner is omitted, and quotes are for texts.
  const before = scanner.bytes[(scanner.starts[0] as number) - 1]
  const apart = scanner.bytes[scanner.start] === 40 && before !== 40 && before !== 41
  if (apart || scanner.flags[0] === TOKEN_QUOTED) {
    frame.owner = ''
    throw errorAt(frame, scanner.start, 'owner-first')
  }
  const text = scanner.text(0)
  if (text === frame.ownerText && frame.owner !== '') return
  // Lines that repeat a broken owner must not fall to the owner before it.
  frame.owner = ''
  frame.ownerText = text
  frame.owner = nameOfToken(frame, 0)
}

/**
 * Reads TTL, class and type; TTL and class may be omitted and stand in either order.
 * @throws ZoneFileError when there is no type, or something else in its place, or quotes, and `bad-class` for a class that is not the zone's.
 */
export function readHead(frame: Frame, state: ReaderState, from: number): LineHead {
  const { scanner } = frame
  let ttl = -1
  let classStated = false
  for (let token = from; token < scanner.count; token++) {
    if (scanner.flags[token] !== 0) throw errorAtToken(frame, token, 'head-quoted')
    if (ttl < 0 && (ttl = tokenTtl(frame, token)) >= 0) continue
    const text = scanner.text(token)
    let type = state.types.known(text)
    if (type === undefined) {
      if (!classStated && (classStated = isZoneClass(frame, state, token))) continue
      type = state.types.canonical(text)
    }
    if (type === '') throw errorAtToken(frame, token, ttl < 0 && /^\d/.test(text) ? 'bad-ttl' : 'bad-type')
    return { ttl, type, typeToken: token }
  }
  throw errorAtToken(frame, scanner.count, 'type-missing')
}

// An omitted class is the one of the zone, so a stated one changes nothing: it can only be wrong.
function isZoneClass(frame: Frame, state: ReaderState, token: number): boolean {
  const stated = recordClass(frame.scanner.text(token))
  if (stated !== '' && stated !== state.class) throw errorAtToken(frame, token, 'bad-class')
  return stated !== ''
}

/**
 * Seconds that a token states, or -1 when it has not the form of a TTL.
 * @throws ZoneFileError `ttl-range` over 4294967295 seconds.
 */
export function tokenTtl(frame: Frame, token: number): number {
  const { scanner } = frame
  const start = scanner.starts[token] as number
  const first = scanner.bytes[start] as number
  if (first < 48 || first > 57) return -1
  let ttl = plainSeconds(scanner.bytes, start, scanner.ends[token] as number)
  if (ttl < 0) ttl = parseTtl(scanner.text(token))
  if (ttl > LARGEST_TTL) throw errorAtToken(frame, token, 'ttl-range')
  return ttl
}

/**
 * TTL of a record: its own, else that of `$TTL`, else the last one stated, else the minimum of the SOA record (RFC 2308 section 4).
 * @throws ZoneFileError `ttl-missing` when there is none of them.
 */
export function recordTtl(frame: Frame, state: ReaderState, head: LineHead, rdata: string): number {
  if (head.ttl >= 0) return (state.lastTtl = head.ttl)
  if (state.defaultTtl >= 0) return state.defaultTtl
  if (state.lastTtl >= 0) return state.lastTtl
  if (head.type !== 'SOA' || rdata === '') throw errorAtToken(frame, head.typeToken, 'ttl-missing')
  return (state.defaultTtl = Number(rdata.slice(rdata.lastIndexOf(' ') + 1)))
}

function readRdata(frame: Frame, type: string, base: number): string {
  const { tokens, scanner } = frame
  tokens.base = base
  tokens.count = scanner.count - base
  try {
    return frame.origin === '' ? rdataWithoutOrigin(frame, type, tokens) : parseRdata(type, tokens, frame.origin)
  } catch (error) {
    throw error instanceof RdataError ? rdataFileError(error, frame, base) : error
  }
}

function rdataWithoutOrigin(frame: Frame, type: string, tokens: RdataTokens): string {
  const rdata = parseRdata(type, tokens, NO_ORIGIN)
  if (!rdata.includes(NO_ORIGIN)) return rdata
  throw errorAt(frame, frame.scanner.starts[frame.tokens.base] as number, 'rdata-origin-missing', type)
}

function readAttributes(frame: Frame): RecordAttributes | undefined {
  const { scanner } = frame
  try {
    return readDialect(unicode(scanner.slice(scanner.commentStart, scanner.commentEnd)))
  } catch (error) {
    throw error instanceof Refusal ? errorAt(frame, scanner.commentStart, error.code, error.text) : error
  }
}
