import { type ResourceRecord, typeCode } from '@zonewright/zone'
import { CommentAttributes } from './comment-attributes.ts'
import { readDirective, isDirective } from './directives.ts'
import { ZoneFileError, zoneFileError } from './errors.ts'
import { type Frame, openFrame, startFrame } from './frame.ts'
import type { Generator } from './generator.ts'
import type { IncludeRequest } from './include.ts'
import { errorAt, errorAtToken } from './line-errors.ts'
import { countRecords, takeRecords } from './line-records.ts'
import { LineScan } from './line-scan.ts'
import { LINE_END, RECORD_LINE, START } from './octet-memory.ts'
import type { ReadZoneOptions } from './options.ts'
import { type ReaderOptions, ReaderState } from './reader-state.ts'
import { readRecordLine } from './record-line.ts'
import { SCANNED_END, SCANNED_FAULT, SCANNED_SHORT } from './scanner.ts'
import type { TypeCounts } from './type-counts.ts'

/** Records are in `records`. */
export const STEP_RECORDS = 0
/** The top file needs more octets, or the word that there are none. */
export const STEP_INPUT = 1
/** A `$INCLUDE` waits: `request` says for what; answer with `enter` or `refuse`. */
export const STEP_INCLUDE = 2
/** All files are read, or there are too many errors. */
export const STEP_END = 3

/**
 * The state machine behind both readers: octets go in, up to a few hundred records come out of each step.
 *
 * It never waits and never opens files: a driver hands it octets and included files when a step asks for them.
 * @throws ZoneFileError from every method, unless the option `onError` says to go on.
 */
export class ZoneReader {
  /** The records of the last step; an array that the reader does not touch again. Always empty when they are only counted. */
  records: ResourceRecord[] = []
  /** The line of each of these records, when lines are asked for. */
  lines: number[] = []
  /** Offsets of the first octet of each of these records and behind its line, one after the other; -1 for what is not a line of the first file. */
  spans: number[] = []
  /** What the waiting `$INCLUDE` asks for. */
  request: IncludeRequest | undefined
  /** Errors so far, in the order of the file. */
  readonly errors: ZoneFileError[] = []
  /** Origin at the end of the first file, or an empty string. */
  origin: string
  readonly #state: ReaderState
  readonly #onError: ReadZoneOptions['onError']
  readonly #frames: Frame[] = []
  readonly #scan = new LineScan()
  readonly #comments = new CommentAttributes()
  readonly #counts: TypeCounts | undefined
  readonly #keepsLines: boolean
  #generator: Generator | undefined
  #errorCount = 0

  /** With `counts` records are counted there and not made. */
  constructor(options: ReaderOptions, counts?: TypeCounts) {
    this.#counts = counts
    this.#keepsLines = options.lines === true
    this.#state = new ReaderState(options)
    this.#onError = options.onError ?? 'throw'
    this.origin = this.#state.origin.toLowerCase()
    this.#frames.push(openFrame(this.#state.file, this.#state.maxRecordBytes, this.#state.origin, ''))
  }

  /** The file on top, undefined when all are read. */
  get frame(): Frame | undefined {
    return this.#frames.at(-1)
  }

  /** Number of files that are being read inside one another. */
  get depth(): number {
    return this.#frames.length
  }

