import { readFileSync } from 'node:fs'
import { createServer as createPlain, type RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { Certificate } from './certificate.ts'

/** What programs that follow a changing address are told of their own. */
export interface OwnAddress {
  ipv4: string
  ipv6: string
}

/** Where the service stands inside the namespace, and the names that lead to it. */
export const addressService = { address: '1.1.1.1', ipv4: ['checkip.dyndns.org', 'checkip.dyndns.com', 'one.one.one.one', 'cloudflare-dns.com'], ipv6: ['dns64.cloudflare-dns.com', 'checkipv6.dyndns.org'] } as const

/** Says to programs which address they have, as public services do. */
export const serveAddresses = async (own: OwnAddress, { key, certificate }: Certificate): Promise<void> => {
  const listener: RequestListener = (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const address = addressService.ipv6.some((name) => name === host) ? own.ipv6 : own.ipv4
    response.setHeader('connection', 'close')
    if (request.url?.startsWith('/cdn-cgi/trace') === true) response.setHeader('content-type', 'text/plain').end(`h=${host}\nip=${address}\nts=1\n`)
    else response.setHeader('content-type', 'text/html').end(`<html><head><title>Current IP Check</title></head><body>Current IP Address: ${address}</body></html>\r\n`)
  }
  const servers = [{ port: 80, server: createPlain(listener) }, { port: 443, server: createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, listener) }] as const
  for (const { port, server } of servers) {
    // A program that breaks off is its own affair.
    server.on('clientError', (_error, socket) => socket.destroy()).unref()
    await new Promise<void>((done, failed) => {
      server.once('error', failed).listen({ port, host: addressService.address }, done)
    })
  }
}
