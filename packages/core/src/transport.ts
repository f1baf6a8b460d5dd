import type { WireReply, WireRequest } from './call.ts'

/** What a transport has to respect for one request. */
export interface SendOptions {
  readonly signal?: AbortSignal
  /** Most time from start to the last byte, in milliseconds; for a stream, to the last header. */
  readonly timeoutMs: number
  /** Most silence between two pieces of the body, in milliseconds. */
  readonly stallMs: number
  /** Most bytes of a body that is read whole, after decompression. */
  readonly maxBytes: number
  /** Give the body of a 2xx answer as it arrives. */
  readonly stream: boolean
  /** The route, for messages. */
  readonly route: string
  /** 1 for the first try. */
  readonly attempt: number
}

/** Sends one request and gives its answer. @throws TransportError, DecodeError for a body over the limit, or the signal's reason. */
export type Send = (request: WireRequest, options: SendOptions) => Promise<WireReply>

/** What carries bytes. The built-in one is undici's connection pool; a test hands in another. */
export interface Transport {
  readonly send: Send
  /** Closes idle connections; calls under way end first. */
  close(): Promise<void>
}

/** Settings of the built-in transport. */
export interface TransportOptions {
  /** Most connections to one origin. Default 16. */
  readonly connections?: number
  /** `http://…` address of a proxy; from `HTTPS_PROXY` and `NO_PROXY` when not said; `false` for none. Loopback is never proxied by the environment. */
  readonly proxy?: string | false
  /** Most time to open a connection, in milliseconds. Default 10,000. */
  readonly connectTimeoutMs?: number
}

/**
 * The built-in transport: undici's pool with keep-alive. undici itself is loaded by the first request,
 * because loading it costs more than everything else here.
 * @example createClient({ transport: undiciTransport({ connections: 4 }) })
 */
export const undiciTransport = (options: TransportOptions = {}): Transport => {
  let loaded: Promise<Transport> | undefined
  return {
    async send(request, sendOptions) {
      loaded ??= import('./transport/pool.ts').then(({ poolTransport }) => poolTransport(options))
      return (await loaded).send(request, sendOptions)
    },
    async close() {
      await (await loaded)?.close()
    },
  }
}
