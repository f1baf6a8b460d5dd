import type { Call, Reply, WireReply, WireRequest } from './call.ts'

/**
 * How calls become requests and answers become results. Pure in both directions;
 * it alone decides where the secret goes.
 */
export interface Protocol {
  /** Short name, such as `v4`. */
  readonly name: string
  /** Where calls go when the client has no base URL: origin and path prefix, no final slash. */
  readonly origin: string
  /** Method of a route that names none. */
  readonly defaultMethod?: string
  /** The call as a request. @throws InputError when the credentials do not fit this protocol. */
  encode(call: Call): WireRequest
  /** The answer as a result. @throws ApiError when the service said no, DecodeError when the answer can't be read. */
  decode(call: Call, reply: WireReply): Reply
}

/**
 * A protocol whose encoding and decoding are loaded with the first call, so that declarations alone weigh nothing of it.
 * Everything that stands on a declaration is said here; `load` gives the protocol itself.
 */
export interface DeferredProtocol extends Pick<Protocol, 'name' | 'origin' | 'defaultMethod'> {
  /** Gives the same protocol each time; a client asks once. */
  load(): Promise<Protocol>
}

/**
 * The protocol of a declaration, loaded where it has to be.
 * @example const { encode } = await loadProtocol(endpoint.protocol)
 */
export const loadProtocol = async (protocol: Protocol | DeferredProtocol): Promise<Protocol> => ('load' in protocol ? protocol.load() : protocol)
