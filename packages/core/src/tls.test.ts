import { createServer } from 'node:https'
import { type AddressInfo, type Socket, connect, createServer as createNetServer } from 'node:net'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createClient } from './client.ts'
import { token } from './credentials.ts'
import { makeCertificate } from './test-kit/certificate.ts'
import { call } from './test-kit/plain.ts'
import { json, serve, serveRaw } from './test-kit/server.ts'
import { undiciTransport } from './transport.ts'

const get = call('GET /a')
const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']
let certificate: ReturnType<typeof makeCertificate>

beforeAll(() => {
  certificate = makeCertificate('api.service.test')
})

beforeEach(() => {
  const before = Object.fromEntries(names.map((name) => [name, process.env[name]]))
  for (const name of names) delete process.env[name]
  return () => {
    for (const name of names) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
})

/** A TLS server on loopback whose certificate is for `api.service.test`. */
const serveTls = async () => {
  const seen: (string | undefined)[] = []
  const askedFor: unknown[] = []
  const server = createServer(certificate, (request, response) => {
    seen.push(request.headers.authorization)
    json(response, { result: 'over TLS' })
  })
  server.on('secureConnection', (socket: { servername?: unknown }) => askedFor.push(socket.servername))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, seen, askedFor }
}

/** A proxy on loopback that takes every tunnel to one port, whatever name was asked for. */
const serveProxy = async (port: number, answer = 'HTTP/1.1 200 Connection Established\r\n\r\n') => {
  const tunnels: string[] = []
  const heads: string[] = []
  const sockets = new Set<Socket>()
  const server = createNetServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', (head) => {
      heads.push(head.toString())
      tunnels.push(head.toString().split('\r\n')[0] ?? '')
      socket.write(answer)
      if (!answer.includes(' 200 ')) return void socket.end()
      const upstream = connect(port, '127.0.0.1')
      sockets.add(upstream)
      upstream.on('error', () => socket.destroy())
      socket.pipe(upstream).pipe(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, heads }
}

describe('a proxy from the environment', () => {
  it.each(['HTTPS_PROXY', 'https_proxy'])('of %s carries TLS to another name through a tunnel, and reads nothing of it', async (name) => {
    const service = await serveTls()
    const proxy = await serveProxy(service.port)
    process.env[name] = proxy.url
    const client = createClient({ baseUrl: 'https://api.service.test/v4', credentials: token('zw-secret-0123456789'), transport: undiciTransport({ ca: certificate.cert }) })
    expect(await client.call(get, {})).toBe('over TLS')
    expect(await client.call(get, {})).toBe('over TLS')
    expect(proxy.tunnels).toEqual(['CONNECT api.service.test:443 HTTP/1.1'])
    expect(proxy.heads.join()).not.toContain('zw-secret')
    expect(service.seen).toEqual(['Bearer zw-secret-0123456789', 'Bearer zw-secret-0123456789'])
    expect(service.askedFor).toEqual(['api.service.test'])
    await client.close()
  })

  it('is passed by for loopback', async () => {
    const proxy = await serveProxy(1)
    process.env['HTTPS_PROXY'] = proxy.url
    process.env['HTTP_PROXY'] = proxy.url
    const server = await serve((_, response) => json(response, { result: 'direct' }))
    for (const baseUrl of [server.url, `http://localhost:${server.port}`]) {
      const client = createClient({ baseUrl })
      expect(await client.call(get, {})).toBe('direct')
      await client.close()
    }
    expect(proxy.tunnels).toEqual([])
  })

  it.each(['api.service.test', '.service.test', '*'])('is passed by for a name in NO_PROXY: %s', async (entry) => {
    const proxy = await serveProxy(1)
    process.env['HTTPS_PROXY'] = proxy.url
    process.env['NO_PROXY'] = entry
    // The name does not exist: without the proxy there is no way there, and none is looked for.
    const client = createClient({ baseUrl: 'https://api.service.test:1', retry: false })
    await expect(client.call(get, {}, { timeoutMs: 20_000 })).rejects.toMatchObject({ phase: 'connect' })
    expect(proxy.tunnels).toEqual([])
    await client.close()
  })

  it('is passed by when the program says so', async () => {
    const proxy = await serveProxy(1)
    process.env['HTTPS_PROXY'] = proxy.url
    const client = createClient({ baseUrl: 'https://api.service.test:1', retry: false, transport: undiciTransport({ proxy: false }) })
    await expect(client.call(get, {})).rejects.toMatchObject({ phase: 'connect' })
    expect(proxy.tunnels).toEqual([])
    await client.close()
  })

  it('that refuses the tunnel is an error of phase connect, since nothing was sent', async () => {
    const proxy = await serveProxy(1, 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n')
    process.env['HTTPS_PROXY'] = proxy.url
    const client = createClient({ baseUrl: 'https://api.service.test', retry: false })
    await expect(client.call(call('POST /a'), {})).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'connect', message: expect.stringContaining('407') as string })
    await client.close()
  })

  it.each(['no url', 'socks5://127.0.0.1:1', 'http://user:zw-secret-0123456789@['])('whose address is none is told before anything is sent, without showing it: %s', async (address) => {
    process.env['HTTPS_PROXY'] = address
    const client = createClient({ baseUrl: 'https://api.service.test' })
    const failure = client.call(get, {})
    await expect(failure).rejects.toMatchObject({ code: 'INPUT', message: expect.stringContaining('HTTPS_PROXY: this is not the address of a proxy') as string })
    await expect(failure).rejects.not.toThrow('zw-secret')
    await client.close()
  })
})

