import { coerce, type ParameterKind, parameterKinds } from '@zonewright/bridge/wire'
import type { AnyEndpoint } from '@zonewright/core'

import { refuse } from '../errors.ts'
import type { Fault, Message } from '../errors.ts'
import { toJson } from '../state/json.ts'
import { bodyFields } from './body.ts'
import { makeRouter, type Router } from './router.ts'

/** Path that every route stands behind. */
export const apiPrefix = '/client/v4'

/** What stands before the path of a route, however many slashes a program wrote. */
const writtenPrefix = /^\/+client\/+v4(?=\/)/

/** A request as bytes. */
export interface WireRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly contentType: string
  /** Headers with lower-case names; those that carry inputs are read. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

/** A request understood: what is asked for and with what. */
export interface Accepted {
  readonly endpoint: AnyEndpoint
  readonly input: Readonly<Record<string, unknown>>
}

/** What a handler gives back. */
export interface Outcome {
  readonly result: unknown
  /** `result_info` of a list. */
  readonly info?: object
  readonly messages?: readonly unknown[]
  /** What imports and scans say beside the result. */
  readonly timing?: object
  /** What analytics say about the time that was asked for, beside the result. */
  readonly query?: object
  /** Status of the few answers whose success is not a plain 200. */
  readonly status?: 201
  /** Media type of bytes; `application/octet-stream` when not said. */
  readonly contentType?: string
  /** The answer has no body at all, and the status that says so. */
  readonly empty?: boolean
}

/** An answer as bytes. */
export interface WireAnswer {
  readonly contentType: string
  readonly body: string | Uint8Array
}

/** Turns requests into calls. */
export interface Acceptor {
  /** The endpoint of a request, before its body is there. @throws Refusal as {@link Router.match}. */
  route(method: string, target: string): ReturnType<Router['match']>
  /** The call of a request. @throws Refusal when it leads nowhere or its body can't be read. */
  accept(request: WireRequest): Promise<Accepted>
}

/**
 * The inverse of the protocol's `encode`, over a set of endpoints: `accept(encode(call))` is the same endpoint and input.
 * Fields that an endpoint does not declare are kept; the rules do not look at them.
 */
export const makeAcceptor = (endpoints: Iterable<AnyEndpoint>): Acceptor => {
  const router = makeRouter(endpoints, apiPrefix)
  const schemas = new WeakMap<AnyEndpoint, ReadonlyMap<string, ParameterKind>>()
  const kindsOf = (endpoint: AnyEndpoint): ReadonlyMap<string, ParameterKind> => {
    const kinds = schemas.get(endpoint) ?? parameterKinds(endpoint.input)
    schemas.set(endpoint, kinds)
    return kinds
  }
  const split = (target: string): readonly [path: string, query: string] => {
    const mark = target.indexOf('?')
    return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)]
  }
  const route = (method: string, target: string): ReturnType<Router['match']> => {
    const [path] = split(target)
    const [written] = writtenPrefix.exec(path) ?? []
    if (written === undefined) throw refuse('no_route')
    return router.match(method, path.slice(written.length))
  }
  return {
    route,
    async accept({ method, target, contentType, headers, body }) {
      const { endpoint, parameters } = route(method, target)
      const kinds = kindsOf(endpoint)
      const input: Record<string, unknown> = {}
      const query = split(target)[1]
      if (query !== '') {
        const pairs = new URLSearchParams(query)
        for (const name of new Set(pairs.keys())) input[name] = coerce(pairs.getAll(name), kinds.get(name))
      }
      if (method !== 'GET' && method !== 'HEAD') Object.assign(input, await bodyFields({ endpoint, method, body, contentType, kinds }))
      for (const [name, header] of Object.entries(endpoint.headers ?? {})) {
        const value = headers?.[header]
        if (value !== undefined) input[name] = coerce([String(value)], kinds.get(name))
      }
      for (const [name, value] of Object.entries(parameters)) input[name] = kinds.get(name) === 'number' ? coerce([value], 'number') : value
      return { endpoint, input }
    },
  }
}

/** DNS puts `result_info` last, every other product behind the result. */
const isDns = (endpoint: AnyEndpoint): boolean => endpoint.target.path.includes('/dns_records')

/**
 * The inverse of the protocol's `decode`: the answer to a call as compact JSON in the envelope, its keys in the order of the
 * service; as plain text, bytes or bare JSON where the endpoint declares that.
 */
export const reply = (endpoint: AnyEndpoint, { result, info, messages = [], timing, query, empty, contentType = 'application/octet-stream' }: Outcome): WireAnswer => {
  if (empty === true) return { contentType: 'application/json', body: '' }
  if (result instanceof Uint8Array) return { contentType, body: result }
  if (endpoint.answer === 'text' || endpoint.kind === 'stream') return { contentType: 'text/plain; charset=utf-8', body: String(result) }
  if (endpoint.answer === 'bare') return { contentType: 'application/json', body: toJson(result) }
  const paging = info === undefined ? '' : `,"result_info":${JSON.stringify(info)}`
  const status = `,"success":true,"errors":[],"messages":${JSON.stringify(messages)}`
  const body = `{"result":${toJson(result ?? null)}${isDns(endpoint) ? status + paging : paging + status}${timing === undefined ? '' : `,"timing":${JSON.stringify(timing)}`}${query === undefined ? '' : `,"query":${JSON.stringify(query)}`}}`
  return { contentType: 'application/json', body }
}

/** The answer that says no. */
export const replyFaults = (faults: readonly Fault[], messages: readonly Message[] = []): WireAnswer => ({ contentType: 'application/json', body: `{"result":null,"success":false,"errors":${JSON.stringify(faults)},"messages":${JSON.stringify(messages)}}` })
