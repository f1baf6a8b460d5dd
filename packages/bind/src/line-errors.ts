import type { RdataError } from '@zonewright/zone';
import { NameError } from '@zonewright/zone'
import { ZoneFileError, shown, zoneFileError } from './errors.ts'
import type { FaultCode } from './faults.ts'
import type { Frame } from './frame.ts'
import { Refusal } from './refusal.ts'

/** The error for an offset of the line in the columns. */
export function errorAt(frame: Frame, offset: number, code: FaultCode, text = '', cause?: unknown): ZoneFileError {
  const { line, column } = frame.scanner.position(offset)
  const details = { file: frame.file, line, column, text }
  return zoneFileError(code, cause === undefined ? details : { ...details, cause })
}

/** The error for a token of the line in the columns; behind the last token it stands for what is missing. */
export function errorAtToken(frame: Frame, token: number, code: FaultCode, cause?: unknown): ZoneFileError {
  const { scanner } = frame
  if (token < scanner.count) return errorAt(frame, scanner.starts[token] as number, code, scanner.text(token), cause)
  return errorAt(frame, endOfLine(frame), code, '', cause)
}

/** Gives an error of a part of the reader its place in the file; other errors pass unchanged. */
export function placed(error: unknown, frame: Frame, token: number): unknown {
  const { scanner } = frame
  if (error instanceof Refusal) return errorAt(frame, scanner.starts[token] ?? scanner.start, error.code, error.text)
  if (!(error instanceof NameError)) return error
  const { code, expected, advice, problem } = { code: 'bad-name' as const, ...nameFault(error) }
  const { line, column } = scanner.position(scanner.starts[token] ?? scanner.start)
  return new ZoneFileError({ code, file: frame.file, line, column, text: error.text.slice(0, 64), problem, expected, advice, cause: error })
}

/**
 * The error for rdata that does not fit its type; `base` is the token that the rdata starts with.
 *
 * `sameTokens` is false when the rdata was made from a template: then its first token stands for all of it.
 */
export function rdataFileError(error: RdataError, frame: Frame, base: number, sameTokens = true): ZoneFileError {
  const { scanner } = frame
  const token = sameTokens ? base + error.tokenIndex : base
  const known = !sameTokens || (error.tokenIndex >= 0 && token < scanner.count)
  const offset = known ? (scanner.starts[token] as number) : endOfLine(frame)
  const { line, column } = scanner.position(offset)
  const text = (error.text ?? '').slice(0, 64)
  const what = error.field === '' ? `${error.type} rdata` : `${error.type} ${error.field}`
  const problem = error.text === undefined ? `${what} is missing` : `${shown(error.text)} does not fit ${what}`
  const advice = error.text === undefined ? 'complete the record' : 'correct the field; quotes keep blanks and semicolons in a text'
  return new ZoneFileError({ code: 'bad-rdata', file: frame.file, line, column, text, problem, expected: error.expected, advice, cause: error })
}

function nameFault(error: NameError): { problem: string; expected: string; advice: string } {
  const advice = 'check for two dots in a row, labels that are too long, and a backslash before anything but a character or three digits'
  return { problem: `${shown(error.text)} is not a domain name`, expected: error.expected, advice }
}

function endOfLine({ scanner }: Frame): number {
  return scanner.count === 0 ? scanner.start : (scanner.ends[scanner.count - 1] as number)
}
