import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, isIP } from 'node:net'

import type { FormPostLogEntry } from './asked.ts'
import type { BridgeConfig } from './config.ts'
import { configuredCallers, type Upstream } from './configured-callers.ts'
import { memoryShelf } from './remember/memory-shelf.ts'
import type { Shelf } from './remember/shelf.ts'
import { type FormPostService, formPostService } from './service.ts'

/** Settings of a bridge. */
export interface BridgeOptions {
  /** Where API v4 is. */
  readonly upstream: Upstream
  /** Who may ask, and as whom. */
  readonly config: BridgeConfig
  /** What is remembered; gone with the process when not said. It is closed with the bridge. */
  readonly shelf?: Shelf
  /** Port; 0, the default, takes a free one. */
  readonly port?: number
  /** Address to listen on; 127.0.0.1 when not said. Others need `tls`. */
  readonly host?: string
  /** Key and certificate, PEM. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Most octets of a request's body; 256 KiB when not said. */
  readonly maxBodyBytes?: number
  /** Most time until a request has arrived whole, in milliseconds; 30,000 when not said. */
  readonly requestTimeoutMs?: number
  /** Milliseconds since 1970; the system's clock when not said. */
  readonly now?: () => number
  /** Gets one entry an action, never with a secret in it. */
  readonly log?: (entry: FormPostLogEntry) => void
}

/** A running bridge. */
export interface Bridge {
  /** Such as `http://127.0.0.1:8788`. */
  readonly origin: string
  readonly port: number
  /** Lets open requests end, then closes connections and what is remembered. A second call waits for the first. */
  close(): Promise<void>
}

/** A bridge that would send passwords and keys in the clear over a network. */
export class UnsafeAddressError extends Error {
  override readonly name = 'UnsafeAddressError'
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)

class TooLarge extends Error {}

const readBody = async (request: IncomingMessage, most: number): Promise<Uint8Array> => {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new TooLarge()
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const send = (response: ServerResponse, { status, contentType, body }: { readonly status: number; readonly contentType: string; readonly body: string }): void => {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).end(body)
}

const plain = (status: number, words: string): { readonly status: number; readonly contentType: string; readonly body: string } => ({ status, contentType: 'text/plain; charset=utf-8', body: `${words}\n` })

const respond = async (service: FormPostService, request: IncomingMessage, response: ServerResponse, most: number): Promise<void> => {
  const target = request.url ?? '/'
  if (!service.serves(target)) return send(response, plain(404, 'This bridge answers at /api_json.html, /api.html, /ajax/external-event.html, /host-gw.html, /ips-v4 and /ips-v6.'))
  const gone = new AbortController()
  // A program that went away gets no answer; a call that has not been sent yet need not be.
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('the program closed its connection'))
  })
  const { remoteAddress } = request.socket
  try {
    const body = await readBody(request, most)
    send(response, await service.answer({ method: request.method ?? 'GET', target, contentType: request.headers['content-type'] ?? '', body, signal: gone.signal, ...(remoteAddress === undefined ? {} : { address: remoteAddress }) }))
  } catch (error) {
    if (response.destroyed || response.headersSent) return
    // The rest of a body that is too large is not read, so the connection can't be used again.
    response.setHeader('connection', 'close')
    send(response, error instanceof TooLarge ? plain(413, `A request has at most ${most} octets.`) : plain(400, 'The request cannot be read.'))
  }
}

/**
 * Starts a server that speaks the client API and the Hosting Provider API and forwards to API v4.
 * @throws UnsafeAddressError for an address beyond loopback without TLS: keys and passwords would travel in the clear.
 * @throws InputError when the upstream's base URL is not `https:` (or `http:` on loopback).
 * @example
 * const bridge = await startBridge({ upstream: { baseUrl: 'http://127.0.0.1:8787/client/v4' }, config: readConfig('clients: []', { file: 'bridge.yaml', env: process.env }) })
 * await bridge.close()
 */
export const startBridge = async ({ upstream, config, shelf = memoryShelf(), port = 0, host = '127.0.0.1', tls, maxBodyBytes = 256 * 1024, requestTimeoutMs = 30_000, now, log }: BridgeOptions): Promise<Bridge> => {
  if (tls === undefined && !isLoopback(host)) throw new UnsafeAddressError(`${host} is not loopback: without TLS, keys and passwords would travel in the clear; give a certificate and its key, or listen on 127.0.0.1`)
  const callers = configuredCallers(config, upstream, shelf)
  const service = formPostService({ callers, shelf, ...(now === undefined ? {} : { now }), ...(log === undefined ? {} : { log }) })
  const listener = (request: IncomingMessage, response: ServerResponse): void => void respond(service, request, response, maxBodyBytes)
  const settings = { requestTimeout: requestTimeoutMs, headersTimeout: Math.min(requestTimeoutMs, 15_000), connectionsCheckingInterval: 1000 }
  const server: Server = tls === undefined ? createPlainServer(settings, listener) : createTlsServer({ ...settings, ...tls }, listener)
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen({ port, host }, () => {
      server.off('error', failed)
      done()
    })
  }).catch(async (error: unknown) => {
    await callers.close()
    throw error
  })
  const address = server.address() as AddressInfo
  let closing: Promise<void> | undefined
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://${isIP(address.address) === 6 ? `[${address.address}]` : address.address}:${address.port}`,
    port: address.port,
    close: () =>
      (closing ??= (async () => {
        await new Promise<void>((done) => {
          server.close(() => done())
          server.closeIdleConnections()
        })
        await callers.close()
        shelf.close()
      })()),
  }
}
