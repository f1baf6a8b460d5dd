import type { FormPostFault } from '../fault.ts'
import type { ClientOutcome } from '../translate/translation.ts'
import { echoOf } from './echo.ts'
import type { Parameters } from './parameters.ts'

/** What a client API answer is made of. */
export interface ClientAnswerParts {
  readonly action: string
  readonly sent: Parameters
  readonly echo: boolean
  /** The verdict stands inside the response too. */
  readonly nested: boolean
}

const request = ({ action, sent, echo }: ClientAnswerParts): object => (echo ? { request: { act: action, ...echoOf(sent, { mask: true }) } } : {})

/**
 * The JSON of a result: `request`, `response`, `result`, `msg`, `attributes`, in this order, for programs that look for words.
 * @example clientResult({ action: 'rec_delete', sent: {}, echo: false, nested: false }, {}) // { result: 'success', msg: null }
 */
export const clientResult = (parts: ClientAnswerParts, { response, attributes }: ClientOutcome): object => ({
  ...request(parts),
  ...(parts.nested ? { response: { ...(response as object | undefined), result: 'success', msg: null } } : response === undefined ? {} : { response }),
  result: 'success',
  msg: null,
  ...(attributes === undefined ? {} : { attributes }),
})

/**
 * The JSON of a refusal.
 * @example clientRefusal(new FormPostFault({ message: 'Invalid zone.' })) // { result: 'error', msg: 'Invalid zone.' }
 */
export const clientRefusal = (fault: FormPostFault, parts?: ClientAnswerParts): object => ({
  ...(parts === undefined ? {} : request(parts)),
  result: 'error',
  msg: fault.message,
  ...(fault.word === undefined ? {} : { err_code: fault.word }),
  ...(fault.reason === undefined ? {} : { bridge: { reason: fault.reason } }),
})
