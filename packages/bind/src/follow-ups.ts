import { type ZoneFileError, zoneFileError } from './errors.ts'

/** Errors that are listed behind an open parenthesis before the rest of them is only counted. */
const LISTED = 10

/**
 * The errors of the lines that an open parenthesis would have swallowed.
 *
 * Those lines are read again as records of their own. What was inside the parenthesis is no record, so it fails line
 * after line, and a thousand such errors would hide the one that matters: a few are listed, the others counted.
 */
export class FollowUps {
  #lastLine = 0
  #listed = 0
  #leftOut = 0
  #first: ZoneFileError | undefined

  /** A parenthesis is open that would have swallowed the lines up to this one. */
  open(lastLine: number): void {
    this.#lastLine = Math.max(this.#lastLine, lastLine)
  }

  /** An error at this line is behind the lines that were swallowed. */
  isOver(line: number): boolean {
    return line > this.#lastLine
  }

  /** Whether an error is to be listed; if not, it is counted. */
  admits(error: ZoneFileError): boolean {
    // Lines that were not even read are never just a number.
    if (error.code === 'parenthesis-skipped' || this.isOver(error.line) || this.#listed++ < LISTED) return true
    this.#first ??= error
    this.#leftOut++
    return false
  }

  /** Forgets the parenthesis; gives the error that says how many were left out, if there are any. */
  close(): ZoneFileError | undefined {
    const first = this.#first
    const text = String(this.#leftOut)
    this.#lastLine = this.#listed = this.#leftOut = 0
    this.#first = undefined
    return first === undefined ? undefined : zoneFileError('follow-ups', { file: first.file, line: first.line, column: first.column, text })
  }
}
