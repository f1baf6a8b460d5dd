import { OctetScan, type ScannedType, ScannedTypes, mnemonicNumber, parsePeriod } from '@zonewright/zone'
import type { Frame } from './frame.ts'
import type { ReaderState } from './reader-state.ts'
import type { Scanner } from './scanner.ts'
import { MAX_TTL } from './ttl.ts'

const IN = mnemonicNumber('IN')
/** Most records in the columns. */
const RECORDS = 128
/** Octets of canonical text behind which no further record is begun. */
const ENOUGH = 4096
const CAPACITY = 32_768
/** Octets that may be read in vain beyond those that were read to some use. */
const PATIENCE = 65_536
/** Octets of comment in a window from which on it pays to ask the engine about the rest of it. */
const TALKATIVE = 4096

const LF = 0x0a
const CR = 0x0d
const SEMICOLON = 0x3b
const OPEN = 0x28
const CLOSE = 0x29

/**
 * Reads the everyday lines of a zone file straight from the octets into columns, many at a time and without a string.
 *
 * It stops before the first line that it is not sure of, be it a directive, a rare type, an escape in a name or an error: that
 * one is read again by way of {@link Scanner} and tokens, which gives the same record or names the fault. What has
 * been read in vain is counted, so that a file of such lines costs no more than twice its length.
 */
export class LineScan extends OctetScan {
  /** Records in the columns. */
  count = 0
  /** Seconds of each record. */
  readonly ttls = new Int32Array(RECORDS)
  readonly types: ScannedType[] = []
  /** Line of the first token of each record. */
  readonly lines = new Uint32Array(RECORDS)
  /** Offset in `bytes` of the first octet of each record. */
  readonly starts = new Float64Array(RECORDS)
  /** Offset in `bytes` behind the line end of each record. */
  readonly lineEnds = new Float64Array(RECORDS)
  /** Offset in `out` of the owner of each record, or -1 when it is that of the record before. */
  readonly owners = new Int32Array(RECORDS)
  /** Offset in `out` of the rdata of each record, which is also behind its owner. */
  readonly rdata = new Int32Array(RECORDS)
  /** Offset in `out` behind the rdata of each record. */
  readonly ends = new Int32Array(RECORDS)
  /** Offset in `bytes` of the comment of each record, behind its semicolon. */
  readonly comments = new Float64Array(RECORDS)
  /** Offset in `bytes` behind the comment of each record, the same as that of its start when there is none. */
  readonly commentEnds = new Float64Array(RECORDS)
  /** Offset in `bytes` of the first comment in the columns, or -1. */
  firstComment = -1
  readonly #known = new ScannedTypes()
  readonly #startLines = new Uint32Array(RECORDS)
  readonly #lastTtls = new Int32Array(RECORDS)
  #byTokens = false
  #depth = 0
  #line = 1
  #last = -1
  #scanned: Uint8Array | undefined
  #limit = 0
  #hasReturns: boolean | undefined
  #walked = 0
  #ownerKey = new Uint8Array(0)
  #originText: string | undefined
  #owner = 0
  #ownerEnd = 0
  #useful = 0
  #vain = 0

  constructor() {
    super()
    this.out = new Uint8Array(CAPACITY)
  }

  /** Octets that were read to some use by another way. */
  credit(octets: number): void {
    this.#useful += octets
  }

