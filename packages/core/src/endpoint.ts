import type { PageStrategy } from './pages.ts'
import type { DeferredProtocol, Protocol } from './protocol.ts'
import { type Route, parseRoute } from './route.ts'

/** What every schema here shares with zod's: enough to know its types and to run it. */
export interface Schema<O = unknown, I = O> {
  readonly _zod: { readonly output: O; readonly input: I }
}

/**
 * What may be repeated. `read` changes nothing; `idempotent` gives the same state when it is sent twice;
 * `unsafe` may write twice and is never sent again once it may have reached the service.
 */
export type Safety = 'read' | 'idempotent' | 'unsafe'

/** How the fields of an input that are neither in the path nor in the query travel. */
export type BodyForm =
  /** One JSON object of them. */
  | 'json'
  /** `multipart/form-data`; the named fields are files, whose parts bear the name of the field, or with `ownNames` that of the file. Where one may come `alone`, it is the raw body of a media type when nothing comes with it. */
  | { readonly files: readonly string[]; readonly ownNames?: boolean; readonly alone?: { readonly file: string; readonly type: string } }
  /** One field alone is the body: raw bytes of a media type. */
  | { readonly raw: string; readonly type: string }
  /** One field alone is the JSON body, such as a list. */
  | { readonly json: string }

/** What a declaration says beside its schemas. */
export interface Facts {
  /** May it be repeated? From the method when not said: GET reads, PUT and DELETE are idempotent, the rest is unsafe. */
  readonly safety?: Safety
  /** The permission it needs, such as `#dns_records:edit`. */
  readonly permission?: string
  /** First day of the endpoint, as `YYYY-MM` or `YYYY-MM-DD`, where known. */
  readonly since?: string
  /** Day from which the service no longer answers it. */
  readonly sunset?: string
  /** Inputs that go to the query though the method has a body; a GET sends all of them there. */
  readonly query?: readonly string[]
  /** Inputs that travel as a header, and the names of those headers, such as `{ jurisdiction: 'cf-r2-jurisdiction' }`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Parameters of the path whose values may hold slashes, such as a key's name; a slash travels as `%2F`. */
  readonly slashes?: readonly string[]
  /** Slashes in those values travel as they are, as the service wants them in names of models. */
  readonly plainSlashes?: boolean
  /** How the rest travels; `json` when not said. */
  readonly body?: BodyForm
  /** How the answer is wrapped; the protocol's own envelope when not said. */
  readonly answer?: 'envelope' | 'bare' | 'text' | 'bytes'
  /** Names of fields, in input or result, whose values are secrets and never reach a log or an error. */
  readonly secrets?: readonly string[]
  /** Fault codes that, on a repeated request, mean that the first one was carried out, and the result to give then. */
  readonly repeated?: { readonly codes: readonly number[]; readonly result: (input: Readonly<Record<string, unknown>>) => unknown }
}

/** What all three kinds of declaration have in common. */
export interface Declaration extends Facts {
  /** Method and path with names in braces, or the action's name in a form-POST API. */
  readonly route: string
  /** The route, taken apart. */
  readonly target: Route
  readonly protocol: Protocol | DeferredProtocol
  readonly input: Schema
  readonly safety: Safety
}

/** One call and its one answer: plain frozen data, the single source of truth about it. */
export interface Endpoint<I = never, O = unknown> extends Declaration {
  readonly kind: 'call'
  readonly result: Schema
  readonly '~types'?: (input: I) => O
}

/** A call whose answer comes in pages. */
export interface Listing<I = never, T = unknown> extends Declaration {
  readonly kind: 'list'
  readonly item: Schema
  readonly page: PageStrategy
  readonly '~types'?: (input: I) => T
}

/** A call whose answer is read as it arrives. */
export interface Download<I = never> extends Declaration {
  readonly kind: 'stream'
  readonly '~types'?: (input: I) => Uint8Array
}

/** Any declaration, whatever its types. */
export type AnyEndpoint = Endpoint | Listing | Download

const declare = (protocol: Protocol | DeferredProtocol, route: string, facts: Facts & { readonly input: Schema }): Omit<Declaration, 'kind'> => {
  const target = parseRoute(route, protocol.defaultMethod)
  const safety = facts.safety ?? (target.method === 'GET' || target.method === 'HEAD' ? 'read' : target.method === 'PUT' || target.method === 'DELETE' ? 'idempotent' : 'unsafe')
  return { ...facts, route, target, protocol, safety }
}

/**
 * Declares a call of a protocol; modules use the protocol's own short form, such as `endpoint` of `@zonewright/v4/protocol`.
 * @example
 * const { protocol } = call.endpoint
 * const { input, result } = endpoint
 * const verify = defineEndpoint<object, string>(protocol, 'GET /user/tokens/verify', { input, result })
 */
export const defineEndpoint = <I, O>(protocol: Protocol | DeferredProtocol, route: string, facts: Facts & { readonly input: Schema; readonly result: Schema }): Endpoint<I, O> =>
  Object.freeze({ kind: 'call', ...declare(protocol, route, facts), result: facts.result })

/**
 * Declares a paged call of a protocol.
 * @example
 * const { protocol, input, result: item } = endpoint
 * const roles = defineListing<object, string>(protocol, 'GET /roles', { input, item, page: { kind: 'cursor', first: (all) => all, next: () => undefined } })
 */
export const defineListing = <I, T>(protocol: Protocol | DeferredProtocol, route: string, facts: Facts & { readonly input: Schema; readonly item: Schema; readonly page: PageStrategy }): Listing<I, T> =>
  Object.freeze({ kind: 'list', ...declare(protocol, route, facts), item: facts.item, page: facts.page })

/**
 * Declares a call whose answer is read as a stream.
 * @example const log = defineDownload<object>(endpoint.protocol, 'GET /log', { input: endpoint.input })
 */
export const defineDownload = <I>(protocol: Protocol | DeferredProtocol, route: string, facts: Facts & { readonly input: Schema }): Download<I> =>
  Object.freeze({ kind: 'stream', ...declare(protocol, route, facts) })
