import { octetString } from './octets.ts'
import { BACKSLASH, BLANK, CLOSE, CR, LF, OPEN, QUOTE, SEMICOLON, kindOf } from './octet-kinds.ts'

/** A logical record with at least one token is in the columns. */
export const SCANNED_RECORD = 0
/** The window ends inside a logical record: append octets, or declare the window final, and call again. */
export const SCANNED_SHORT = 1
/** The window is final and everything in it has been read. */
export const SCANNED_END = 2
/** The logical record broke a rule of the syntax: `fault` and `faultOffset` say which and where. */
export const SCANNED_FAULT = 3

/** Token flag: the token was written in quotation marks. */
export const TOKEN_QUOTED = 1
/** Token flag: the token starts right where the token before it ended, as both do behind `alpn=` in `alpn="h2"port=443`. */
export const TOKEN_JOINED = 2

/** What the syntax of a logical record can break; each name has a row in the table of faults. */
export type ScanFault = 'quote-open' | 'parenthesis-open' | 'parenthesis-skipped' | 'parenthesis-extra' | 'record-too-long'

// Small, because a substring keeps the whole of the decoded piece alive: a caller who keeps few records keeps little.
const DECODE_OCTETS = 4096

/**
 * Splits octets into logical records and those into tokens (RFC 1035 section 5.1).
 *
 * A logical record is a line, or several lines joined by parentheses. Each call of {@link Scanner.next} refills the
 * same columns, so nothing is allocated for a record; `text` cuts a token out of one decoded piece of the window.
 * A record is scanned again from its start when the window was too short; whoever appends must at least double what
 * is pending, which keeps the whole linear.
 * @example
 * const scanner = new Scanner(1_048_576)
 * scanner.use(new TextEncoder().encode('www A 192.0.2.1'), 15, true)
 * scanner.next() === SCANNED_RECORD && scanner.text(1) // 'A'
 */
export class Scanner {
  /** Octets of the window; offsets in the columns count from its start. */
  bytes: Uint8Array = new Uint8Array(0)
  /** Number of octets in the window. */
  limit = 0
  /** No octets follow the window. */
  final = false
  /** Number of the window: another one when its octets are others. */
  window = 0
  /** Offset of the first octet not read yet. */
  offset = 0
  /** Line number of the octet at `offset`, from 1. */
  line = 1
  /** Offset of the first octet of the logical record in the columns. */
  start = 0
  /** Line number of `start`. */
  startLine = 1
  /** The record starts with a blank, so its owner is omitted. */
  indented = false
  /** Tokens in the columns. */
  count = 0
  /** Offset of the first octet of each token, inside the quotation marks. */
  starts: Int32Array = new Int32Array(32)
  /** Offset behind the last octet of each token, inside the quotation marks. */
  ends: Int32Array = new Int32Array(32)
  /** Flags of each token. */
  flags: Uint8Array = new Uint8Array(32)
  /** Offset behind the semicolon of the comment right after the record, or -1. */
  commentStart = -1
  /** Offset behind that comment. */
  commentEnd = -1
  /** The rule that the record broke; read it only after {@link SCANNED_FAULT}. */
  fault: ScanFault = 'quote-open'
  /** Offset of the octet to blame. */
  faultOffset = -1
  /** Number of the last line that an open parenthesis took in, although reading goes on before it; 0 without one. */
  faultLastLine = 0

  readonly #maxOctets: number
  #rereads: number
  #depth = 0
  #openOffset = -1
  #firstLineEnd = -1
  #skipLine = false
  #brokenQuote = false
  #longQuote = -1
  #decoded = ''
  #decodedStart = 0
  #decodedEnd = 0

  constructor(maxOctets: number) {
    this.#maxOctets = maxOctets
    this.#rereads = 4 * maxOctets
  }

  /** The octet at `offset` starts a logical record; it may also lie in a line that is passed over. */
  get atLine(): boolean {
    return !this.#skipLine
  }

  /** Sets the window; `offset` must already point into it. */
  use(bytes: Uint8Array, limit: number, final: boolean): void {
    this.bytes = bytes
    this.limit = limit
    this.final = final
    this.window++
    this.#decodedEnd = this.#decodedStart = 0
  }

