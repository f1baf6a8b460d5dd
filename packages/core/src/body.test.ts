import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { call, stream } from './test-kit/plain.ts'
import { json, serve, serveRaw, until } from './test-kit/server.ts'

const get = call('GET /thing')
const packed = (value: unknown) => Buffer.from(JSON.stringify({ result: value }))

describe('a packed body', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const)('in %s is asked for and unpacked, whole and streamed', async (encoding, pack) => {
    const value = 'text '.repeat(5000)
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(pack(packed(value))))
    const client = createClient({ baseUrl: server.url })
    expect(await client.call(get, {})).toBe(value)
    expect(server.headers[0]?.['accept-encoding']).toBe('gzip, br')
    expect(await (await client.download(stream(), {})).text()).toBe(packed(value).toString())
    await client.close()
  })

  it('that unpacks to more than the limit is refused, however small it came', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    const client = createClient({ baseUrl: server.url, maxResponseBytes: 100_000 })
    expect(bomb.length).toBeLessThan(100_000)
    await expect(client.call(get, {})).rejects.toMatchObject({ code: 'DECODE', message: expect.stringContaining('the unpacked answer is larger than 100000 bytes; raise maxResponseBytes') as string })
    expect(server.seen).toHaveLength(1)
    await client.close()
  })

  it('that is damaged or cut is a DecodeError with its cause, and a read is tried again', async () => {
    const whole = gzipSync(packed('x'.repeat(1000)))
    let tries = 0
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(++tries === 1 ? whole.subarray(0, 20) : whole))
    const client = createClient({ baseUrl: server.url, retry: { baseMs: 1 } })
    expect(await client.call(get, {})).toBe('x'.repeat(1000))
    tries = 0
    await expect(client.call(call('POST /thing'), {})).rejects.toMatchObject({ code: 'DECODE', cut: true, cause: expect.any(Error) as Error })
    tries = 0
    await expect((await client.download(stream(), {})).text()).rejects.toMatchObject({ code: 'DECODE', cut: true })
    await client.close()
  })

  it('in a form that was not asked for is refused', async () => {
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('??'))
    const client = createClient({ baseUrl: server.url })
    await expect(client.call(get, {})).rejects.toThrow('packed as "zstd", which was not asked for')
    await expect(client.download(stream(), {})).rejects.toThrow('packed as "zstd"')
    await client.close()
  })
})

describe('the limit on size', () => {
  it.each([
    ['announced', { 'content-length': '5000' }],
    ['not announced', {}],
  ])('ends a body that is larger, %s', async (_, headers) => {
    const server = await serve((_request, response) => response.writeHead(200, headers).end('x'.repeat(5000)))
    const client = createClient({ baseUrl: server.url, maxResponseBytes: 1000 })
    await expect(client.call(get, {})).rejects.toMatchObject({ code: 'DECODE', status: 200, message: 'GET /thing: the answer is larger than 1000 bytes; raise maxResponseBytes or ask for less [HTTP 200]' })
    expect(server.seen).toHaveLength(1)
    await client.close()
  })

  it('does not hold for a download', async () => {
    const server = await serve((_request, response) => response.writeHead(200).end('x'.repeat(5000)))
    const client = createClient({ baseUrl: server.url, maxResponseBytes: 1000 })
    expect(await (await client.download(stream(), {})).text()).toHaveLength(5000)
    await client.close()
  })
})

