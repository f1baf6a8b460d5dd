import type { Call, Reply } from './call.ts'
import type { Client, ClientOptions } from './client.ts'
import { forMethod } from './credentials.ts'
import { InputError } from './errors.ts'
import type { Next, Plugin, PluginParts } from './plugin.ts'
import { log } from './plugins/log.ts'
import { retry } from './plugins/retry.ts'
import { throttle } from './plugins/throttle.ts'
import { followRedirects } from './redirect.ts'
import type { Send, Transport } from './transport.ts'

/** What a client runs its calls through: plugins, then the protocol, then the transport. */
export interface Pipeline {
  run(call: Call): Promise<Reply>
  /** What plugins add to the client. */
  readonly extensions: object
  close(): Promise<void>
}

const loopback = /^(localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

const checkBaseUrl = (baseUrl: string): void => {
  const refuse = (message: string): never => {
    throw new InputError({ route: 'createClient', issues: [{ path: ['baseUrl'], message }] })
  }
  if (!URL.canParse(baseUrl)) refuse(`"${baseUrl}" is not a URL; expected something like https://api.cloudflare.com/client/v4`)
  const url = new URL(baseUrl)
  if (url.username !== '' || url.password !== '') refuse('the URL holds a user name or password; give secrets as credentials')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname))) refuse(`${url.protocol}//${url.hostname} would send the secret in clear; use https, or http on loopback only`)
}

/** Builds the pipeline once: array order is call order, the first plugin outermost. */
export const createPipeline = (client: Client, options: ClientOptions, transport: Transport): Pipeline => {
  if (options.baseUrl !== undefined) checkBaseUrl(options.baseUrl)
  const baseUrl = options.baseUrl?.replace(/\/+$/, '')
  const plugins: Plugin[] = [...(options.plugins ?? [])]
  if (options.retry !== false) plugins.push(retry(options.retry))
  if (options.throttle !== false) plugins.push(throttle(options.throttle))
  if (options.log !== undefined) plugins.push(log(options.log))

  const names = new Set<string>()
  for (const { name } of plugins) {
    if (names.has(name)) throw new InputError({ route: 'createClient', issues: [{ path: ['plugins'], message: `two plugins are called "${name}"; leave one out, or switch the built-in one off with ${name}: false` }] })
    names.add(name)
  }
  const parts: PluginParts[] = plugins.map((plugin) => plugin.setup(client))

  const send = parts.reduceRight<Send>((inner, part) => part.intercept?.(inner) ?? inner, followRedirects(transport.send))
  const wire: Next = async (call) => {
    const { endpoint } = call
    const credentials = call.credentials === undefined ? undefined : forMethod(call.credentials, endpoint.target.method)
    const ready: Call = credentials === call.credentials || credentials === undefined ? call : { ...call, credentials }
    const request = endpoint.protocol.encode(baseUrl === undefined ? ready : { ...ready, baseUrl })
    const reply = await send(request, {
      ...(call.signal === undefined ? {} : { signal: call.signal }),
      timeoutMs: call.timeoutMs,
      stallMs: options.stallMs ?? 15_000,
      maxBytes: options.maxResponseBytes ?? 134_217_728,
      stream: endpoint.kind === 'stream',
      route: endpoint.route,
      attempt: call.attempt,
    })
    return endpoint.protocol.decode(call, reply)
  }
  const run = parts.reduceRight<Next>((next, part) => (part.around === undefined ? next : (call) => (part.around as NonNullable<PluginParts['around']>)(call, next)), wire)

  return {
    run,
    extensions: Object.assign({}, ...parts.map((part) => part.extend ?? {})) as object,
    async close() {
      for (const part of parts) await part.close?.()
      await transport.close()
    },
  }
}
