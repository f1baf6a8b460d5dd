import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createClient, hostKey } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import { type HostErrorCode, hostErrorCodes, hostErrorMessage, hostFaultOf, variablesOf } from '@zonewright/host-gw/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { atBridge, atEmulator, demoHostKey } from './testing/form-post-servers.ts'
import { hostRefusals, neverRaised, neverRaisedAtAll, raise, setStage } from './testing/host-refusals.ts'

const roles = [
  ['the emulator', atEmulator, 'emulator'],
  ['a bridge', atBridge, 'bridge'],
] as const

describe.each(roles)('an error number of %s', (_name, start, role) => {
  const raised = hostRefusals.filter(({ only }) => only === undefined || only === role)

  it.each(raised)('$code is raised, with words about what it is about and with nothing else', async ({ code, before, form, about }) => {
    const stage = await setStage(await start())
    const more = await before?.(stage)
    const sent = form === undefined ? undefined : { ...form, ...more }
    const { status, json } = await raise(stage, sent)
    expect(json).toEqual({ request: { act: sent?.['act'] ?? '' }, result: 'error', msg: expect.stringMatching(/^[\x20-\x7e]{9,1000}$/) as string, err_code: code })
    if (about !== undefined) expect(json['msg']).toContain(about)
    for (const secret of [demoHostKey, more?.['host_key'] ?? demoHostKey]) expect(json['msg']).not.toContain(secret)
    // Nobody knows what became of a call whose answer was lost; all else is said with status 200.
    expect(status).toBe(code === 601 ? 502 : 200)
  })

  it('is raised by a form, or it is said why it is not', () => {
    const silent = Object.keys({ ...neverRaised[role], ...neverRaisedAtAll }).map(Number)
    const codes = raised.map(({ code }) => code)
    expect(codes.filter((code) => silent.includes(code))).toEqual([])
    expect([...new Set([...codes, ...silent])].toSorted((one, other) => one - other)).toEqual([...hostErrorCodes])
  })
})

describe('a client that is told an error number', () => {
  let number: HostErrorCode = 100
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ request: { act: 'x' }, result: 'error', msg: hostErrorMessage(number, inputs), err_code: number })))
  })
  beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)))
  afterAll(() => new Promise((done) => void server.close(done)))

  const inputs = { cloudflare_email: 'user@example.com', cloudflare_username: 'user731', unique_id: 'customer-1', zone_name: 'example.com', user_key: '5e1c0d77a9b84f2296d3c8f01b7a4e6d' }
  const { cloudflare_email, cloudflare_username, unique_id, zone_name, user_key } = inputs

  it.each(hostErrorCodes)('%i has it as such, with what it is about and without a secret', async (code) => {
    number = code
    const client = createClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, credentials: hostKey(demoHostKey), validate: 'throw', retry: false, throttle: false })
    const cf = client.bind(gateway)
    const calls = [() => cf.users.create({ cloudflare_email, cloudflare_pass: 'correct horse', cloudflare_username, unique_id }), () => cf.zones.set({ user_key, zone_name, resolve_to: 'origin.example.net', subdomains: 'www' })]
    const given: Readonly<Record<string, string>>[] = [{ cloudflare_email, cloudflare_username, unique_id }, { zone_name }]
    for (const [index, call] of calls.entries()) {
      const error = await call().then(() => undefined, (reason: unknown) => reason)
      const fault = hostFaultOf(error)
      expect(fault?.code).toBe(code)
      expect(fault?.variables).toEqual(Object.fromEntries(Object.entries(given[index] ?? {}).filter(([name]) => variablesOf(code).some((variable) => variable === name))))
      expect(String((error as Error).message)).toContain(String(code))
      // Words of the service may repeat the key that was sent.
      if (index === 1) expect(JSON.stringify(fault) + String(error)).not.toContain(user_key)
    }
    await client.close()
  })
})
