import type { Credentials } from './credentials.ts'
import type { AnyEndpoint } from './endpoint.ts'

/** One call on its way: the endpoint, the checked input, and what the caller asked for. */
export interface Call {
  readonly endpoint: AnyEndpoint
  /** The input after its schema has checked it. */
  readonly input: Readonly<Record<string, unknown>>
  /** Origin and path prefix that the route is appended to, without a final slash. */
  readonly baseUrl: string
  readonly credentials?: Credentials
  /** 1 for the first try. */
  readonly attempt: number
  /** Ends the call, also while it waits. */
  readonly signal?: AbortSignal
  /** Most time for one try, from the first byte sent to the last byte received, in milliseconds. */
  readonly timeoutMs: number
  /** Headers beside those of the protocol, lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A request as bytes, ready for a transport. */
export interface WireRequest {
  readonly method: string
  /** Absolute URL; a secret is never part of it. */
  readonly url: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Names of the headers that carry a secret; dropped when a redirect leads to another origin. */
  readonly secretHeaders: readonly string[]
}

/** An answer as bytes. */
export interface WireReply {
  readonly status: number
  /** Lower-case names; a repeated header is joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  /** The whole body; empty when `stream` is there. */
  readonly body: Uint8Array
  /** The body as it arrives, for a download whose status is 2xx. */
  readonly stream?: AsyncIterable<Uint8Array>
}

/** A decoded answer. */
export interface Reply<O = unknown> {
  readonly result: O
  /** What the envelope says beside the result: paging, timing. */
  readonly info?: Readonly<Record<string, unknown>>
  /** Notes of the service that are no errors. */
  readonly messages?: readonly unknown[]
  readonly status: number
  /** The service's identifier of the request. */
  readonly rayId?: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
}