describe('a connection that comes too late', () => {
  it('carries nothing of the call that was given up, and serves the next one', async () => {
    let open = (): void => undefined
    let received = ''
    const proxy = await serveRaw((socket) => {
      socket.once('data', () => {
        open = () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n')
          socket.on('data', (bytes) => {
            received += bytes.toString()
            socket.write('HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"result":1}')
          })
        }
      })
    })
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', retry: false, transport: undiciTransport({ proxy: proxy.url, connections: 1 }) })
    await expect(client.call(call('POST /lost'), {}, { timeoutMs: 80 })).rejects.toMatchObject({ phase: 'connect' })
    const next = client.call(call('POST /next'), {})
    open()
    expect(await next).toBe(1)
    expect(received).toContain('POST /next')
    expect(received).not.toContain('/lost')
    expect(proxy.sockets.size).toBe(1)
    await client.close()
  })
})

describe('a named proxy', () => {
  it('takes everything, with user and password as its own header', async () => {
    const service = await serveTls()
    const proxy = await serveProxy(service.port)
    const client = createClient({ baseUrl: 'https://api.service.test', transport: undiciTransport({ ca: [certificate.cert], proxy: proxy.url.replace('//', '//user:pass@') }) })
    expect(await client.call(get, {})).toBe('over TLS')
    expect(proxy.heads[0]).toContain(`proxy-authorization: Basic ${Buffer.from('user:pass').toString('base64')}`)
    await client.close()
  })
})

describe('TLS', () => {
  it('to a certificate that nobody vouches for is refused before anything is sent', async () => {
    const service = await serveTls()
    const client = createClient({ baseUrl: `https://127.0.0.1:${service.port}`, retry: false, credentials: token('zw-secret-0123456789') })
    await expect(client.call(call('POST /a'), {})).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'connect' })
    expect(service.seen).toEqual([])
    await client.close()
  })

  it('to a certificate of another name is refused, each time anew', async () => {
    const service = await serveTls()
    const client = createClient({ baseUrl: `https://127.0.0.1:${service.port}`, retry: false, transport: undiciTransport({ ca: certificate.cert }) })
    const refusal = { phase: 'connect', cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } }
    await expect(client.call(get, {})).rejects.toMatchObject(refusal)
    await expect(client.call(get, {})).rejects.toMatchObject(refusal)
    await client.close()
  })

  it('to a server that speaks clear text is an error of phase connect', async () => {
    const server = await serveRaw((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
    const client = createClient({ baseUrl: server.url.replace('http:', 'https:'), retry: false })
    await expect(client.call(get, {})).rejects.toMatchObject({ phase: 'connect' })
    await client.close()
  })
})