describe('an unusual answer', () => {
  it('that is cut short is an error of phase sent, repaired by a second try of a read', async () => {
    let tries = 0
    const server = await serveRaw((socket) => {
      socket.on('data', () => {
        if (++tries === 1) socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"result":')
        else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"result":1}')
      })
    })
    const client = createClient({ baseUrl: server.url, retry: { baseMs: 1 } })
    expect(await client.call(get, {})).toBe(1)
    tries = 0
    await expect(client.call(call('POST /thing'), {})).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent', message: expect.stringContaining('broke in the middle') as string })
    expect(tries).toBe(1)
    await client.close()
  })

  it('may be preceded by interim ones', async () => {
    const server = await serveRaw((socket) => {
      socket.on('data', () => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"result":1}'))
    })
    const client = createClient({ baseUrl: server.url })
    expect(await client.exchange(get, {})).toMatchObject({ result: 1, status: 200 })
    expect(await (await client.download(stream(), {})).text()).toBe('{"result":1}')
    await client.close()
  })

  it.each([[204, 'GET'], [200, 'HEAD']])('without a body by rule is read: %i to %s', async (status, method) => {
    const server = await serve((_, response) => response.writeHead(status).end())
    const client = createClient({ baseUrl: server.url })
    expect(await client.exchange(call(`${method} /thing`), {})).toMatchObject({ result: undefined, status })
    await client.close()
  })

  it('may begin with a byte order mark and carry repeated headers', async () => {
    const server = await serve((_, response) => response.writeHead(200, { 'x-twice': ['a', 'b'], 'set-cookie': ['c=1', 'd=2'] }).end('\uFEFF{"result":1}'))
    const client = createClient({ baseUrl: server.url })
    expect(await client.exchange(get, {})).toMatchObject({ result: 1, headers: { 'x-twice': 'a, b', 'set-cookie': 'c=1, d=2' } })
    await client.close()
  })

  it('that is not HTTP is an error of phase sent', async () => {
    const server = await serveRaw((socket) => socket.on('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))
    const client = createClient({ baseUrl: server.url, retry: false })
    await expect(client.call(get, {})).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent', cause: expect.any(Error) as Error })
    await client.close()
  })
})

describe('a download', () => {
  it('pauses the socket while its reader is slow, and is whole in the end', async () => {
    const size = 40_000_000
    let written = 0
    const server = await serveRaw((socket) => {
      const chunk = Buffer.alloc(100_000, 'x')
      const pump = (): void => {
        while (written < size) {
          written += chunk.length
          if (!socket.write(chunk)) return void socket.once('drain', pump)
        }
      }
      socket.once('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${size}\r\n\r\n`)
        pump()
      })
    })
    const client = createClient({ baseUrl: server.url, stallMs: 20_000 })
    const bytes = await client.download(stream(), {})
    const iterator = bytes[Symbol.asyncIterator]()
    let read = (await iterator.next()).value?.length ?? 0
    let before = -1
    // Wait until the sender stands still: kernel buffers are full and nobody reads.
    while (before !== written) {
      before = written
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    expect(written).toBeLessThan(size)
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) read += next.value.length
    expect(read).toBe(size)
    await client.close()
  })

  it.each(['break', 'cancel'])('left early by %s frees its connection', async (way) => {
    const server = await serveRaw((socket) => socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nstart`)))
    const client = createClient({ baseUrl: server.url })
    const bytes = await client.download(stream(), {})
    if (way === 'cancel') await bytes.cancel()
    else for await (const _ of bytes) break
    await until(() => [...server.sockets][0]?.destroyed === true)
    await client.close()
  })

  it('left early while packed frees its connection too', async () => {
    const data = gzipSync(Buffer.from(Array.from({ length: 200_000 }, () => Math.floor(Math.random() * 256))))
    const server = await serveRaw((socket) => {
      socket.once('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${data.length}\r\n\r\n`)
        socket.write(data.subarray(0, 150_000))
      })
    })
    const client = createClient({ baseUrl: server.url })
    for await (const _ of await client.download(stream(), {})) break
    await until(() => [...server.sockets][0]?.destroyed === true)
    await client.close()
  })

  it('that stalls fails after what came before it, while its reader waits', async () => {
    const server = await serveRaw((socket) => socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nstart`)))
    const client = createClient({ baseUrl: server.url, stallMs: 50 })
    const parts: string[] = []
    const read = async (): Promise<void> => {
      for await (const part of await client.download(stream(), {})) parts.push(Buffer.from(part).toString())
    }
    await expect(read()).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent', message: expect.stringContaining('stopped in the middle') as string })
    expect(parts).toEqual(['start'])
    await client.close()
  })

  it('that breaks is an error, not the end of the file', async () => {
    const server = await serveRaw((socket) => socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nstart`)))
    const client = createClient({ baseUrl: server.url })
    await expect((await client.download(stream(), {})).text()).rejects.toMatchObject({ code: 'TRANSPORT', phase: 'sent' })
    await client.close()
  })

  it('may take longer than the time limit of a call, as long as bytes come', async () => {
    const server = await serveRaw((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n')
        let sent = 0
        const drip = setInterval(() => (sent++ < 10 ? socket.write('x') : clearInterval(drip)), 20)
      })
    })
    const client = createClient({ baseUrl: server.url })
    expect(await (await client.download(stream(), {}, { timeoutMs: 100 })).text()).toHaveLength(10)
    await client.close()
  })

  it('whose status is an error is an ApiError like any other', async () => {
    const server = await serve((_, response) => json(response, { code: 7 }, 404))
    const client = createClient({ baseUrl: server.url })
    await expect(client.download(stream(), {})).rejects.toMatchObject({ code: 'API', status: 404 })
    await client.close()
  })
})
