import type { Asked } from './asked.ts'
import { FormPostFault, internalFault, invalidInput, statusOf } from './fault.ts'
import { clientActions, reportAction } from './translate/client.ts'
import type { ClientOutcome, Translation } from './translate/translation.ts'
import type { ClientScene } from './translate/scene.ts'
import { clientFaultOf } from './upstream-fault.ts'
import { acceptForm } from './wire/accept.ts'
import { isCallback, wrapInCall } from './wire/callback.ts'
import { clientRefusal, clientResult } from './wire/client-envelope.ts'
import type { FormPostAnswer } from './wire/message.ts'
import type { Parameters } from './wire/parameters.ts'

type Known = Translation<ClientScene, ClientOutcome>

/** The name of an address's owner goes by two names, and by either for every action. */
const emailOf = (sent: Parameters): string => sent['email'] || sent['u'] || ''

const signIn = ({ sent, parts, scene }: Asked): ClientScene => {
  const caller = parts.callers.client(emailOf(sent), sent['tkn'] ?? '')
  if (caller === undefined) throw new FormPostFault({ message: 'Invalid token or email', word: 'E_UNAUTH' })
  return { ...scene, sent, caller }
}

const perform = async (asked: Asked, known: Known | undefined): Promise<ClientOutcome> => {
  const scene = signIn(asked)
  const allowance = asked.parts.budget?.(scene.caller.email)
  if (allowance?.allowed === false) throw new FormPostFault({ message: `The limit of calls is reached; wait ${allowance.reset} seconds.`, word: 'E_MAXAPI', rateLimited: true })
  if (known === undefined) throw invalidInput('Invalid act.')
  const accepted = acceptForm(known, asked.sent)
  if ('issues' in accepted) {
    const [issue] = accepted.issues
    throw invalidInput(issue === undefined ? 'The input is refused.' : `${issue.field} ${issue.missing ? 'is missing' : issue.detail}.`)
  }
  const outcome = await known.run(scene, accepted.input)
  // Any value asks for it, an empty one too.
  if (allowance === undefined || asked.sent['calls_left'] === undefined) return outcome
  return { ...outcome, attributes: { ...outcome.attributes, calls_left: allowance.remaining } }
}

/** Runs an action; gives its outcome or why it was refused, and logs which of the two. */
const outcomeOf = async (asked: Asked, action: string, known: Known | undefined): Promise<ClientOutcome | FormPostFault> => {
  const { log } = asked.parts
  try {
    const outcome = await perform(asked, known)
    log?.({ api: 'client', action, result: 'success' })
    return outcome
  } catch (error) {
    const fault = internalFault(clientFaultOf(error))
    log?.({ api: 'client', action, result: 'error', message: fault.message, ...(fault.word === undefined ? {} : { code: fault.word }), ...(fault.cause === undefined ? {} : { cause: fault.cause }) })
    return fault
  }
}

const nameOf = (sent: Parameters): string => (sent['a'] || sent['act'] || '').trim()

/** Action names are taken in any case; `DIUP` is written large, the others small. */
const find = (name: string): Known | undefined => clientActions.get(name) ?? clientActions.get(name.toLowerCase()) ?? clientActions.get(name.toUpperCase())

/** Answers at `/api_json.html`: JSON, or a script that hands it to a function. */
export const answerClient = async (asked: Asked): Promise<FormPostAnswer> => {
  const { sent } = asked
  const { callback } = sent
  if (callback !== undefined && callback !== '' && !isCallback(callback)) return { status: 200, contentType: 'application/json', body: JSON.stringify(clientRefusal(invalidInput('callback is not the name of a function.'))) }
  const action = nameOf(sent)
  const known = find(action)
  const outcome = await outcomeOf(asked, action, known)
  const parts = { action, sent, echo: known?.echo === true, nested: known?.nested === true }
  const json = JSON.stringify(outcome instanceof FormPostFault ? clientRefusal(outcome, parts) : clientResult(parts, outcome))
  // A script is run with status 200 alone.
  if (callback !== undefined && callback !== '') return { status: 200, contentType: 'application/javascript; charset=utf-8', body: wrapInCall(callback, json) }
  return { status: statusOf(outcome), contentType: 'application/json', body: json }
}

/** Actions that the plain-text address has. */
const wordActions: ReadonlySet<string> = new Set(['wl', 'ban', 'nul', 'diup'])

/** Answers at `/api.html`: `OK`, or a code. */
export const answerWord = async (asked: Asked): Promise<FormPostAnswer> => {
  const action = nameOf(asked.sent)
  const outcome = await outcomeOf(asked, action, wordActions.has(action.toLowerCase()) ? find(action) : undefined)
  return { status: statusOf(outcome), contentType: 'text/plain; charset=utf-8', body: outcome instanceof FormPostFault ? (outcome.word ?? 'E_INVLDINPUT') : 'OK' }
}

/** What the log calls the report of an event. */
const eventAction = 'external-event'

/** Answers at `/ajax/external-event.html`; nobody reads the answer. */
export const answerEvent = async (asked: Asked): Promise<FormPostAnswer> => {
  const outcome = await outcomeOf(asked, eventAction, reportAction)
  const parts = { action: eventAction, sent: asked.sent, echo: false, nested: false }
  return { status: statusOf(outcome), contentType: 'application/json', body: JSON.stringify(outcome instanceof FormPostFault ? clientRefusal(outcome) : clientResult(parts, outcome)) }
}
