import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request as secureRequest } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Transport, TransportError, token } from '@zonewright/core'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { FormPostLogEntry } from './asked.ts'
import { type Bridge, type BridgeOptions, startBridge, UnsafeAddressError } from './server.ts'

const secrets = { client: '144c9defac04969c7bfad8efaa8ea194b6f3a', host: '8afbe6dea02407989af4dd4c97bb6e25', token: 'zw-demo-token-0123456789abcdef0123456789', password: 'correct horse battery' }
const who = { email: 'user@example.com', tkn: secrets.client }

/** API v4 that lists no zone, and counts what it is asked. */
const emptyUpstream = () => {
  const asked: string[] = []
  const transport: Transport = {
    send({ method, url }) {
      asked.push(`${method} ${new URL(url).pathname}`)
      const body = { success: true, errors: [], messages: [], result: [], result_info: { page: 1, per_page: 50, count: 0, total_count: 0, total_pages: 0 } }
      return Promise.resolve({ status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) })
    },
    close: () => Promise.resolve(),
  }
  return { asked, transport }
}

const open = async (more: Partial<BridgeOptions> = {}, transport: Transport = emptyUpstream().transport): Promise<Bridge> => {
  const credentials = token(secrets.token)
  const bridge = await startBridge({
    upstream: { baseUrl: 'http://127.0.0.1:9/client/v4', transport },
    config: { clients: [{ email: who.email, key: who.tkn, credentials }], hosts: [{ name: 'a host', key: secrets.host, credentials, addresses: [] }, { name: 'elsewhere', key: `${secrets.host}0`, credentials, addresses: ['192.0.2.1'] }] },
    ...more,
  })
  onTestFinished(() => bridge.close())
  return bridge
}

const post = (bridge: Bridge, path: string, fields: Record<string, string>): Promise<Response> => fetch(bridge.origin + path, { method: 'POST', body: new URLSearchParams(fields) })

/** Sends octets as they are; gives what came back until the connection ended. */
const raw = (port: number, write: (send: (text: string) => void, end: () => void) => void): Promise<string> =>
  new Promise((done) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => write((part) => void (socket.destroyed || socket.write(part)), () => socket.destroy()))
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    socket.on('error', () => undefined)
    socket.once('close', () => done(text))
  })

