/// <reference path="./undici.d.ts" />
import type { Dispatcher } from 'undici'
import Agent from 'undici/lib/dispatcher/agent.js'
import type { SendOptions, Transport, TransportOptions } from '../transport.ts'
import { inflate } from './inflate.ts'
import { receive } from './receive.ts'

const loopback = /^https?:\/\/(?:localhost|[^/]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:\/|$)/

const proxyFromEnvironment = (): boolean => ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (process.env[name] ?? '') !== '')

/**
 * The transport proper. This file and undici's dispatchers are one chunk, loaded by the first request;
 * the proxy agents are another, loaded when a proxy is set.
 */
export const poolTransport = async (options: TransportOptions): Promise<Transport> => {
  const settings = {
    connections: options.connections ?? 16,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: options.connectTimeoutMs ?? 10_000 },
  }
  const direct = new Agent(settings) as unknown as Dispatcher
  const { proxy } = options
  const proxied = proxy !== false && (proxy !== undefined || proxyFromEnvironment()) ? (await import('./proxy.ts')).proxyAgent(proxy, settings) : undefined
  // A named proxy takes everything; one from the environment never sees loopback, where plain http carries secrets.
  const dispatcherFor = (url: string): Dispatcher => (proxied === undefined || (proxy === undefined && loopback.test(url)) ? direct : proxied)

  return {
    async send(request, sendOptions: SendOptions) {
      sendOptions.signal?.throwIfAborted()
      const reply = await receive(dispatcherFor(request.url), request, sendOptions)
      return reply.headers['content-encoding'] === undefined ? reply : inflate(reply, sendOptions)
    },
    async close() {
      await Promise.all([direct.close(), proxied?.close()])
    },
  }
}
