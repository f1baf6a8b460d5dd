/**
 * The protocol family of the two old APIs: every action is a form POST to one address, the secret is a form field,
 * and errors come with HTTP 200.
 * @module
 */
import type { Call, WireReply } from './call.ts'
import type { Credentials } from './credentials.ts'
import { ApiError, DecodeError, type Fault, InputError } from './errors.ts'
import type { Protocol } from './protocol.ts'
import { redactText } from './redact.ts'
import { excerpt, jsonProblem, rayIdOf, retryAfterOf, textOf } from './reply.ts'
import { secretsIn } from './secrets-in.ts'

/** What a form-POST answer says about its action. */
export interface Verdict {
  readonly result: unknown
  /** Empty when the action succeeded. */
  readonly faults: readonly Fault[]
  /** The refusal came from the rate limiter. */
  readonly rateLimited?: boolean
}

/** What differs between the form-POST APIs. */
export interface FormPostOptions {
  readonly name: string
  /** Absolute address without a final slash. */
  readonly origin: string
  /** Path below the base URL, such as `/api_json.html`. */
  readonly path: string
  /** Field that names the action: `a` or `act`. */
  readonly actionField: string
  /** Fields that carry who is asking. @throws InputError when the credentials are of the wrong kind. */
  readonly secretFields: (credentials: Credentials | undefined) => Readonly<Record<string, string>>
  /** Reads the answer's JSON. */
  readonly verdict: (body: Readonly<Record<string, unknown>>) => Verdict
}

const formValue = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (Array.isArray(value)) return value.map(String).join(',')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const encode = (options: FormPostOptions, call: Call): string => {
  const fixed: Readonly<Record<string, string>> = { [options.actionField]: call.endpoint.target.path, ...options.secretFields(call.credentials) }
  const form = new URLSearchParams(fixed)
  // An input can't take the place of the action or of who is asking.
  for (const [name, value] of Object.entries(call.input)) if (value !== undefined && value !== null && !Object.hasOwn(fixed, name)) form.set(name, formValue(value))
  return form.toString()
}

const parse = (call: Call, reply: WireReply): Readonly<Record<string, unknown>> => {
  const text = textOf(reply)
  const secrets = secretsIn(call)
  let cause: unknown
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Readonly<Record<string, unknown>>
  } catch (error) {
    cause = jsonProblem(error, secrets)
  }
  const start = redactText(excerpt(text), secrets)
  throw new DecodeError({ route: call.endpoint.route, status: reply.status, message: `expected a JSON object, got ${start === '' ? 'an empty answer' : start} [HTTP ${reply.status}]`, excerpt: start, retryAfterMs: retryAfterOf(reply.headers), rayId: rayIdOf(reply.headers), cause, cut: cause !== undefined && reply.status < 300 })
}

/**
 * Makes the protocol of one form-POST API.
 * @example const protocol = formPost({ name: 'host', origin: 'https://api.cloudflare.com', path: '/host-gw.html', actionField: 'act', secretFields, verdict })
 */
export const formPost = (options: FormPostOptions): Protocol => ({
  name: options.name,
  origin: options.origin,
  defaultMethod: 'POST',
  encode: (call) => ({
    method: 'POST',
    url: call.baseUrl + options.path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...call.headers },
    body: encode(options, call),
    secretHeaders: [],
  }),
  decode(call, reply) {
    const verdict = options.verdict(parse(call, reply))
    const rayId = rayIdOf(reply.headers)
    if (verdict.faults.length > 0 || reply.status >= 400) {
      const secrets = secretsIn(call)
      const faults = verdict.faults.map((fault) => ({ ...fault, message: redactText(fault.message, secrets) }))
      throw new ApiError({ route: call.endpoint.route, status: reply.status, faults, rayId, retryAfterMs: retryAfterOf(reply.headers), rateLimited: verdict.rateLimited ?? reply.status === 429 })
    }
    return { result: verdict.result, status: reply.status, headers: reply.headers, ...(rayId === undefined ? {} : { rayId }) }
  },
})

/**
 * The refusal of credentials that a protocol has no place for.
 * @example throw wrongCredentials(call.endpoint.route, 'a host key')
 */
export const wrongCredentials = (route: string, needed: string): InputError => new InputError({ route, issues: [{ path: ['credentials'], message: `this call needs ${needed}` }] })
