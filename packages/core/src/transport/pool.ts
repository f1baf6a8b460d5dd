/// <reference path="./undici.d.ts" />
import buildConnector from 'undici/lib/core/connect.js'
import { isGuarded, isLoopback } from '../address.ts'
import { InputError } from '../errors.ts'
import type { SendOptions, Transport, TransportOptions } from '../transport.ts'
import { Connections, type Dispatch } from './connections.ts'
import { inflate } from './inflate.ts'
import { proxies } from './proxy.ts'
import { receive } from './receive.ts'
import { tunnel } from './tunnel.ts'

const tlsOptions = async (options: TransportOptions): Promise<{ ca?: string[] }> => {
  if (options.ca === undefined) return {}
  // Naming authorities replaces the built-in ones, so these are named too.
  const { rootCertificates } = await import('node:tls')
  return { ca: [...rootCertificates, ...(typeof options.ca === 'string' ? [options.ca] : options.ca)] }
}

/**
 * The transport proper. This file and undici's client are one chunk, loaded by the first request.
 * @throws InputError when the proxy's address is no URL.
 */
export const poolTransport = async (options: TransportOptions): Promise<Transport> => {
  const { connections = 16, connectTimeoutMs = 10_000, proxy } = options
  const proxyFor = proxies(proxy)
  // One connector for all, since it keeps the TLS sessions to resume.
  const direct = buildConnector({ timeout: connectTimeoutMs, ...(await tlsOptions(options)) })
  const connectorFor = (origin: string): buildConnector.connector => {
    // A named proxy takes everything; one from the environment never sees loopback, where plain http carries secrets.
    const through = proxy === undefined && isLoopback(origin) ? undefined : proxyFor?.(origin)
    return through === undefined ? direct : tunnel(through, direct, connectTimeoutMs)
  }
  const origins = new Map<string, Connections>()
  const dispatch: Dispatch = (order, passenger) => {
    const origin = String(order.origin)
    let own = origins.get(origin)
    if (own === undefined) {
      own = new Connections(origin, connections, { pipelining: 1, keepAliveTimeout: 30_000, connect: connectorFor(origin) })
      origins.set(origin, own)
    }
    own.dispatch(order, passenger)
  }

  return {
    async send(request, sendOptions: SendOptions) {
      sendOptions.signal?.throwIfAborted()
      if (!isGuarded(request.url)) throw new InputError({ route: sendOptions.route, issues: [{ path: ['baseUrl'], message: 'the address is clear text; use https, or http on loopback only' }] })
      const reply = await receive(dispatch, request, sendOptions)
      return reply.headers['content-encoding'] === undefined ? reply : inflate(reply, sendOptions)
    },
    async close() {
      await Promise.all([...origins.values()].map((own) => own.close()))
    },
  }
}