describe('a bridge', () => {
  it('answers at its four addresses alone, and never from a cache', async () => {
    const bridge = await open()
    expect((await fetch(`${bridge.origin}/`)).status).toBe(404)
    expect((await fetch(`${bridge.origin}/client/v4/zones`)).status).toBe(404)
    const answer = await post(bridge, '/api_json.html', { a: 'zone_load_multi', ...who })
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')]).toEqual([200, 'no-store', 'nosniff'])
    expect(await answer.json()).toMatchObject({ result: 'success', response: { zones: { count: 0 } } })
  })

  it('forwards nobody whom its config does not name, whatever they ask', async () => {
    const { asked, transport } = emptyUpstream()
    const bridge = await open({}, transport)
    for (const stranger of [{}, { email: who.email }, { ...who, tkn: `${who.tkn}0` }, { ...who, email: 'other@example.com' }, { email: who.email, tkn: secrets.token }, { u: '', tkn: '' }])
      for (const a of ['zone_load_multi', 'rec_new', 'stats', 'nothing']) expect(await (await post(bridge, '/api_json.html', { a, z: 'example.com', ...stranger })).json()).toMatchObject({ result: 'error', err_code: 'E_UNAUTH' })
    expect(await (await post(bridge, '/api.html', { a: 'ban', key: '192.0.2.1', u: who.email, tkn: 'x' })).text()).toBe('E_UNAUTH')
    expect(await (await post(bridge, '/ajax/external-event.html', { evnt_t: 'WP_SPAM', evnt_v: '{}', u: who.email, tkn: 'x' })).json()).toMatchObject({ err_code: 'E_UNAUTH' })
    // A host's key that may be used from elsewhere alone is a stranger's key here.
    for (const host_key of ['', 'x', secrets.client, `${secrets.host}0`]) for (const act of ['zone_list', 'user_create']) expect(await (await post(bridge, '/host-gw.html', { act, host_key, cloudflare_email: 'a@example.com', cloudflare_pass: 'x' })).json()).toMatchObject({ result: 'error', err_code: 100 })
    expect(asked).toEqual([])
    await post(bridge, '/api_json.html', { a: 'zone_load_multi', ...who })
    expect(asked.length).toBeGreaterThan(0)
  })

  it('has no secret in its log nor in its answers, whatever is asked and however it ends', async () => {
    const entries: FormPostLogEntry[] = []
    const failing: Transport = {
      send: (_, { route }) => Promise.reject(new TransportError({ route, phase: 'connect', message: 'no way there', cause: new Error('down') })),
      close: () => Promise.resolve(),
    }
    const answers: string[] = []
    for (const transport of [emptyUpstream().transport, failing]) {
      const bridge = await open({ log: (entry) => entries.push(entry) }, transport)
      const ask = async (path: string, fields: Record<string, string>): Promise<void> => void answers.push(await (await post(bridge, path, fields)).text())
      for (const a of ['zone_load_multi', 'rec_new', 'stats', secrets.client, '']) await ask('/api_json.html', { a, z: 'example.com', ...who })
      await ask('/api_json.html', { a: 'zone_load_multi', ...who, tkn: `${who.tkn}0` })
      await ask('/api_json.html', { a: 'zone_load_multi', ...who, callback: `${secrets.client}()` })
      await ask('/api.html', { a: 'wl', key: '192.0.2.1', ...who })
      for (const act of ['user_create', 'user_auth', 'zone_list', 'zone_set', 'host_key_regen', 'nothing']) await ask('/host-gw.html', { act, host_key: secrets.host, cloudflare_email: 'a@example.com', cloudflare_pass: secrets.password })
    }
    expect(entries.length).toBeGreaterThan(20)
    // Not the name of an action that is a secret by somebody's mistake: it is what was asked for.
    const said = [...entries.filter(({ action }) => action !== secrets.client).map((entry) => JSON.stringify(entry, (__, value: unknown) => (value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value))), ...answers.map((text) => text.replace(`"act":"${secrets.client}"`, '').replace(`"a":"${secrets.client}"`, ''))].join('\n')
    for (const [name, secret] of Object.entries(secrets)) expect(said.includes(secret), name).toBe(false)
  })

  it('takes no body beyond its limit, said before or not', async () => {
    const bridge = await open({ maxBodyBytes: 1000 })
    expect((await fetch(`${bridge.origin}/api_json.html`, { method: 'POST', body: `a=${'x'.repeat(998)}` })).status).toBe(200)
    const large = await fetch(`${bridge.origin}/api_json.html`, { method: 'POST', body: `a=${'x'.repeat(999)}` })
    expect([large.status, await large.text()]).toEqual([413, 'A request has at most 1000 octets.\n'])
    const chunked = await raw(bridge.port, (send) => {
      send('POST /api_json.html HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
      for (let index = 0; index < 20; index++) send(`64\r\n${'a'.repeat(100)}\r\n`)
    })
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('lets go of a program that sends headers or body too slowly, and goes on', async () => {
    const bridge = await open({ requestTimeoutMs: 1000 })
    const trickle = (first: string) =>
      raw(bridge.port, (send) => {
        send(first)
        const timer = setInterval(() => send('a'), 200)
        setTimeout(() => clearInterval(timer), 8000).unref()
        timer.unref()
      })
    const [headers, body] = await Promise.all([trickle('POST /api_json.html HTTP/1.1\r\nhost: x\r\nx-slow: '), trickle('POST /api_json.html HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\na=')])
    expect(headers).toMatch(/^HTTP\/1\.1 408 /)
    expect(body).toMatch(/^HTTP\/1\.1 408 |^$/)
    expect((await post(bridge, '/api_json.html', { a: 'zone_load_multi', ...who })).status).toBe(200)
  }, 20_000)

  it('survives programs that go away in the middle, and those that speak no HTTP', async () => {
    const { asked, transport } = emptyUpstream()
    const bridge = await open({}, transport)
    await raw(bridge.port, (send, end) => {
      send(`POST /api_json.html HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\na=zone_load_multi&email=${who.email}&tkn=${who.tkn}`)
      setTimeout(end, 50)
    })
    expect(await raw(bridge.port, (send) => send('\u0000\u0001 no HTTP\r\n\r\n'))).toMatch(/^HTTP\/1\.1 400 /)
    // Half a form was not carried out.
    expect(asked).toEqual([])
    expect((await post(bridge, '/api_json.html', { a: 'zone_load_multi', ...who })).status).toBe(200)
  })

  it('listens beyond loopback with a certificate alone', async () => {
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'example.com', '1270.0.0.1']) await expect(open({ host })).rejects.toThrow(UnsafeAddressError)
    const folder = mkdtempSync(join(tmpdir(), 'zonewright-tls-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert, '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' })
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    const bridge = await open({ tls })
    expect(bridge.origin).toMatch(/^https:\/\/127\.0\.0\.1:/)
    const text = await new Promise<string>((done, failed) => {
      const asking = secureRequest({ host: '127.0.0.1', port: bridge.port, servername: 'localhost', ca: tls.cert, method: 'POST', path: '/api_json.html', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).once('end', () => done(body))
      })
      asking.once('error', failed).end(new URLSearchParams({ a: 'zone_load_multi', ...who }).toString())
    })
    expect(text).toContain('"result":"success"')
    await expect(fetch(`http://127.0.0.1:${bridge.port}/api_json.html`)).rejects.toThrow()
    await expect(open({ tls: { key: 'x', cert: 'y' } })).rejects.toThrow()
  })

  it('says when its port is taken, and closes once', async () => {
    const bridge = await open()
    await expect(open({ port: bridge.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await Promise.all([bridge.close(), bridge.close()])
    await expect(fetch(bridge.origin)).rejects.toThrow()
  })
})
