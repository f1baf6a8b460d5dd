/**
 * The protocol family of the two old APIs: every action is a form POST to one address, the secret is a form field,
 * and errors come with HTTP 200.
 * @module
 */
import type { Call, WireReply } from './call.ts'
import type { Credentials } from './credentials.ts'
import { ApiError, DecodeError, type Fault, InputError } from './errors.ts'
import { fit } from './form-post-fit.ts'
import type { Protocol } from './protocol.ts'
import { isSecretField, redactText } from './redact.ts'
import { excerpt, jsonProblem, rayIdOf, retryAfterOf, textOf } from './reply.ts'
import { secretsIn } from './secrets-in.ts'

export { fit } from './form-post-fit.ts'
export { mayHaveHappened } from './form-post-outcome.ts'

/** What a form-POST answer says about its action. */
export interface Verdict {
  readonly result: unknown
  /** Empty when the action succeeded. */
  readonly faults: readonly Fault[]
  /** The refusal came from the rate limiter. */
  readonly rateLimited?: boolean
  /** Wait this long before the next try, in milliseconds, where the answer itself says so. */
  readonly retryAfterMs?: number | undefined
  /** What the answer says beside the result, such as a cooldown. */
  readonly info?: Readonly<Record<string, unknown>> | undefined
  /** Words of the service that are no errors. */
  readonly messages?: readonly unknown[]
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
  /** Makes an object of an answer's text; JSON when not said. @throws SyntaxError when it can't be read. */
  readonly read?: (text: string, call: Call) => unknown
  /** What an answer says; undefined when it does not have the service's form. */
  readonly verdict: (body: Readonly<Record<string, unknown>>, call: Call) => Verdict | undefined
}

const formValue = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (Array.isArray(value)) return value.map(String).join(',')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A form has no bytes for half a character; it would arrive as another one. */
const wellFormed = (call: Call, name: string, text: string): string => {
  if (/\p{Surrogate}/u.test(text)) throw new InputError({ route: call.endpoint.route, issues: [{ path: [name], message: 'is not well-formed text: it holds half of a character; give it whole' }] })
  return text
}

const encode = (options: FormPostOptions, call: Call): string => {
  const fixed: Readonly<Record<string, string>> = { [options.actionField]: call.endpoint.target.path, ...options.secretFields(call.credentials) }
  const form = new URLSearchParams(fixed)
  // An input can't take the place of the action or of who is asking.
  for (const [name, value] of Object.entries(call.input)) if (value !== undefined && value !== null && !Object.hasOwn(fixed, name)) form.set(name, wellFormed(call, name, formValue(value)))
  return form.toString()
}

/** The text of a member and how it starts: a cut answer may end within it. */
const members = /"((?:[^"\\]|\\.)*)"\s*:\s*"((?:[^"\\]|\\.)*)/g

/** An answer can hold secrets that nobody knew before, such as a new key: what its fields call one is not shown. */
const safeStart = (text: string, secrets: readonly string[]): { readonly start: string; readonly hidden: boolean } => {
  let hidden = false
  const masked = text.slice(0, 4096).replace(members, (whole, name: string, value: string) => {
    if (!isSecretField(name)) return whole
    hidden = true
    return `${whole.slice(0, whole.length - value.length)}[redacted]`
  })
  return { start: excerpt(redactText(masked, secrets)), hidden }
}

const unreadable = (call: Call, reply: WireReply, text: string, problem: SyntaxError | undefined): DecodeError => {
  const secrets = secretsIn(call)
  const { start, hidden } = safeStart(text, secrets)
  const what = problem === undefined ? 'the answer says neither success nor error:' : 'expected a JSON object, got'
  // The engine's words quote the text.
  const cause = problem === undefined ? undefined : hidden ? new SyntaxError('the answer is not JSON, or cut; it is not shown, for it holds secrets') : jsonProblem(problem, secrets)
  return new DecodeError({ route: call.endpoint.route, status: reply.status, message: `${what} ${start === '' ? 'an empty answer' : start} [HTTP ${reply.status}]`, excerpt: start, retryAfterMs: retryAfterOf(reply.headers), rayId: rayIdOf(reply.headers), cause, cut: cause !== undefined && reply.status < 300 })
}

/** What an answer says; of one with an error status that says nothing else, that it is no success. */
const judge = (options: FormPostOptions, call: Call, reply: WireReply): Verdict => {
  const text = textOf(reply)
  let body: unknown
  try {
    body = options.read === undefined ? JSON.parse(text) : options.read(text, call)
  } catch (error) {
    throw error instanceof SyntaxError ? unreadable(call, reply, text, error) : error
  }
  const verdict = typeof body === 'object' && body !== null && !Array.isArray(body) ? options.verdict(body as Readonly<Record<string, unknown>>, call) : undefined
  if (verdict !== undefined) return verdict
  if (reply.status < 400) throw unreadable(call, reply, text, undefined)
  return { result: null, faults: [] }
}

/**
 * Makes the protocol of one form-POST address. An API with several addresses has one protocol for each.
 * Results have the types that the endpoint declares, see {@link fit}; a listing's items are fitted by its page strategy.
 * @example const protocol = formPost({ name: 'host', origin: 'https://api.cloudflare.com', path: '/host-gw.html', actionField: 'act', secretFields, verdict })
 */
export const formPost = (options: FormPostOptions): Protocol => ({
  name: options.name,
  origin: options.origin,
  defaultMethod: 'POST',
  encode: (call) => ({
    method: 'POST',
    url: call.baseUrl + options.path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: call.endpoint.answer === 'text' ? 'text/plain, */*' : 'application/json', ...call.headers },
    body: encode(options, call),
    secretHeaders: [],
  }),
  decode(call, reply) {
    const { endpoint } = call
    const { faults, info, messages = [], rateLimited, result, retryAfterMs = retryAfterOf(reply.headers) } = judge(options, call, reply)
    const rayId = rayIdOf(reply.headers)
    if (faults.length > 0 || reply.status >= 400) {
      const secrets = secretsIn(call)
      const safe = faults.map((fault) => ({ ...fault, message: redactText(fault.message, secrets) }))
      throw new ApiError({ route: endpoint.route, status: reply.status, faults: safe, rayId, retryAfterMs, rateLimited: rateLimited ?? reply.status === 429 })
    }
    return {
      result: endpoint.kind === 'call' ? fit(endpoint.result, result) : result,
      status: reply.status,
      headers: reply.headers,
      ...(rayId === undefined ? {} : { rayId }),
      ...(info === undefined ? {} : { info }),
      ...(messages.length > 0 ? { messages } : {}),
    }
  },
})

/**
 * The refusal of credentials that a protocol has no place for.
 * @example throw wrongCredentials(call.endpoint.route, 'a host key')
 */
export const wrongCredentials = (route: string, needed: string): InputError => new InputError({ route, issues: [{ path: ['credentials'], message: `this call needs ${needed}` }] })
