/**
 * The inverse of core's form-post protocol, for services such as `/api_json.html` and `/host-gw.html`: every action is a
 * form POST to one address, the secret is a field of the form, and a refusal comes with HTTP 200 as a result does.
 * Each service brings its own names of fields and its own envelope.
 * @module
 */
import type { AnyEndpoint } from '@zonewright/core'

import { coerce, type ParameterKind, parameterKinds } from './coerce.ts'

type Texts = Readonly<Record<string, string>>

/** An action understood: which one, with what, and who asks. */
export interface FormCall {
  readonly endpoint: AnyEndpoint
  /** The inputs of the action; neither its name nor a secret is among them. */
  readonly input: Readonly<Record<string, unknown>>
  /** The secret fields that were sent. */
  readonly credentials: Texts
}

/** Why an action was refused. */
export interface FormFault {
  /** A word or a number, as the service has it. */
  readonly code: string | number
  readonly message: string
}

/** What became of an action. */
export type FormOutcome = { readonly result: unknown } | { readonly fault: FormFault }

/** What differs between the services. */
export interface FormService {
  /** Field that names the action: `a` or `act`. */
  readonly actionField: string
  /** Fields that say who is asking. */
  readonly secretFields: readonly string[]
  /** The JSON of an answer. Some services repeat what was asked, so it gets the call; that is absent when no action was found. */
  readonly envelope: (outcome: FormOutcome, call?: FormCall) => object
}

/** An answer as bytes. */
export interface FormAnswer {
  /** Says only that there is an answer, never which one. */
  readonly status: 200
  readonly contentType: string
  readonly body: string
}

/** Turns forms into actions and outcomes into answers. */
export interface FormWire {
  /** The action of a form; undefined when it names none that is declared. */
  accept(fields: Texts): FormCall | undefined
  /** The answer to an action, or to a form that names none. */
  reply(outcome: FormOutcome, call?: FormCall): FormAnswer
}

/**
 * The fields of a urlencoded body. The last of those with one name counts, as in PHP, so that action, secret and inputs are
 * all read by one rule.
 * @example formFields(Buffer.from('a=stats&z=example.com')) // { a: 'stats', z: 'example.com' }
 */
export const formFields = (body: Buffer): Texts => Object.fromEntries(new URLSearchParams(body.toString('utf8')))

/** A form has texts alone: the client writes a switch as 1 or 0 and a list with commas. */
const valueOf = (text: string, kind: ParameterKind | undefined): unknown => {
  if (typeof kind === 'object') return text === '' ? [] : coerce(text.split(','), kind)
  if (kind === 'boolean' && (text === '1' || text === '0')) return text === '1'
  return coerce([text], kind)
}

/**
 * The wire of one service over the actions it has: `accept(formFields(encode(call)))` is the same endpoint and input, and
 * `decode(reply(outcome))` the same outcome. Fields that an action does not declare are kept as texts.
 * @example
 * const wire = formWire([], { actionField: 'a', secretFields: ['email', 'tkn'], envelope: (outcome) => outcome })
 * const call = wire.accept({ a: 'rec_load_all', tkn: '0123', z: 'example.com' })
 */
export const formWire = (endpoints: Iterable<AnyEndpoint>, { actionField, secretFields, envelope }: FormService): FormWire => {
  const actions = new Map([...endpoints].map((endpoint) => [endpoint.target.path, { endpoint, kinds: parameterKinds(endpoint.input) }]))
  return {
    accept(fields) {
      const action = actions.get(fields[actionField] ?? '')
      if (action === undefined) return undefined
      const entries = Object.entries(fields)
      return {
        endpoint: action.endpoint,
        input: Object.fromEntries(entries.filter(([name]) => name !== actionField && !secretFields.includes(name)).map(([name, text]) => [name, valueOf(text, action.kinds.get(name))])),
        credentials: Object.fromEntries(entries.filter(([name]) => secretFields.includes(name))),
      }
    },
    reply: (outcome, call) => ({ status: 200, contentType: 'application/json', body: JSON.stringify(envelope(outcome, call)) }),
  }
}
