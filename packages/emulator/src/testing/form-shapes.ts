import { shapes } from '@zonewright/testing'

import type { State } from '../state/state.ts'
import { formFields, type FormCall, type FormOutcome, type FormService, formWire } from '../wire/form-post.ts'
import type { WireRequest } from '../wire/v4-json.ts'
import type { Engine } from '../engine.ts'

/** The address of the service. */
export const formPath = '/api_json.html'

/** A service like the client interface of old: its fields and its envelope. */
export const formService: FormService = {
  actionField: 'a',
  secretFields: ['email', 'tkn'],
  envelope: (outcome) => ('fault' in outcome ? { result: 'error', msg: outcome.fault.message, err_code: outcome.fault.code } : { response: outcome.result, result: 'success', msg: null }),
}

/** The wire of the two shapes that a form-POST API adds. */
export const shapesWire = formWire([shapes.form.loadRecords, shapes.form.newRecord], formService)

const pageSize = 2

const perform = (call: FormCall, held: { readonly rec_id: string; readonly name: string }[]): FormOutcome => {
  const { endpoint, input } = call
  if (endpoint === shapes.form.newRecord) {
    const record = { rec_id: String(held.length + 1), name: String(input['name']) }
    if (held.some(({ name }) => name === record.name)) return { fault: { code: 'E_INVLDINPUT', message: 'The record already exists.' } }
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
  const outcomeOf = (call: FormCall | undefined): FormOutcome => {
    if (call === undefined) return { fault: { code: 'E_INVLDINPUT', message: 'Invalid action.' } }
    const { email = '', tkn } = call.credentials
    if (state.users.byEmail(email)?.apiKey !== tkn) return { fault: { code: 'E_UNAUTH', message: 'Invalid key or e-mail address.' } }
    heard(call)
    return perform(call, held)
  }
  return {
    answer(request: WireRequest) {
      const call = shapesWire.accept(formFields(request.body))
      return Promise.resolve({ ...shapesWire.reply(outcomeOf(call), call), headers: {} })
    },
  }
}