  /** Reads on to the next logical record; blank lines and lines of comment are passed over. */
  next(): number {
    for (;;) {
      if (this.#skipLine && !this.#skip()) return this.final ? SCANNED_END : SCANNED_SHORT
      if (this.offset >= this.limit) return this.final ? SCANNED_END : SCANNED_SHORT
      const result = this.#record()
      if (result !== SCANNED_END) return result
    }
  }

  /** Text of a token, escapes still in, one character an octet. */
  text(token: number): string {
    return this.slice(this.starts[token] as number, this.ends[token] as number)
  }

  /** Octets from `from` to `to` of the record in the columns, as text. */
  slice(from: number, to: number): string {
    if (from < this.#decodedStart || to > this.#decodedEnd) this.#decode(to)
    return this.#decoded.substring(from - this.#decodedStart, to - this.#decodedStart)
  }

  /** Where an offset of the record in the columns stands: line and column from 1, columns in characters of UTF-8. */
  position(offset: number): { line: number; column: number } {
    let line = this.startLine
    let column = 1
    for (let i = this.start; i < offset; i++) {
      const octet = this.bytes[i] as number
      if (octet === 10 || (octet === 13 && (i + 1 >= this.limit || this.bytes[i + 1] !== 10))) {
        line++
        column = 1
      } else if ((octet & 0xc0) !== 0x80) column++
    }
    return { line, column }
  }

  #decode(to: number): void {
    this.#decodedStart = this.start
    this.#decodedEnd = Math.min(this.limit, Math.max(to, this.start + DECODE_OCTETS))
    this.#decoded = octetString(this.bytes, this.#decodedStart, this.#decodedEnd)
  }

  // Passes over the rest of a line without keeping it; false when the window ended first.
  #skip(): boolean {
    const at = this.#lineEnd(this.offset, this.limit)
    if (at < 0) {
      // A CR at the very end may be the first half of CRLF: leave it.
      this.offset = this.final || this.bytes[this.limit - 1] !== 13 ? this.limit : this.limit - 1
      return false
    }
    this.offset = at
    this.line++
    this.#skipLine = false
    return true
  }

