import type { Credentials } from '../credentials.ts'
import { type Facts, type Schema, defineDownload, defineEndpoint, defineListing } from '../endpoint.ts'
import { ApiError, DecodeError } from '../errors.ts'
import { cursor, pageNumber } from '../page-strategies.ts'
import type { Protocol } from '../protocol.ts'
import { jsonProblem, retryAfterOf, textOf } from '../reply.ts'
import { fillPath } from '../route.ts'
import * as z from '../schema.ts'
import { secretsIn } from '../secrets-in.ts'

const secretHeaders = (credentials: Credentials | undefined): Record<string, string> => {
  if (credentials === undefined) return {}
  const secret = credentials.secret.reveal()
  return credentials.kind === 'global-key' ? { 'x-auth-email': credentials.email ?? '', 'x-auth-key': secret } : { authorization: `Bearer ${secret}` }
}

/** The plainest JSON protocol, so that this package's tests need no other package. */
export const plain: Protocol = {
  name: 'plain',
  origin: 'https://plain.invalid',
  encode(call) {
    const { method, parameters } = call.endpoint.target
    const rest = Object.entries(call.input).filter(([name]) => !parameters.includes(name))
    const secret = secretHeaders(call.credentials)
    const reads = method === 'GET' || method === 'HEAD'
    const query = reads && rest.length > 0 ? `?${new URLSearchParams(rest.map(([name, value]): [string, string] => [name, String(value)])).toString()}` : ''
    return {
      method,
      url: call.baseUrl + fillPath(call.endpoint.target, call.input) + query,
      headers: { accept: 'application/json', ...secret, ...call.headers },
      secretHeaders: Object.keys(secret),
      ...(reads ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
    }
  },
  decode(call, reply) {
    const { route } = call.endpoint
    const { headers, status } = reply
    if (reply.stream !== undefined) return { result: reply.stream, status, headers }
    const text = textOf(reply)
    const secrets = secretsIn(call)
    const retryAfterMs = retryAfterOf(headers)
    let body: { result?: unknown; info?: Record<string, unknown>; code?: number } | undefined
    try {
      body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    } catch (error) {
      throw new DecodeError({ route, status, message: 'not JSON', retryAfterMs, cut: true, cause: jsonProblem(error, secrets) })
    }
    if (status >= 400) throw new ApiError({ route, status, faults: [{ code: body.code ?? 0, message: 'refused' }], retryAfterMs })
    return { result: body.result, status, headers, ...(body.info === undefined ? {} : { info: body.info }) }
  },
}

const anything = z.object({})

/** Declares a call of the plain protocol; its input is checked only for being an object. */
export const call = (route: string, facts: Facts & { readonly input?: Schema; readonly result?: Schema } = {}) => defineEndpoint<Record<string, unknown>, unknown>(plain, route, { input: loose, result: z.unknown(), ...facts })

/** A schema that keeps every field. */
export const loose = z.record(z.string(), z.unknown())

/** A page-numbered listing of the plain protocol. */
export const numberedList = (perPage: number, route = 'GET /items') => defineListing<Record<string, unknown>, { id: number }>(plain, route, { input: loose, item: anything, page: pageNumber({ perPage }) })

/** A listing by cursor of the plain protocol. */
export const cursorList = () => defineListing<Record<string, unknown>, { id: number }>(plain, 'GET /items', { input: loose, item: anything, page: cursor({ limit: 2 }) })

/** A download of the plain protocol. */
export const stream = (route = 'GET /file') => defineDownload<Record<string, unknown>>(plain, route, { input: loose })
