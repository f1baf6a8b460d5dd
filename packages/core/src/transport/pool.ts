/// <reference path="./undici.d.ts" />
import buildConnector from 'undici/lib/core/connect.js'
import { isGuarded, isLoopback } from '../address.ts'
import { InputError } from '../errors.ts'
import type { SendOptions, Transport, TransportOptions } from '../transport.ts'
import { Connections, type Dispatch } from './connections.ts'
import { inflate } from './inflate.ts'
import { receive } from './receive.ts'

const proxyFromEnvironment = (): boolean => ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => (process.env[name] ?? '') !== '')

const tlsOptions = async (options: TransportOptions): Promise<{ ca?: string[] }> => {
  if (options.ca === undefined) return {}
  // Naming authorities replaces the built-in ones, so these are named too.
  const { rootCertificates } = await import('node:tls')
  return { ca: [...rootCertificates, ...(typeof options.ca === 'string' ? [options.ca] : options.ca)] }
}

/**
 * The transport proper. This file and undici's client are one chunk, loaded by the first request;
 * the proxy agents are another, loaded when a proxy is set.
 */
export const poolTransport = async (options: TransportOptions): Promise<Transport> => {
  const connect = { timeout: options.connectTimeoutMs ?? 10_000, ...(await tlsOptions(options)) }
  const { connections = 16, proxy } = options
  const settings = { pipelining: 1, keepAliveTimeout: 30_000 }
  // One connector for all, since it keeps the TLS sessions to resume.
  const connector = buildConnector(connect)
  const origins = new Map<string, Connections>()
  const direct: Dispatch = (order, passenger) => {
    const origin = String(order.origin)
    let own = origins.get(origin)
    if (own === undefined) {
      own = new Connections(origin, connections, { ...settings, connect: connector })
      origins.set(origin, own)
    }
    own.dispatch(order, passenger)
  }
  const proxied = proxy !== false && (proxy !== undefined || proxyFromEnvironment()) ? (await import('./proxy.ts')).proxyAgent(proxy, { ...settings, connections, connect, requestTls: connect }) : undefined
  const throughProxy: Dispatch = (order, passenger) => void proxied?.dispatch(order, passenger)
  // A named proxy takes everything; one from the environment never sees loopback, where plain http carries secrets.
  const routeTo = (url: string): Dispatch => (proxied === undefined || (proxy === undefined && isLoopback(url)) ? direct : throughProxy)

  return {
    async send(request, sendOptions: SendOptions) {
      sendOptions.signal?.throwIfAborted()
      if (!isGuarded(request.url)) throw new InputError({ route: sendOptions.route, issues: [{ path: ['baseUrl'], message: 'the address is clear text; use https, or http on loopback only' }] })
      const reply = await receive(routeTo(request.url), request, sendOptions)
      return reply.headers['content-encoding'] === undefined ? reply : inflate(reply, sendOptions)
    },
    async close() {
      await Promise.all([...[...origins.values()].map((own) => own.close()), proxied?.close()])
    },
  }
}
