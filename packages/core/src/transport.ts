import type { WireReply, WireRequest } from './call.ts'
import { InputError } from './errors.ts'

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
  /** Media type that the stream must have, such as `text/plain`. A 2xx answer of another type is a refusal or a page in its place, and is read whole. */
  readonly streamType?: string
  /** The route, for messages. */
  readonly route: string
  /** 1 for the first try. */
  readonly attempt: number
}

/** Whether an answer is given as it arrives: that was asked for, the status is 2xx and the type is the one that was asked for. */
export const mayStream = ({ stream, streamType }: SendOptions, status: number, headers: Readonly<Record<string, string>>): boolean =>
  stream && status < 300 && (streamType === undefined || headers['content-type']?.toLowerCase().startsWith(streamType) === true)

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
  /** Certificates of authorities to trust beside the built-in ones, as PEM text: for a proxy or service with its own. */
  readonly ca?: string | readonly string[]
}

/**
 * The built-in transport: undici's pool with keep-alive. undici itself is loaded by the first request,
 * because loading it costs more than everything else here.
 * @example createClient({ transport: undiciTransport({ connections: 4 }) })
 * @throws InputError from `send` when the proxy's address is no URL, or after `close`.
 */
export const undiciTransport = (options: TransportOptions = {}): Transport => {
  let loading: Promise<Transport> | undefined
  let loaded: Transport | undefined
  let closing: Promise<void> | undefined
  const load = async (): Promise<Transport> => {
    loaded = await (await import('./transport/pool.ts')).poolTransport(options)
    return loaded
  }
  return {
    async send(request, sendOptions) {
      if (closing !== undefined) throw new InputError({ route: sendOptions.route, issues: [{ path: [], message: 'the transport is closed; make a new client' }] })
      const pool = loaded ?? (await (loading ??= load()))
      return pool.send(request, sendOptions)
    },
    close() {
      // What failed to load was told to the call that needed it.
      closing ??= (async () => (await loading?.catch(() => undefined))?.close())()
      return closing
    },
  }
}
