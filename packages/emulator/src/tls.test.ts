import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { text } from 'node:stream/consumers'
import { connect, TLSSocket } from 'node:tls'

import { describe, expect, it } from 'vitest'

import { makeCertificate } from './testing/certificates.ts'
import { demo, recordsPath, startTest, type TestEmulator } from './testing/start.ts'

const startSecure = async (): Promise<{ readonly emulator: TestEmulator; readonly certificate: string }> => {
  const { certificate, private_key: key } = makeCertificate(['api.cloudflare.com'])
  return { emulator: await startTest({ tls: { key, cert: certificate } }), certificate }
}

/** Sends a request; the certificate was issued by nobody whom a machine trusts. */
const send = async (url: string, options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {}) => {
  const call = request(url, { rejectUnauthorized: false, agent: false, ...(options.method === undefined ? {} : { method: options.method }), headers: { authorization: `Bearer ${demo.token}`, ...options.headers } })
  call.end(options.body)
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  const { socket } = response
  return { status: response.statusCode, shown: socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.toString() : undefined, text: await text(response) }
}

const count = async (emulator: TestEmulator): Promise<number> => (JSON.parse((await send(emulator.url + recordsPath)).text) as { readonly result: readonly unknown[] }).result.length

const record = JSON.stringify({ type: 'A', name: 'www', content: '192.0.2.1' })

describe('an emulator with a certificate', () => {
  it('speaks TLS, shows it, and names itself by https', async () => {
    const { emulator, certificate } = await startSecure()
    expect(emulator.url).toBe(`https://127.0.0.1:${emulator.port}/client/v4`)
    const answer = await send(`${emulator.url}/user`)
    expect([answer.status, answer.shown?.trim()]).toEqual([200, certificate.trim()])
    expect(answer.text).toContain('"email":"user@example.com"')
  })

  it('resets connections like any other', async () => {
    const { emulator } = await startSecure()
    const lose = (kind: string) => send(emulator.url + recordsPath, { method: 'POST', body: record, headers: { 'x-emulator-fault': JSON.stringify({ kind }) } })
    await expect(lose('reset_before_commit')).rejects.toThrow('read ECONNRESET')
    expect(await count(emulator)).toBe(0)
    await expect(lose('reset_after_commit')).rejects.toThrow('read ECONNRESET')
    expect(await count(emulator)).toBe(1)
  })

  it('answers a request that is followed by NULs', async () => {
    const { emulator } = await startSecure()
    const socket = connect({ port: emulator.port, host: '127.0.0.1', rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    socket.write(`GET /client/v4/user HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer ${demo.token}\r\n\r\n${'\0'.repeat(8192)}`)
    expect(await text(socket)).toContain('"email":"user@example.com"')
  })
})