  // Offset behind the first line end in a range, or -1; a CR that is the last octet counts only in a final window.
  #lineEnd(from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const octet = this.bytes[i] as number
      if (octet === 10) return i + 1
      if (octet !== 13) continue
      if (i + 1 < this.limit) return this.bytes[i + 1] === 10 ? i + 2 : i + 1
      if (this.final) return i + 1
    }
    return -1
  }

  // Fills the columns. SCANNED_END means that the line had no token and has been passed over.
  #record(): number {
    this.start = this.offset
    this.startLine = this.line
    this.count = 0
    this.commentStart = -1
    this.faultOffset = -1
    this.faultLastLine = 0
    this.#depth = 0
    this.#firstLineEnd = -1
    this.#longQuote = -1
    const bytes = this.bytes
    const bound = this.start + this.#maxOctets
    const limit = bound < this.limit ? bound : this.limit
    let i = this.start
    this.indented = i < limit && kindOf(bytes[i] as number) === BLANK
    let line = this.line

    while (i < limit) {
      const kind = kindOf(bytes[i] as number)
      if (kind === BLANK) i++
      else if (kind === 0 || kind === BACKSLASH) i = this.#word(i, limit)
      else if (kind === LF || kind === CR) {
        if (kind === CR) {
          if (i + 1 >= this.limit && !this.final) return SCANNED_SHORT
          if (i + 1 < this.limit && bytes[i + 1] === 10) i++
        }
        i++
        line++
        if (this.#depth === 0) return this.#finish(i, line)
        if (this.#firstLineEnd < 0) this.#firstLineEnd = i
      } else if (kind === SEMICOLON) {
        if (this.#depth === 0 && this.count === 0 && this.faultOffset < 0) {
          // Nothing of this line is needed, so it may be longer than any bound.
          this.offset = i
          this.line = line
          this.#skipLine = true
          return SCANNED_END
        }
        const from = i + 1
        i = this.#comment(from, limit)
        if (this.#depth === 0) {
          this.commentStart = from
          this.commentEnd = i
        }
      } else if (kind === QUOTE) {
        this.#brokenQuote = false
        const from = i
        i = this.#quoted(i, limit)
        if (this.#brokenQuote) line += this.#linesWithin(from, i)
      } else i = this.#parenthesis(i, kind)
    }
    if (limit === bound) return this.#tooLong(bound, line)
    if (!this.final) return SCANNED_SHORT
    if (this.#depth > 0) {
      this.#blame('parenthesis-open', this.#openOffset)
      return this.#reread(i, line)
    }
    return this.#finish(i, line)
  }

  #finish(offset: number, line: number): number {
    this.offset = offset
    this.line = line
    if (this.faultOffset >= 0) return SCANNED_FAULT
    return this.count === 0 ? SCANNED_END : SCANNED_RECORD
  }

  #tooLong(bound: number, line: number): number {
    if (this.#depth > 0) this.#blame('parenthesis-open', this.#openOffset)
    else this.#blame('record-too-long', this.start)
    const result = this.#reread(bound, line)
    this.#skipLine = this.offset === bound && bound !== this.#firstLineEnd
    return result
  }

  // Lines that end inside a quoted string: behind a backslash, or at a bare CR.
  #linesWithin(from: number, to: number): number {
    let lines = 0
    let end = this.#lineEnd(from, to)
    while (end >= 0 && end <= to) {
      if (this.#firstLineEnd < 0) this.#firstLineEnd = end
      lines++
      end = this.#lineEnd(end, to)
    }
    return lines
  }

  // An open parenthesis would swallow the rest of the file: go on behind its first line, as long as that stays linear.
  #reread(offset: number, line: number): number {
    const again = offset - this.#firstLineEnd
    if (this.#firstLineEnd >= 0 && again <= this.#rereads) {
      this.#rereads -= again
      if (this.#depth > 0) this.faultLastLine = line
      return this.#finish(this.#firstLineEnd, this.startLine + 1)
    }
    // Lines that nobody reads must never go unsaid, whatever else is wrong with the record.
    if (this.#depth > 0 && this.#firstLineEnd >= 0) {
      this.fault = 'parenthesis-skipped'
      this.faultOffset = this.#openOffset
    }
    return this.#finish(offset, line)
  }

  #blame(fault: ScanFault, offset: number): void {
    if (this.faultOffset >= 0) return
    const long = this.#longQuote >= 0
    this.fault = long ? 'quote-open' : fault
    this.faultOffset = long ? this.#longQuote : offset
  }

  #parenthesis(at: number, kind: number): number {
    if (kind === OPEN) {
      if (this.#depth++ === 0) this.#openOffset = at
    } else if (kind === CLOSE) {
      if (this.#depth === 0) this.#blame('parenthesis-extra', at)
      else this.#depth--
    }
    return at + 1
  }

  #word(from: number, limit: number): number {
    const bytes = this.bytes
    let i = from
    for (;;) {
      while (i < limit && kindOf(bytes[i] as number) === 0) i++
      if (i >= limit || bytes[i] !== 92) break
      i++
      // A line end cannot be escaped here: the token ends with its backslash, which no field accepts.
      if (i < limit && bytes[i] !== 10 && bytes[i] !== 13) i++
    }
    this.#token(from, i, 0)
    return i
  }

  #quoted(at: number, limit: number): number {
    const bytes = this.bytes
    let i = at + 1
    while (i < limit) {
      const octet = bytes[i] as number
      if (octet === 34) {
        this.#token(at + 1, i, TOKEN_QUOTED)
        return i + 1
      }
      if (octet === 92) {
        i++
        if (bytes[i] === 10 || bytes[i] === 13) this.#brokenQuote = true
      } else if (octet === 13) this.#brokenQuote = true
      else if (octet === 10) {
        if (this.#depth === 0) {
          this.#blame('quote-open', at)
          return i
        }
        // Line ends do not count in parentheses (RFC 1035 section 5.1), but a string over lines is most often one that lacks its end.
        this.#brokenQuote = true
        if (this.#longQuote < 0) this.#longQuote = at
      }
      i++
    }
    // A backslash as the last octet steps beyond the window. At the bound of a record its length is to blame instead.
    if (this.final && limit < this.start + this.#maxOctets) this.#blame('quote-open', at)
    return limit
  }

  #comment(from: number, limit: number): number {
    let i = from
    while (i < limit && this.bytes[i] !== 10 && this.bytes[i] !== 13) i++
    return i
  }

  #token(start: number, end: number, flags: number): void {
    const n = this.count
    if (n === this.starts.length) this.#grow()
    const open = flags === TOKEN_QUOTED ? start - 1 : start
    this.starts[n] = start
    this.ends[n] = end
    const before = n === 0 ? -1 : (this.ends[n - 1] as number) + ((this.flags[n - 1] as number) & TOKEN_QUOTED)
    this.flags[n] = open === before ? flags | TOKEN_JOINED : flags
    this.count = n + 1
  }

  #grow(): void {
    const starts = new Int32Array(this.starts.length * 4)
    const ends = new Int32Array(this.ends.length * 4)
    const flags = new Uint8Array(this.flags.length * 4)
    starts.set(this.starts)
    ends.set(this.ends)
    flags.set(this.flags)
    this.starts = starts
    this.ends = ends
    this.flags = flags
  }
}
