import type { Call, Reply } from './call.ts'
import type { Client, ClientOptions } from './client.ts'
import { forMethod } from './credentials.ts'
import { InputError } from './errors.ts'
import type { Next, Plugin, PluginParts } from './plugin.ts'
import { log } from './plugins/log.ts'
import { retry } from './plugins/retry.ts'
import { throttle } from './plugins/throttle.ts'
import { followRedirects } from './redirect.ts'
import type { Send, SendOptions, Transport } from './transport.ts'

/** What a client runs its calls through: plugins, then the protocol, then the transport. */
export interface Pipeline {
  run(call: Call): Promise<Reply>
  /** What plugins add to the client. */
  readonly extensions: object
  close(): Promise<void>
}

const refuse = (message: string): never => {
  throw new InputError({ route: 'createClient', issues: [{ path: ['plugins'], message }] })
}

const pluginsOf = (options: ClientOptions): readonly Plugin[] => {
  const plugins: Plugin[] = [...(options.plugins ?? [])]
  if (options.retry !== false) plugins.push(retry(options.retry))
  if (options.throttle !== false) plugins.push(throttle(options.throttle))
  if (options.log !== undefined) plugins.push(log(options.log))
  const names = new Set<string>()
  for (const { name } of plugins) {
    if (names.has(name)) refuse(`two plugins are called "${name}"; leave one out, or switch the built-in one off with ${name}: false`)
    names.add(name)
  }
  return plugins
}

const extensionsOf = (client: Client, plugins: readonly Plugin[], parts: readonly PluginParts[]): object => {
  const extensions = {}
  parts.forEach(({ extend = {} }, index) => {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(extend))) {
      if (name in client || name in extensions) refuse(`the plugin "${plugins[index]?.name}" adds "${name}", which the client has already`)
      Object.defineProperty(extensions, name, property)
    }
  })
  return extensions
}

/** The inner end: protocol, bytes, protocol. */
const wireOf = (options: ClientOptions, send: Send, isClosed: () => boolean): Next => {
  const { stallMs = 15_000, maxResponseBytes: maxBytes = 134_217_728 } = options
  return async (call) => {
    const { credentials, endpoint, signal } = call
    // Here, so that a call which waits for its next try ends too.
    if (isClosed()) throw new InputError({ route: endpoint.route, issues: [{ path: [], message: 'the client is closed; make a new one' }] })
    const forThis = credentials === undefined ? undefined : forMethod(credentials, endpoint.target.method)
    const ready: Call = forThis === undefined || forThis === credentials ? call : { ...call, credentials: forThis }
    const request = endpoint.protocol.encode(ready)
    const sendOptions: SendOptions = { timeoutMs: call.timeoutMs, stallMs, maxBytes, stream: endpoint.kind === 'stream', ...(endpoint.answer === 'text' ? { streamType: 'text/plain' } : undefined), route: endpoint.route, attempt: call.attempt, ...(signal === undefined ? undefined : { signal }) }
    return endpoint.protocol.decode(call, await send(request, sendOptions))
  }
}

const closeAll = async (parts: readonly PluginParts[], transport: Transport): Promise<void> => {
  // A plugin that fails to close must not keep the others, or the sockets, open.
  const outcomes = await Promise.allSettled(parts.map(async (part) => part.close?.()))
  await transport.close()
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

/** Builds the pipeline once: array order is call order, the first plugin outermost. */
export const createPipeline = (client: Client, options: ClientOptions, transport: Transport): Pipeline => {
  let closing: Promise<void> | undefined
  const plugins = pluginsOf(options)
  const parts: PluginParts[] = plugins.map((plugin) => plugin.setup(client))
  const followed = followRedirects((request, sendOptions) => transport.send(request, sendOptions))
  const send = parts.reduceRight<Send>((inner, part) => part.intercept?.(inner) ?? inner, followed)
  const chain = parts.reduceRight<Next>((next, part) => (part.around === undefined ? next : (call) => (part.around as NonNullable<PluginParts['around']>)(call, next)), wireOf(options, send, () => closing !== undefined))

  return {
    async run(call) {
      call.signal?.throwIfAborted()
      return chain(call)
    },
    extensions: extensionsOf(client, plugins, parts),
    close() {
      closing ??= closeAll(parts, transport)
      return closing
    },
  }
}
