import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import { startEmulator } from './emulator.ts'
import { ended, firstLine, startChild } from './kill/child.ts'
import type { LogEntry } from './server.ts'
import { demo, manualClock, recordsPath, startTest, zonePath } from './testing/start.ts'

const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-data-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return directory
}

/** Sends bytes and gives everything that comes back until the other side ends. */
const exchange = async (port: number, text: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
  socket.on('error', () => undefined)
  socket.write(text)
  await once(socket, 'close')
  return answer
}

const bearer = `Authorization: Bearer ${demo.token}\r\n`

describe('an answer', () => {
  it('carries the headers of the service and never a brace in them', async () => {
    const emulator = await startTest({ clock: manualClock() })
    const { headers } = await emulator.call('GET', zonePath)
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cf-ray')).toMatch(/^[0-9a-f]{16}-AAA$/)
    expect(headers.get('cf-auditlog-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(headers.get('api-version')).toBe('2026-11-20')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect([...headers].join()).not.toMatch(/[{}]/)
    expect((await emulator.call('GET', recordsPath)).headers.has('x-frame-options')).toBe(false)
  })

  it('counts the budget when it is asked to, and says how long to wait', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock, rateLimit: { requests: 2, seconds: 300 }, ratelimitHeader: 'accurate' })
    expect((await emulator.call('GET', '/user')).headers.get('ratelimit')).toBe('"default";r=1;t=300')
    await emulator.call('GET', '/user')
    clock.advance(100_000)
    const refused = await emulator.call('GET', '/user')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '300'])
    clock.advance(299_000)
    expect((await emulator.call('GET', '/user')).status).toBe(429)
    clock.advance(1000)
    expect((await emulator.call('GET', '/user')).status).toBe(200)
  })
})

describe('the server', () => {
  it('answers HTTP/1.0, a slash before the query, and bodies with GET and DELETE', async () => {
    const emulator = await startTest()
    const answer = await exchange(emulator.port, `GET /client/v4/zones/?name=example.com HTTP/1.0\r\n${bearer}Content-Length: 2\r\n\r\n{}`)
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(answer).toContain('"name":"example.com"')
    const { id } = await emulator.create({ type: 'A', name: 'www', content: '192.0.2.1' })
    expect((await emulator.call('DELETE', `${recordsPath}/${String(id)}`, [])).status).toBe(200)
  })

  it('answers a request that names the whole address, as programs send it to a proxy', async () => {
    const emulator = await startTest()
    const answer = await exchange(emulator.port, `GET http://api.cloudflare.com/client/v4/user HTTP/1.1\r\nHost: api.cloudflare.com\r\nConnection: close\r\n${bearer}\r\n`)
    expect(answer).toContain('"email":"user@example.com"')
  })

  it('tells a program that waits for it to go on with its body', async () => {
    const emulator = await startTest()
    const body = JSON.stringify({ type: 'TXT', name: 'late', content: 'x' })
    const answer = await exchange(emulator.port, `POST /client/v4${recordsPath} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${bearer}Expect: 100-continue\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/)
  })

  it('answers a request that is followed by NULs', async () => {
    const emulator = await startTest()
    const answer = await exchange(emulator.port, `GET /client/v4/user HTTP/1.0\r\nHost: localhost\r\n${bearer}\r\n${'\0'.repeat(8192)}`)
    expect(answer).toContain('"email":"user@example.com"')
  })

  it('answers 400 to what is no HTTP, and goes on', async () => {
    const emulator = await startTest()
    expect(await exchange(emulator.port, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
    expect((await emulator.call('GET', '/user')).status).toBe(200)
  })

  it('answers HEAD with the headers alone', async () => {
    const emulator = await startTest()
    const response = await fetch(`${emulator.url}/user`, { method: 'HEAD', headers: { authorization: `Bearer ${demo.token}` } })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('logs every request and none of its secrets', async () => {
    const entries: LogEntry[] = []
    const emulator = await startTest({ log: (entry) => entries.push(entry) })
    await emulator.call('GET', '/user')
    await emulator.call('GET', '/user', undefined, { 'x-auth-email': demo.email, 'x-auth-key': 'f'.repeat(37) })
    expect(entries).toMatchObject([{ method: 'GET', target: '/client/v4/user', status: 200 }, { status: 403, code: 9103, source: 'client' }])
    expect(JSON.stringify([entries, emulator.requests.all()])).not.toMatch(new RegExp(`${demo.token}|ffff`))
  })
})

describe('a data directory', () => {
  it('is not made for :memory:, which keeps nothing', async () => {
    const emulator = await startEmulator({ data: ':memory:' })
    await emulator.close()
    expect(existsSync(':memory:')).toBe(false)
  })

  it('is taken up again as it was left', async () => {
    const data = newDirectory()
    const one = await startTest({ data })
    const record = await one.create({ type: 'A', name: 'www', content: '192.0.2.1' })
    await one.close()
    const other = await startTest({ data })
    expect((await other.call('GET', recordsPath)).json.result).toEqual([record])
    expect(other.state.integrity()).toBe('ok')
  })

  it('belongs to one process at a time', async () => {
    const data = newDirectory()
    await startTest({ data })
    const child = startChild('./server.ts', [data])
    await expect(firstLine(child)).rejects.toThrow(`${data}: the data directory is in use by another process`)
    await expect(startEmulator({ data })).rejects.toThrow('in use')
  })

  it('is free again once its process was killed', async () => {
    const data = newDirectory()
    const child = startChild('./server.ts', [data])
    await firstLine(child)
    const over = ended(child)
    child.kill('SIGKILL')
    await over
    expect((await (await startTest({ data })).call('GET', '/zones')).status).toBe(200)
  })

  it('is closed in order when the process is asked to end, after open requests were answered', async () => {
    const data = newDirectory()
    const child = startChild('./server.ts', [data])
    const port = await firstLine(child)
    const over = once(child, 'exit')
    const headers = { authorization: `Bearer ${demo.token}`, 'x-emulator-fault': '{"kind":"latency","ms":200}' }
    const answer = fetch(`http://127.0.0.1:${port}/client/v4${recordsPath}`, { method: 'POST', headers, body: JSON.stringify({ type: 'TXT', name: 'late', content: 'x' }) })
    await new Promise((done) => setTimeout(done, 100))
    child.kill('SIGTERM')
    expect((await answer).status).toBe(200)
    expect(await over).toEqual([0, null])
    expect((await (await startTest({ data })).call('GET', recordsPath)).json.result).toMatchObject([{ name: 'late.example.com' }])
  })

  it('that cannot be made is a one-line error', async () => {
    await expect(startEmulator({ data: '/proc/none/here' })).rejects.toThrow('/proc/none/here: the data directory cannot be opened')
  })
})
