import type { FaultCode } from './faults.ts'

/** A part of the reader refuses a text; the reader turns this into a {@link ZoneFileError} with its place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: FaultCode
  readonly text: string

  constructor(code: FaultCode, text: string) {
    super(code)
    this.code = code
    this.text = text
  }
}
