/**
 * API v4 on the wire: JSON in an envelope, the secret in a header.
 * @module
 */
import { ApiError, type Call, type Credentials, DecodeError, InputError, type Protocol, type Reply, type WireReply, type WireRequest, fillPath } from '@zonewright/core'
import { excerpt, jsonProblem, rayIdOf, redactText, retryAfterOf, secretsIn, textOf } from '@zonewright/core/wire'
import { v4 } from './protocol.ts'
import { encodeBody } from './protocol/body.ts'
import { faultsOf } from './protocol/faults.ts'
import { queryOf } from './protocol/query.ts'

const secretHeadersOf = (route: string, credentials: Credentials | undefined): Record<string, string> => {
  if (credentials === undefined) return {}
  if (credentials.kind === 'host-key') throw new InputError({ route, issues: [{ path: ['credentials'], message: 'API v4 takes no host key; give token(...), globalKey(...) or originCaKey(...)' }] })
  const secret = credentials.secret.reveal()
  if (credentials.kind === 'global-key') return { 'x-auth-email': credentials.email ?? '', 'x-auth-key': secret }
  if (credentials.kind === 'origin-ca-key') return { 'x-auth-user-service-key': secret }
  return { authorization: `Bearer ${secret}` }
}

const encode = (call: Call): WireRequest => {
  const { endpoint, input } = call
  const { method, parameters } = endpoint.target
  const query: [string, unknown][] = []
  const named: Record<string, string> = {}
  const rest: Record<string, unknown> = {}
  let restCount = 0
  for (const name in input) {
    const value = input[name]
    if (value === undefined || parameters.includes(name)) continue
    const header = endpoint.headers?.[name]
    if (header !== undefined) named[header] = String(value)
    else if (method === 'GET' || method === 'HEAD' || endpoint.query?.includes(name) === true) query.push([name, value])
    else {
      rest[name] = value
      restCount++
    }
  }
  const url = call.baseUrl + fillPath(endpoint.target, input, endpoint.plainSlashes) + queryOf(query)
  const secret = secretHeadersOf(endpoint.route, call.credentials)
  const body = restCount === 0 && method === 'DELETE' ? undefined : method === 'GET' || method === 'HEAD' ? undefined : encodeBody(endpoint.body ?? 'json', rest)
  return {
    method,
    url,
    headers: { accept: endpoint.answer === 'text' || endpoint.kind === 'stream' ? '*/*' : 'application/json', ...(body === undefined ? {} : { 'content-type': body.type }), ...named, ...secret, ...call.headers },
    secretHeaders: Object.keys(secret),
    ...(body === undefined ? {} : { body: body.content }),
  }
}

const decode = (call: Call, reply: WireReply): Reply => {
  const { endpoint } = call
  const rayId = rayIdOf(reply.headers)
  const outer = { status: reply.status, headers: reply.headers, ...(rayId === undefined ? {} : { rayId }) }
  if (reply.stream !== undefined) return { ...outer, result: reply.stream }
  const ok = reply.status >= 200 && reply.status < 300
  if (ok && endpoint.answer === 'bytes') return { ...outer, result: reply.body }
  const text = textOf(reply)
  if (ok && endpoint.answer === 'text' && endpoint.kind !== 'stream') return { ...outer, result: text }
  // Writes may answer with nothing; a read whose answer is nothing has lost it on the way.
  const mayBeEmpty = ok && (reply.status === 204 || reply.status === 205 || endpoint.target.method !== 'GET')
  if (mayBeEmpty && text === '') return { ...outer, result: undefined }

  const secrets = (): readonly string[] => secretsIn(call)
  const unreadable = (what: string, cause?: unknown): DecodeError => {
    const start = redactText(excerpt(text), secrets())
    return new DecodeError({ route: endpoint.route, status: reply.status, message: `${what} [HTTP ${reply.status}]${start === '' ? '' : `: ${start}`}`, excerpt: start, retryAfterMs: retryAfterOf(reply.headers), rayId, cause, cut: cause !== undefined && ok })
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (error) {
    throw unreadable(text === '' ? 'the answer is empty' : /^\s*</.test(text) ? 'the answer is a page of a proxy or gateway, not of the API' : 'the answer is not JSON, or cut', jsonProblem(error, secrets()))
  }
  const faults = faultsOf(body, call)
  if (faults !== undefined || !ok) throw new ApiError({ route: endpoint.route, status: reply.status, faults: faults ?? [], rayId, retryAfterMs: retryAfterOf(reply.headers) })
  // A download comes as a stream; what was read whole had another media type.
  if (endpoint.kind === 'stream') throw unreadable(`expected a download, got ${reply.headers['content-type'] ?? 'an answer without a media type'}`)
  if (endpoint.answer === 'bare') return { ...outer, result: body }
  if (typeof body !== 'object' || body === null || !('result' in body || 'success' in body)) throw unreadable('the answer has no envelope')
  const { result, result_info: info, messages, errors } = body as { result?: unknown; result_info?: Readonly<Record<string, unknown>> | null; messages?: unknown; errors?: unknown }
  // With `success: true` the call was carried out; what stands in `errors` beside it is a note.
  const notes: unknown[] = [...(Array.isArray(messages) ? messages : []), ...(Array.isArray(errors) ? errors : [])]
  return { ...outer, result, ...(info === undefined || info === null ? {} : { info }), ...(notes.length > 0 ? { messages: notes } : {}) }
}

/**
 * The protocol of API v4 itself, pure in both directions. Declarations stand on {@link v4}, which loads it with the first call.
 * @example const { url } = v4Json.encode(call)
 */
export const v4Json: Protocol = Object.freeze({ name: v4.name, origin: v4.origin, encode, decode })