  /**
   * Fills the columns with the records that follow in a file, and moves its scanner behind them; the number of records.
   *
   * With 0 the next line is for the scanner, which may also find that there is none.
   */
  fill(frame: Frame, state: ReaderState): number {
    const { scanner } = frame
    this.count = this.end = 0
    this.firstComment = -1
    const byTokens = this.#byTokens
    this.#byTokens = false
    if (byTokens || this.#vain > this.#useful + PATIENCE || !scanner.atLine || state.class !== 'IN') return 0
    // The columns hold no larger TTL.
    if (state.defaultTtl > MAX_TTL || state.lastTtl > MAX_TTL) return 0
    this.#open(scanner)
    this.#setOrigin(frame)
    let hasOwner = frame.owner !== ''
    this.#owner = this.#ownerEnd = 0
    this.at = scanner.offset
    this.#line = scanner.line
    let record = 0
    while (record < RECORDS && this.end < ENOUGH) {
      if (!this.#toRecord(state.maxRecordBytes)) break
      const start = this.at
      const line = this.#line
      const from = this.end
      if (!this.#record(record, hasOwner, state)) {
        this.#vain += this.at - start
        this.at = start
        this.#line = line
        this.end = from
        break
      }
      this.#useful += this.at - start
      hasOwner = true
      record++
    }
    scanner.offset = this.at
    scanner.line = this.#line
    this.count = record
    return record
  }

  /** Puts the scanner back before a record of the columns, which will then be read by way of tokens. */
  rewind(record: number, { scanner }: Frame, state: ReaderState): void {
    scanner.offset = this.starts[record] as number
    scanner.line = this.#startLines[record] as number
    state.lastTtl = this.#lastTtls[record] as number
    this.#byTokens = true
  }

  /** Parentheses, and inside them line ends and comments, part tokens as well. */
  override gap(): void {
    const { bytes } = this
    let { at } = this
    let octet = bytes[at]
    while (octet === 0x20 || octet === 0x09) octet = bytes[++at]
    this.at = at
    if (octet === OPEN || octet === CLOSE || (this.#depth > 0 && this.done)) this.#longGap()
  }

  #longGap(): void {
    const { bytes } = this
    let { at } = this
    for (;;) {
      const octet = bytes[at]
      if (octet === OPEN) this.#depth++
      else if (octet === CLOSE) {
        if (this.#depth === 0) break
        this.#depth--
      } else if (octet === SEMICOLON) {
        if (this.#depth === 0) break
        while (bytes[at + 1] !== LF && bytes[at + 1] !== CR) at++
      } else if (octet === LF) {
        // Behind the last line end of the window there is nothing to read.
        if (this.#depth === 0 || at >= this.#last) break
        this.#line++
      } else if (octet === CR) {
        if (this.#depth === 0 || bytes[at + 1] !== LF) break
      } else if (octet !== 0x20 && octet !== 0x09) break
      at++
    }
    this.at = at
  }

  #open({ bytes, limit }: Scanner): void {
    if (this.#scanned === bytes && this.#limit === limit) return
    this.bytes = this.#scanned = bytes
    this.#limit = limit
    this.#last = bytes.lastIndexOf(LF, limit - 1)
    this.#hasReturns = undefined
    this.#walked = 0
  }

  #setOrigin({ origin, originKey }: Frame): void {
    if (origin === this.#originText) return
    this.#originText = origin
    this.origin = originOctets(origin)
    this.#ownerKey = originOctets(originKey)
  }

  // Passes over blank lines and lines of comment; false when no line is left that ends in the window.
  #toRecord(maxRecordBytes: number): boolean {
    const { bytes } = this
    const last = this.#last
    let { at } = this
    for (;;) {
      if (at > last) break
      const from = at
      let octet = bytes[at]
      while (octet === 0x20 || octet === 0x09) octet = bytes[++at]
      // Blanks count as a part of the line, the comment behind them does not.
      if (at - from >= maxRecordBytes) break
      if (octet === SEMICOLON) do octet = bytes[++at]
      while (octet !== LF && octet !== CR)
      if (octet === CR && bytes[at + 1] === LF) octet = bytes[++at]
      if (octet !== LF) {
        this.at = from
        return octet !== CR
      }
      this.at = ++at
      this.#line++
    }
    return false
  }

  #record(record: number, hasOwner: boolean, state: ReaderState): boolean {
    const { bytes } = this
    const start = this.at
    const first = bytes[start]
    this.starts[record] = start
    this.#startLines[record] = this.#line
    this.#lastTtls[record] = state.lastTtl
    this.#depth = 0
    if (first === 0x20 || first === 0x09) {
      if (!hasOwner) return false
      this.owners[record] = -1
      this.gap()
    } else if (!this.#readOwner(record, hasOwner)) return false
    this.lines[record] = this.#line
    const ttl = this.#head(record)
    if (ttl < -1) return false
    this.rdata[record] = this.end
    this.gap()
    if (!(this.types[record] as ScannedType).scan(this)) return false
    this.ends[record] = this.end
    if (!this.#lineEnd(record, state.attributes) || this.at - start > state.maxRecordBytes || this.end > CAPACITY) return false
    if (ttl >= 0) this.ttls[record] = state.lastTtl = ttl
    else if (state.defaultTtl >= 0) this.ttls[record] = state.defaultTtl
    else if (state.lastTtl >= 0) this.ttls[record] = state.lastTtl
    else return false
    return true
  }

  #readOwner(record: number, hasOwner: boolean): boolean {
    const from = this.end
    // A dollar sign and a parenthesis are none of a name.
    if (!this.owner(this.#ownerKey)) return false
    const { bytes, end, out } = this
    if (bytes[this.at] !== 0x20 && bytes[this.at] !== 0x09) return false
    // The owner of the record before, written once more. Neighbours mostly differ where their first label ends.
    const length = end - from
    const lastOfLabel = this.labelEnd - 1
    if (hasOwner && length === this.#ownerEnd - this.#owner && out[lastOfLabel] === out[lastOfLabel - from + this.#owner]) {
      let index = 0
      while (index < length && out[from + index] === out[this.#owner + index]) index++
      if (index === length) {
        this.end = from
        this.owners[record] = -1
        return true
      }
    }
    this.owners[record] = this.#owner = from
    this.#ownerEnd = end
    return true
  }

  // Reads TTL, class and type; seconds, -1 when no TTL is stated, -2 when something else stands there.
  #head(record: number): number {
    const { bytes } = this
    let ttl = -1
    let classStated = false
    for (;;) {
      let octet = bytes[this.at] as number
      if (octet === 0x20 || octet === 0x09) octet = bytes[++this.at] as number
      if (octet < 0x30) {
        this.gap()
        octet = bytes[this.at] as number
      }
      if (octet >= 0x30 && octet <= 0x39) {
        if (ttl >= 0) return -2
        ttl = this.#ttl()
        if (ttl < 0) return -2
        continue
      }
      const mnemonic = this.mnemonic()
      if (mnemonic === IN) {
        if (classStated) return -2
        classStated = true
        continue
      }
      const type = this.#known.find(mnemonic)
      if (type === undefined) return -2
      this.types[record] = type
      return ttl
    }
  }

  #ttl(): number {
    const { bytes } = this
    const start = this.at
    let at = start
    let octet = bytes[at] as number
    let seconds = 0
    while (octet >= 0x30 && octet <= 0x39) {
      seconds = seconds * 10 + octet - 0x30
      octet = bytes[++at] as number
    }
    if (at - start > 10) return -1
    this.at = at
    if (!this.ended) {
      // With units: rare enough for a string.
      let text = ''
      for (at = start; at - start < 20 && ((bytes[at] as number) | 0x20) <= 0x7a && (bytes[at] as number) > 0x2f; at++) text += String.fromCharCode(bytes[at] as number)
      this.at = at
      seconds = parsePeriod(text)
      if (!this.ended) return -1
    }
    return seconds > MAX_TTL ? -1 : seconds
  }

  // The end of the record, with the comment before it.
  #lineEnd(record: number, keepsComment: boolean): boolean {
    const { bytes } = this
    if (this.#depth > 0 || !this.done) return false
    let { at } = this
    this.comments[record] = this.commentEnds[record] = at
    if (bytes[at] === SEMICOLON) {
      const from = at + 1
      at = this.#endOfComment(from)
      if (keepsComment) {
        if (this.firstComment < 0) this.firstComment = from
        this.comments[record] = from
        this.commentEnds[record] = at
      }
    }
    if (bytes[at] === CR) at++
    if (bytes[at] !== LF) return false
    this.at = this.lineEnds[record] = at + 1
    this.#line++
    return true
  }

  // Comments may be long, and half of what a file holds: then looking for their end is left to the engine where that is all there is to it.
  #endOfComment(from: number): number {
    const { bytes } = this
    if (this.#walked > TALKATIVE) {
      // From the first record in the columns on: reading may start again at any of them.
      this.#hasReturns ??= bytes.subarray(this.starts[0], this.#limit).includes(CR)
      if (!this.#hasReturns) return bytes.indexOf(LF, from)
    }
    let at = from
    while (bytes[at] !== LF && bytes[at] !== CR) at++
    this.#walked += at - from
    return at
  }
}

/** What completes a relative name: the origin behind its dot. */
function originOctets(origin: string): Uint8Array<ArrayBuffer> {
  const text = origin === '' || origin === '.' ? origin : `.${origin}`
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
