import { FormPostFault } from '@zonewright/bridge'
import { acceptForm, clientRefusal, clientResult, type Parameters, readParameters } from '@zonewright/bridge/wire'
import type { AnyEndpoint } from '@zonewright/core'
import { shapes } from '@zonewright/testing'

import type { Engine } from '../engine.ts'
import type { State } from '../state/state.ts'
import type { WireRequest } from '../wire/v4-json.ts'

/** The address of the service. */
export const formPath = '/api_json.html'

type Fields = Readonly<Record<string, unknown>>

/** An action understood: which one, with what, and who asks. */
export interface FormCall {
  readonly endpoint: AnyEndpoint
  readonly input: Fields
  readonly email: string | undefined
  readonly key: string | undefined
}

const actions = new Map<string, AnyEndpoint>([shapes.form.loadRecords, shapes.form.newRecord].map((endpoint) => [endpoint.target.path, endpoint]))

/** The action of a request; undefined when it names none of the two. */
export const acceptShape = async ({ method, target, contentType, body }: Pick<WireRequest, 'method' | 'target' | 'contentType' | 'body'>): Promise<FormCall | undefined> => {
  const sent: Parameters = await readParameters({ method, target, contentType, body })
  const endpoint = actions.get(sent['a'] ?? '')
  const accepted = endpoint === undefined ? undefined : acceptForm({ forms: [endpoint] }, sent)
  return accepted !== undefined && 'input' in accepted ? { ...accepted, email: sent['email'], key: sent['tkn'] } : undefined
}

/** What became of an action. */
export type ShapeOutcome = { readonly result: unknown } | FormPostFault

/** The answer to an action. */
export const replyToShape = (outcome: ShapeOutcome): { readonly status: 200; readonly contentType: string; readonly body: string } => ({
  status: 200,
  contentType: 'application/json',
  body: JSON.stringify(outcome instanceof FormPostFault ? clientRefusal(outcome) : clientResult({ action: '', sent: {}, echo: false, nested: false }, { response: outcome.result })),
})

const pageSize = 2

const perform = ({ endpoint, input }: FormCall, held: { readonly rec_id: string; readonly name: string }[]): ShapeOutcome => {
  if (endpoint === shapes.form.newRecord) {
    const record = { rec_id: String(held.length + 1), name: String(input['name']) }
    if (held.some(({ name }) => name === record.name)) return new FormPostFault({ message: 'The record already exists.', word: 'E_INVLDINPUT' })
    held.push(record)
    return { result: { rec: { obj: record } } }
  }
  const start = typeof input['o'] === 'number' ? input['o'] : 0
  const objs = held.slice(start, start + pageSize)
  return { result: { recs: { has_more: start + objs.length < held.length, count: objs.length, objs } } }
}

/** An engine that serves the form-POST shapes from a list in memory, to the users of the state. */
export const formEngine = (state: State, heard: (call: FormCall) => void): Engine => {
  const held: { readonly rec_id: string; readonly name: string }[] = []
  const outcomeOf = (call: FormCall | undefined): ShapeOutcome => {
    if (call === undefined) return new FormPostFault({ message: 'Invalid action.', word: 'E_INVLDINPUT' })
    if (call.key === undefined || state.users.byEmail(call.email ?? '')?.apiKey !== call.key) return new FormPostFault({ message: 'Invalid token or email', word: 'E_UNAUTH' })
    heard(call)
    return perform(call, held)
  }
  return { answer: async (request) => ({ ...replyToShape(outcomeOf(await acceptShape(request))), headers: {} }) }
}
