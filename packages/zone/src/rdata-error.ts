/** Where and how rdata does not fit its type. */
export interface RdataProblem {
  /** Record type as written. */
  readonly type: string
  /** Field of the type's row; empty when the problem is of no one field. */
  readonly field: string
  /** Index of the token from 0; -1 when the rdata did not come as tokens. */
  readonly tokenIndex: number
  /** The token or value as written; `undefined` when it is missing. */
  readonly text: string | undefined
  /** What must stand there, as a noun phrase: `a number from 0 to 65535`. */
  readonly expected: string
}

/** Rdata that its type does not allow; the message says what, where, which value and what to write instead. */
export class RdataError extends Error implements RdataProblem {
  override readonly name = 'RdataError'
  readonly type: string
  readonly field: string
  readonly tokenIndex: number
  readonly text: string | undefined
  readonly expected: string

  constructor(problem: RdataProblem, options?: ErrorOptions) {
    super(message(problem), options)
    this.type = problem.type
    this.field = problem.field
    this.tokenIndex = problem.tokenIndex
    this.text = problem.text
    this.expected = problem.expected
  }
}

function message({ type, field, tokenIndex, text, expected }: RdataProblem): string {
  const what = field === '' ? type : `${type} ${field}`
  const where = tokenIndex < 0 ? what : `${what} (token ${tokenIndex + 1} of the rdata)`
  return text === undefined ? `${where} is missing: add ${expected}.` : `${where} is ${shortened(text)}: write ${expected}.`
}

/** A value of any length must leave the message readable. */
function shortened(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text)
}
