import { type FaultCode, faults } from './faults.ts'

/** What a {@link ZoneFileError} is made of. */
export interface ZoneFileErrorDetails {
  /** Stable name of the fault; `bad-rdata` for a field of rdata. */
  readonly code: FaultCode | 'bad-rdata'
  /** Name of the file. */
  readonly file: string
  /** Line from 1. */
  readonly line: number
  /** Column from 1, in characters. */
  readonly column: number
  /** The offending text, at most 64 characters of it. */
  readonly text: string
  /** What is wrong, as a clause. */
  readonly problem: string
  /** What would have been right. */
  readonly expected: string
  /** What to do next. */
  readonly advice: string
  /** The error below this one. */
  readonly cause?: unknown
}

/**
 * A place in a master file that breaks its rules.
 *
 * The message reads `file:line:column: problem; expected what`.
 * @example
 * try {
 *   readZone('www 300x A 192.0.2.1', { origin: 'example.com.', file: 'example.zone' })
 * } catch (error) {
 *   if (error instanceof ZoneFileError) console.error(error.message, error.advice)
 *   // example.zone:1:5: "300x" is not a TTL; expected seconds or units such as 1h30m
 * }
 */
export class ZoneFileError extends Error {
  override readonly name = 'ZoneFileError'
  /** Stable name of the fault; `bad-rdata` for a field of rdata. */
  readonly code: FaultCode | 'bad-rdata'
  /** Name of the file. */
  readonly file: string
  /** Line from 1. */
  readonly line: number
  /** Column from 1, in characters. */
  readonly column: number
  /** The offending text. */
  readonly text: string
  /** What would have been right. */
  readonly expected: string
  /** What to do next. */
  readonly advice: string

  constructor(details: ZoneFileErrorDetails) {
    const { file, line, column, problem, expected } = details
    super(`${file}:${line}:${column}: ${problem}; expected ${expected}`, 'cause' in details ? { cause: details.cause } : undefined)
    this.code = details.code
    this.file = file
    this.line = line
    this.column = column
    this.text = details.text
    this.expected = expected
    this.advice = details.advice
  }
}

/**
 * Several places in a master file that break its rules, in the order of the file.
 * @example
 * try {
 *   for await (const record of readZoneStream(source, { onError: 'collect' })) console.log(record.name)
 * } catch (error) {
 *   if (error instanceof ZoneFileErrors) for (const one of error.errors) console.error(one.message)
 * }
 */
export class ZoneFileErrors extends AggregateError {
  override readonly name = 'ZoneFileErrors'
  declare readonly errors: ZoneFileError[]

  constructor(errors: readonly ZoneFileError[]) {
    super(errors, errors.map((error) => error.message).join('\n'))
  }
}

/**
 * Text as it goes into a message: quoted, control characters escaped, at most 64 characters of it.
 * @example shown('300x') // '"300x"'
 */
export function shown(text: string): string {
  return JSON.stringify(text.length > 64 ? `${text.slice(0, 63)}…` : text)
}

/** Where and about what an error is; the rest comes from the table of faults. */
export interface Blame {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly text: string
  readonly cause?: unknown
}

/**
 * The error for a row of the table of faults.
 * @example zoneFileError('bad-ttl', { file: 'example.zone', line: 12, column: 18, text: '300x' })
 */
export function zoneFileError(code: FaultCode, blame: Blame): ZoneFileError {
  const { expected, advice, problem } = faults[code]
  return new ZoneFileError({ ...blame, code, text: blame.text.slice(0, 64), problem: problem(shown(blame.text)), expected, advice })
}
