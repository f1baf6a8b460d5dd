/**
 * A transport without a network, for tests of programs that use this toolkit.
 * @module
 */
import type { WireReply, WireRequest } from './call.ts'
import { mayStream, type SendOptions, type Transport } from './transport.ts'

/** What a handler answers: a body as JSON data or text, or an error to be thrown. */
export interface MemoryReply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON when it is neither text nor bytes. */
  readonly body?: unknown
  /** Pieces of a streamed body. */
  readonly chunks?: readonly Uint8Array[]
}

/** Answers a request, or throws what the transport should throw. */
export type MemoryHandler = (request: WireRequest, options: SendOptions) => MemoryReply | Promise<MemoryReply>

/** A transport that remembers what it was asked. */
export interface MemoryTransport extends Transport {
  /** All requests so far, in order. */
  readonly requests: WireRequest[]
}

const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new TextEncoder().encode(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)))

/**
 * Answers every request with a function; nothing leaves the process.
 * @example const transport = memoryTransport(() => ({ body: { success: true, errors: [], messages: [], result: { id: '1' } } }))
 */
export const memoryTransport = (handler: MemoryHandler): MemoryTransport => {
  const requests: WireRequest[] = []
  return {
    requests,
    async send(request, options): Promise<WireReply> {
      options.signal?.throwIfAborted()
      requests.push(request)
      const reply = await handler(request, options)
      const status = reply.status ?? 200
      const type = reply.body instanceof Uint8Array || typeof reply.body === 'string' ? {} : { 'content-type': 'application/json' }
      const headers = { ...type, ...reply.headers }
      const chunks = reply.chunks ?? [bytesOf(reply.body)]
      if (mayStream(options, status, headers)) {
        return {
          status,
          headers,
          body: new Uint8Array(0),
          stream: (async function* stream() {
            yield* chunks
          })(),
        }
      }
      return { status, headers, body: Buffer.concat(chunks) }
    },
    close: () => Promise.resolve(),
  }
}
