import type { Fault } from '@zonewright/core'
import type { Verdict } from '@zonewright/core/form-post'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the API's own codes mean, for answers that have no words. */
const meanings: Readonly<Record<string, string>> = {
  E_UNAUTH: 'e-mail address and key do not belong together, or the zone is not theirs',
  E_INVLDIP: 'not an IPv4 address',
  E_INVLDINPUT: 'an input was refused',
  E_MAXAPI: 'more calls than allowed; wait, and keep to the limit',
}

const refusal = (name: unknown, said: unknown, cooldown?: unknown): Verdict => {
  const words = typeof said === 'string' && said !== '' ? said : (meanings[String(name)] ?? 'refused without a reason')
  // Most refusals have no code; where there is one it is a word, such as E_UNAUTH or the name of the refused parameter.
  const fault: Fault = { code: 0, message: words, ...(typeof name === 'string' && name !== '' ? { name } : {}) }
  const rateLimited = name === 'E_MAXAPI'
  return { result: null, faults: [fault], rateLimited, ...(rateLimited && Number(cooldown) > 0 ? { retryAfterMs: Number(cooldown) * 1000 } : {}) }
}

/**
 * What an answer of `/api_json.html` says. The verdict stands in `result`; some actions of 2010 have it inside `response`.
 * An absent response is an empty one. `attributes` come beside the result: `cooldown` in seconds, `calls_left`.
 */
export const jsonVerdict = (body: Fields): Verdict | undefined => {
  const { response, err_code: name, attributes } = body
  const nested = isFields(response) && typeof response['result'] === 'string' ? response : undefined
  const outcome = body['result'] ?? nested?.['result']
  const said = body['msg'] ?? nested?.['msg']
  const info = isFields(attributes) ? attributes : undefined
  if (outcome === 'error') return refusal(name ?? nested?.['err_code'], said, info?.['cooldown'])
  if (outcome !== 'success') return undefined
  const { result: _, msg: __, ...rest } = nested ?? {}
  return { result: nested === undefined ? (response ?? {}) : rest, faults: [], info, messages: typeof said === 'string' && said !== '' ? [said] : [] }
}

/** What an answer of `/api.html` says: `OK`, or a code. */
export const wordVerdict = ({ word }: Fields): Verdict | undefined => {
  if (word === 'OK') return { result: word, faults: [] }
  return typeof word === 'string' && /^E_[A-Z]+$/.test(word) ? refusal(word, undefined) : undefined
}

/** What an answer to an event says: nobody wrote its form down, so it is a success unless it says otherwise. */
export const eventVerdict = (body: Fields): Verdict | undefined => {
  const { word } = body
  if (typeof word !== 'string') return jsonVerdict(body)
  // A page stands there when something in between answered.
  if (word.startsWith('<')) return undefined
  return word.startsWith('E_') ? wordVerdict(body) : { result: {}, faults: [] }
}
