import type { Frame } from './frame.ts'
import * as at from './octet-memory.ts'
import { type OctetMachine, octetMachine } from './octet-machine.ts'
import { octetString } from './octets.ts'
import type { ReaderState } from './reader-state.ts'
import type { Scanner } from './scanner.ts'
import { MAX_TTL } from './ttl.ts'

/** Octets that may be read in vain beyond those that were read to some use. */
const PATIENCE = 65_536
const LF = 0x0a

/** Where the columns of the first record begin in {@link LineScan.columns}. */
export const FIRST_COLUMN = at.RECORDS >> 2

/**
 * Reads the everyday lines of a zone file straight from the octets into columns, many at a time and without a string.
 *
 * It stops before the first line that it is not sure of, be it a directive, a rare type, an escape in a name or an error: that
 * one is read again by way of {@link Scanner} and tokens, which gives the same record or names the fault. What has
 * been read in vain is counted, so that a file of such lines costs no more than twice its length.
 */
export class LineScan {
  /** Records in the columns; they are there until the next {@link LineScan.fill} of any reader. */
  count = 0
  readonly #machine: OctetMachine | undefined = octetMachine()
  readonly #user = this.#machine?.join() ?? 0
  #byTokens = false
  #scanned: Uint8Array | undefined
  #window = -1
  // Offsets in the scanner's octets of the first one in the window, and behind the last.
  #base = 0
  #behind = 0
  #useful = 0
  #vain = 0

  /** Octets that were read to some use by another way. */
  credit(octets: number): void {
    this.#useful += octets
  }

  /** A column of a record, one of those in `octet-memory.ts`; places in the window are counted from its first octet. */
  column(record: number, column: number): number {
    return (this.#machine as OctetMachine).numbers[FIRST_COLUMN + record * at.COLUMNS + column] as number
  }

  /** All columns, those of one record behind those of the one before; the first record begins at index {@link FIRST_COLUMN}. */
  get columns(): Int32Array {
    return (this.#machine as OctetMachine).numbers
  }

  /** Names of types by their numbers. */
  get typeNames(): readonly string[] {
    return (this.#machine as OctetMachine).names
  }

  /** Owners and rdata of the records in the columns, or the part of them that a column points to. */
  text(from = 0, to?: number): string {
    const machine = this.#machine as OctetMachine
    return octetString(machine.bytes, at.OUT + from, at.OUT + (to ?? machine.get(at.OUT_LENGTH)))
  }

  /** Where the first comment in the columns begins, or -1. */
  get firstComment(): number {
    return (this.#machine as OctetMachine).get(at.FIRST_COMMENT)
  }

  /** The octets from the first comment to the end of the last record, as text. */
  comments(): string {
    const machine = this.#machine as OctetMachine
    return this.firstComment < 0 ? '' : octetString(machine.bytes, at.WINDOW + this.firstComment, at.WINDOW + this.column(this.count - 1, at.LINE_END))
  }

  /** Offset in the scanner's octets of a place in the window. */
  offset(place: number): number {
    return this.#base + place
  }

  /**
   * Fills the columns with the records that follow in a file, and moves its scanner behind them; the number of records.
   *
   * With 0 the next line is for the scanner, which may also find that there is none.
   */
  fill(frame: Frame, state: ReaderState): number {
    const { scanner } = frame
    const machine = this.#machine
    const byTokens = this.#byTokens
    this.count = 0
    this.#byTokens = false
    if (machine === undefined || byTokens || this.#vain > this.#useful + PATIENCE || !scanner.atLine || state.class !== 'IN') return 0
    // The columns hold no larger TTL.
    if (state.defaultTtl > MAX_TTL || state.lastTtl > MAX_TTL) return 0
    const isOurs = machine.user === this.#user && this.#scanned === scanner.bytes && this.#window === scanner.window
    if ((!isOurs || scanner.offset < this.#base || scanner.offset >= this.#behind) && !this.#load(machine, scanner)) return 0
    this.#setUp(machine, frame, state)
    for (;;) {
      machine.set(at.AT, scanner.offset - this.#base)
      machine.set(at.LINE, scanner.line)
      const count = machine.fill()
      const next = this.#base + machine.get(at.AT)
      this.#useful += next - scanner.offset
      scanner.offset = next
      scanner.line = machine.get(at.LINE)
      state.lastTtl = machine.get(at.LAST_TTL)
      if (count > 0) {
        this.count = count
        return count
      }
      if (machine.learn()) continue
      // A record may begin here and end behind the window.
      if (machine.get(at.SHORT) === 1 && next > this.#base && this.#behind < scanner.limit && this.#load(machine, scanner)) continue
      this.#vain += machine.get(at.VAIN)
      return 0
    }
  }

  /** Puts the scanner back before a record of the columns, which will then be read by way of tokens. */
  rewind(record: number, { scanner }: Frame, state: ReaderState): void {
    scanner.offset = this.#base + this.column(record, at.START)
    scanner.line = this.column(record, at.START_LINE)
    state.lastTtl = this.column(record, at.TTL_BEFORE)
    this.#byTokens = true
  }

  // Takes the octets from the scanner's place on into the window; false when no line of them ends there.
  #load(machine: OctetMachine, { bytes, limit, offset, window }: Scanner): boolean {
    machine.user = this.#user
    this.#scanned = bytes
    this.#window = window
    this.#base = offset
    this.#behind = Math.min(limit, offset + at.MOST_OCTETS)
    if (this.#behind === offset) return false
    machine.bytes.set(bytes.subarray(offset, this.#behind), at.WINDOW)
    const last = machine.bytes.lastIndexOf(LF, at.WINDOW + this.#behind - offset - 1) - at.WINDOW
    machine.set(at.LAST, last)
    return last >= 0
  }

  #setUp(machine: OctetMachine, { origin, originKey, owner }: Frame, state: ReaderState): void {
    machine.set(at.HAS_OWNER, owner === '' ? 0 : 1)
    machine.set(at.DEFAULT_TTL, state.defaultTtl)
    machine.set(at.LAST_TTL, state.lastTtl)
    machine.set(at.MOST_RECORD, state.maxRecordBytes)
    machine.set(at.KEEPS_COMMENTS, state.attributes ? 1 : 0)
    machine.useOrigin(origin, originKey)
  }
}
