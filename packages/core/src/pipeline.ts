import type { Call } from './call.ts'
import type { Client, ClientOptions } from './client.ts'
import { forMethod } from './credentials.ts'
import type { AnyEndpoint } from './endpoint.ts'
import type { Next, PluginParts } from './plugin.ts'
import { log } from './plugins/log.ts'
import { retry } from './plugins/retry.ts'
import { throttle } from './plugins/throttle.ts'
import { type Protocol, loadProtocol } from './protocol.ts'
import { followRedirects } from './redirect.ts'
import { closedClient } from './set-up.ts'
import type { Send, SendOptions, Transport } from './transport.ts'

/** What a client's calls run through. */
export interface PipelineDetails {
  readonly client: Client
  readonly options: ClientOptions
  /** What the plugins brought that were given to the client, in their order. */
  readonly parts: readonly PluginParts[]
  readonly transport: Transport
  /** Protocols that had to be loaded. */
  readonly protocols: ReadonlyMap<AnyEndpoint['protocol'], Protocol>
  /** Whether the client has been closed. */
  readonly isClosed: () => boolean
}

/** What runs calls. */
export interface Pipeline {
  /** What all plugins brought, the built-in ones last. */
  readonly parts: readonly PluginParts[]
  readonly run: Next
}

/** The built-in plugins, inside all others. */
const builtIn = ({ client, options }: PipelineDetails): readonly PluginParts[] =>
  [...(options.retry === false ? [] : [retry(options.retry)]), ...(options.throttle === false ? [] : [throttle(options.throttle)]), ...(options.log === undefined ? [] : [log(options.log)])].map((plugin) => plugin.setup(client))

/** The inner end: protocol, bytes, protocol. */
const wireOf = ({ options, isClosed, protocols }: PipelineDetails, send: Send): Next => {
  const { stallMs = 15_000, maxResponseBytes: maxBytes = 134_217_728 } = options
  return async (call) => {
    const { credentials, endpoint, signal } = call
    // Here, so that a call which waits for its next try ends too.
    if (isClosed()) throw closedClient(endpoint.route, call.attempt)
    const forThis = credentials === undefined ? undefined : forMethod(credentials, endpoint.target.method)
    const ready: Call = forThis === undefined || forThis === credentials ? call : { ...call, credentials: forThis }
    const declared = endpoint.protocol
    const protocol = 'encode' in declared ? declared : (protocols.get(declared) ?? (await loadProtocol(declared)))
    const request = protocol.encode(ready)
    const sendOptions: SendOptions = { timeoutMs: call.timeoutMs, stallMs, maxBytes, stream: endpoint.kind === 'stream', ...(endpoint.answer === 'text' ? { streamType: 'text/plain' } : undefined), route: endpoint.route, attempt: call.attempt, ...(signal === undefined ? undefined : { signal }) }
    return protocol.decode(call, await send(request, sendOptions))
  }
}

/** Builds the pipeline once: array order is call order, the first plugin outermost, the protocol and the transport innermost. */
export const createPipeline = (details: PipelineDetails): Pipeline => {
  const parts = [...details.parts, ...builtIn(details)]
  const followed = followRedirects((request, sendOptions) => details.transport.send(request, sendOptions))
  const send = parts.reduceRight<Send>((inner, part) => part.intercept?.(inner) ?? inner, followed)
  const chain = parts.reduceRight<Next>((next, part) => (part.around === undefined ? next : (call) => (part.around as NonNullable<PluginParts['around']>)(call, next)), wireOf(details, send))
  const run: Next = async (call) => {
    call.signal?.throwIfAborted()
    return chain(call)
  }
  return { parts, run }
}