  /** Opens the file that the waiting `$INCLUDE` asks for; undefined when that may not be. */
  enter(file: string): Frame | undefined {
    const parent = this.frame
    if (parent === undefined || this.request === undefined) return undefined
    if (this.#frames.some((frame) => frame.file === file)) this.#settle(errorAt(parent, parent.scanner.starts[1] as number, 'include-cycle', file))
    else {
      this.#frames.push(openFrame(file, this.#state.maxRecordBytes, this.request.origin, parent.owner))
      return this.frame
    }
    return undefined
  }

  /** Says that the file of the waiting `$INCLUDE` cannot be had. */
  refuse(cause: unknown): void {
    if (this.frame !== undefined) this.#settle(errorAtToken(this.frame, 1, 'include-failed', cause))
  }

  /** Reads on to the next record, or to what a driver has to do first. */
  step(): number {
    for (;;) {
      const frame = this.frame
      if (frame === undefined) return STEP_END
      if (this.#generator !== undefined) {
        if (this.#generate(this.#generator, frame)) return STEP_RECORDS
        continue
      }
      const { scanner } = frame
      if (!frame.started) {
        if (!scanner.final && scanner.limit - scanner.offset < 3) return STEP_INPUT
        if (!startFrame(frame)) {
          this.#leave(frame)
          this.#settle(zoneFileError('utf-16', { file: frame.file, line: 1, column: 1, text: '' }))
          continue
        }
      }
      if (this.#scan.fill(frame, this.#state) > 0 && this.#take(frame)) return STEP_RECORDS
      const before = scanner.offset
      const scanned = scanner.next()
      this.#scan.credit(scanner.offset - before)
      if (scanned === SCANNED_SHORT) return STEP_INPUT
      if (scanned === SCANNED_END) this.#leave(frame)
      else if (scanned === SCANNED_FAULT) this.#fault(frame)
      else {
        const step = this.#line(frame)
        if (step >= 0) return step
      }
    }
  }

  // Hands out what the columns hold; false when that is nothing because the comment of the first record is refused.
  #take(frame: Frame): boolean {
    const context = { frame, state: this.#state, comments: this.#comments }
    this.records = []
    if (this.#counts !== undefined) {
      countRecords(this.#scan, context, this.#counts)
      return true
    }
    takeRecords(this.#scan, context, this.records)
    if (this.#keepsLines) this.#locateAll()
    return this.records.length > 0
  }

  #locateAll(): void {
    const scan = this.#scan
    this.lines = this.records.map((_, record) => scan.column(record, RECORD_LINE))
    this.spans = this.records.flatMap((_, record) => (this.depth === 1 ? [scan.offset(scan.column(record, START)), scan.offset(scan.column(record, LINE_END))] : [-1, -1]))
  }

  // Hands out one record; the columns of the frame still hold the line that it came from, or the directive that made it.
  #hand({ scanner }: Frame, record: ResourceRecord): void {
    if (this.#counts !== undefined) {
      this.records = []
      this.#counts.add(typeCode(record.type))
      return
    }
    this.records = [record]
    if (!this.#keepsLines) return
    this.lines = [scanner.position(scanner.starts[0] as number).line]
    this.spans = this.#generator === undefined && this.depth === 1 ? [scanner.start, scanner.offset] : [-1, -1]
  }

  #fault(frame: Frame): void {
    const { fault, faultOffset, faultLastLine } = frame.scanner
    this.#settle(errorAt(frame, faultOffset, fault))
    if (faultLastLine > 0) frame.followUps.open(faultLastLine)
  }

  // The line in the columns; -1 when there is nothing to hand out.
  #line(frame: Frame): number {
    try {
      if (!isDirective(frame)) {
        this.#hand(frame, readRecordLine(frame, this.#state))
        return STEP_RECORDS
      }
      const result = readDirective(frame, this.#state)
      if (result === undefined) return -1
      if ('generate' in result) this.#generator = result.generate
      else return this.#include(frame, result.include)
    } catch (error) {
      this.#settle(error)
    }
    return -1
  }

  #include(frame: Frame, request: IncludeRequest): number {
    if (this.#frames.length > this.#state.maxIncludeDepth) throw errorAtToken(frame, 1, 'include-depth')
    // Files that include others twice over would take time without end, although none of them nests deep.
    if (this.#state.includesLeft-- <= 0) throw errorAtToken(frame, 1, 'include-limit')
    this.request = request
    return STEP_INCLUDE
  }

  #generate(generator: Generator, frame: Frame): boolean {
    try {
      const record = generator.next(frame)
      if (record !== undefined) {
        this.#hand(frame, record)
        return true
      }
    } catch (error) {
      this.#generator = undefined
      this.#settle(error)
    }
    this.#generator = undefined
    return false
  }

  #leave(frame: Frame): void {
    this.#frames.pop()
    if (this.#frames.length === 0) this.origin = frame.originKey
    this.#closeFollowUps(frame)
  }

  // Throws, or keeps the error and lets reading go on.
  #settle(error: unknown): void {
    if (!(error instanceof ZoneFileError) || this.#onError === 'throw') throw error
    const { frame } = this
    if (frame?.file === error.file) {
      if (frame.followUps.isOver(error.line)) this.#closeFollowUps(frame)
      if (!frame.followUps.admits(error)) return
    }
    this.#list(error)
  }

  #closeFollowUps(frame: Frame): void {
    const summary = frame.followUps.close()
    if (summary !== undefined) this.#list(summary)
  }

  #list(error: ZoneFileError): void {
    // The summary of a parenthesis may have been the last error that is listed.
    if (this.#errorCount >= this.#state.maxErrors) return
    this.#keep(error)
    if (++this.#errorCount < this.#state.maxErrors) return
    for (const frame of this.#frames.toReversed()) {
      const summary = frame.followUps.close()
      if (summary !== undefined) this.#keep(summary)
    }
    const { file, line, column } = error
    this.#keep(zoneFileError('too-many-errors', { file, line, column, text: '' }))
    this.#frames.length = 0
  }

  #keep(error: ZoneFileError): void {
    if (typeof this.#onError === 'function') this.#onError(error)
    else this.errors.push(error)
  }
}
