import { inspect } from 'node:util'
import { ApiError, type LogEntry, createClient, globalKey, hostKey, token } from '@zonewright/core'
import { type MemoryReply, memoryTransport } from '@zonewright/core/memory'
import { describe, expect, it } from 'vitest'
import { hostErrorCodes, hostErrorMessage, hostFaultOf, isHostErrorCode, mayPass, variablesOf } from './errors.ts'
import * as host from './index.ts'

const secret = '8afbe6dea02407989af4dd4c97bb6e25'
const user_key = '5e1c0d77a9b84f2296d3c8f01b7a4e6d'
const password = 'correct horse battery'
const zone_name = 'example.com'

const setup = (...replies: MemoryReply[]) => {
  let index = 0
  const transport = memoryTransport(() => replies[Math.min(index++, replies.length - 1)] as MemoryReply)
  const entries: LogEntry[] = []
  const client = createClient({ credentials: hostKey(secret), transport, validate: 'throw', retry: { baseMs: 1 }, throttle: false, log: (entry) => entries.push(entry) })
  return { transport, entries, client, cf: client.bind(host) }
}
const refusal = (err_code: unknown, msg: unknown = 'no'): MemoryReply => ({ body: { request: { act: 'x' }, result: 'error', msg, err_code } })
const failureOf = async (call: Promise<unknown>): Promise<unknown> => call.then(() => undefined, (error: unknown) => error)

describe('every documented error', () => {
  it('is known by its number, with what its message is about', () => {
    expect(hostErrorCodes).toHaveLength(65)
    const about = Object.fromEntries(hostErrorCodes.flatMap((code) => (variablesOf(code).length === 0 ? [] : [[code, [...variablesOf(code)].toSorted().join(' ')]])))
    const zone = 'zone_name'
    const email = 'cloudflare_email'
    expect(about).toEqual({
      113: 'cloudflare_username', 114: 'cloudflare_username', 117: 'unique_id', 118: email, 119: email, 120: email, 121: 'signup_code', 122: 'cloudflare_username', 123: email, 124: email, 125: 'user_key', 126: email,
      205: 'subdomain', 206: 'subdomain', 207: zone, 208: zone, 209: zone, 210: zone, 211: zone, 212: `host_provider ${zone}`, 213: zone, 214: zone, 215: zone, 216: `host_provider ${zone}`, 217: `host_provider ${zone}`, 218: zone, 334: zone, 700: 'host_key',
    })
  })

  it.each(hostErrorCodes)('%i reaches the caller as a fault with its number, and never as a success', async (code) => {
    const { cf, transport } = setup(refusal(code, hostErrorMessage(code, { zone_name })))
    const error = await failureOf(cf.subscriptions.create({ user_key, zone_name, plan_tag: 'CF_RESELLER_PRO' }))
    expect(error).toBeInstanceOf(ApiError)
    const { status, faults, message } = error as ApiError
    expect([status, faults[0]?.code, transport.requests.length]).toEqual([200, code, 1])
    expect((error as ApiError).has(code)).toBe(true)
    expect(message).toContain(`reseller_sub_new: ${code} `)
    expect(hostFaultOf(error)?.variables).toEqual(variablesOf(code).includes('zone_name') ? { zone_name } : {})
  })

  it('keeps the words that programs of the time look for', () => {
    expect(hostErrorMessage(100)).toContain('No or invalid host_key')
    expect(hostErrorMessage(101)).toContain('No or invalid act')
    expect(hostErrorMessage(124, { cloudflare_email: 'user@example.com' })).toBe('Password failed for CloudFlare account "user@example.com".')
    expect(hostErrorMessage(125, { user_key: 'k' })).toBe("User with user_key 'k' does not exist.")
    expect(hostErrorMessage(212, { zone_name })).toContain('this provider')
  })

  it('has words that are short, plain and for people', () => {
    for (const code of hostErrorCodes) expect(hostErrorMessage(code)).toMatch(/^[\x20-\x7e]{9,200}$/)
  })

  it('tells whether it may pass', () => {
    expect(hostErrorCodes.filter(mayPass)).toEqual([601, 701, 702, 703])
    expect([isHostErrorCode(208), isHostErrorCode(102), isHostErrorCode(0)]).toEqual([true, false, false])
  })
})

describe('a refusal', () => {
  it('tells what its message is about from the input, never out of the words', async () => {
    const taken = setup(refusal(117, "The unique_id 'other' ..."))
    expect(hostFaultOf(await failureOf(taken.cf.users.create({ cloudflare_email: 'user@example.com', cloudflare_pass: password, unique_id: 'customer-1' })))).toEqual({ code: 117, message: "The unique_id 'other' ...", variables: { unique_id: 'customer-1' } })
    const wrong = setup(refusal(124))
    expect(hostFaultOf(await failureOf(wrong.cf.users.authorize({ cloudflare_email: 'user@example.com', cloudflare_pass: password })))?.variables).toEqual({ cloudflare_email: 'user@example.com' })
    const long = setup(refusal(206))
    expect(hostFaultOf(await failureOf(long.cf.zones.set({ user_key, zone_name, resolve_to: 'o.example.com', subdomains: 'www' })))?.variables).toEqual({})
  })

  it.each([
    ['a number as text', refusal('208'), { code: 208, message: 'no' }],
    ['a number that is not documented', refusal(316), { code: 316, message: 'no', variables: {} }],
    ['an empty code', refusal(''), { code: 0, message: 'no', variables: {} }],
    ['no code and no words', { body: { result: 'error', msg: null } }, { code: 0, message: 'refused without a reason', variables: {} }],
    ['the text null for words', refusal(101, 'null'), { code: 101, message: 'refused without a reason', variables: {} }],
  ] as const)('may come with %s', async (_, reply, fault) => {
    expect(hostFaultOf(await failureOf(setup(reply).cf.cpanel.info({})))).toMatchObject(fault)
  })

  it('is not made of another error', async () => {
    expect(hostFaultOf(new Error('x'))).toBeUndefined()
    expect(hostFaultOf(await failureOf(setup({ status: 500, body: {} }).cf.hosts.createChild({ host_name: 'a', pub_name: 'b', prefix: 'c', website: 'https://host.example', email: 'host@example.com' })))).toBeUndefined()
  })

  it.each([token(secret), globalKey('user@example.com', secret), undefined])('of credentials comes before anything is sent', async (credentials) => {
    const transport = memoryTransport(() => ({ body: {} }))
    await expect(createClient({ transport, ...(credentials === undefined ? {} : { credentials }) }).bind(host).cpanel.info({})).rejects.toMatchObject({ code: 'INPUT', issues: [{ path: ['credentials'] }] })
    expect(transport.requests).toHaveLength(0)
  })
})

describe('keys and passwords', () => {
  const calls = {
    authorize: [(cf: ReturnType<typeof setup>['cf']) => cf.users.authorize({ cloudflare_email: 'user@example.com', cloudflare_pass: password }), 'cloudflare_pass', password],
    get: [(cf: ReturnType<typeof setup>['cf']) => cf.zones.get({ user_key, zone_name }), 'user_key', user_key],
    set: [(cf: ReturnType<typeof setup>['cf']) => cf.zones.set({ user_key, zone_name, resolve_to: 'o.example.com', subdomains: 'www' }), 'user_key', user_key],
  } as const

  it.each([
    ['in the words of a refusal', (_: string, value: string) => refusal(700, `Invalid host account ${secret}, ${value}.`)],
    ['in an answer that is cut', (field: string, value: string) => ({ body: `{"request":{"host_key":"${secret}","${field}":"${value}"` })],
    ['cut in the middle', (field: string, value: string) => ({ body: `{"request":{"${field}":"${value.slice(0, 14)}` })],
    ['in a page', (_: string, value: string) => ({ status: 502, body: `<html>${secret} ${value}` })],
  ] as const)('never reach an error or the log: %s', async (_, replyOf) => {
    for (const [call, field, value] of Object.values(calls)) {
      const { cf, entries } = setup(replyOf(field, value))
      const failure = await failureOf(call(cf))
      expect(failure).toBeInstanceOf(Error)
      const seen = inspect(failure, { depth: 20, showHidden: true }) + JSON.stringify(entries)
      for (const hidden of [secret.slice(0, 12), value.slice(0, 12)]) expect(seen).not.toContain(hidden)
    }
  })

  it('that are new are not shown when their answer can not be read', async () => {
    for (const body of ['{"response":{"host_key":"77d0be41aa5c4d93b8e2', '{"response":{"host_key":{"__host_key":7}},"result":"success"}', '{"response":{"user_key":"77d0be41aa5c4d93b8e2"},"result":"oops"}']) {
      const failure = await failureOf(setup({ body }).cf.hosts.regenerateKey({}))
      expect(failure).toMatchObject({ code: 'DECODE' })
      expect(inspect(failure)).not.toContain('77d0')
    }
  })
})

describe('a call whose answer is lost', () => {
  const page = { status: 502, body: '<html>bad gateway</html>' }

  it('is made again when it reads or gives the same state twice', async () => {
    const { cf, transport } = setup(page, { body: { request: {}, response: { zone_name, resolving_to: 'o.example.com', hosted_cnames: {}, forward_tos: {} }, result: 'success', msg: null } })
    await cf.zones.set({ user_key, zone_name, resolve_to: 'o.example.com', subdomains: 'www' })
    expect(transport.requests).toHaveLength(2)
  })

  it.each([210, 211, 213])('and that deleted is done when the second says %i: it is gone', async (code) => {
    expect(await setup(page, refusal(code)).cf.zones.remove({ user_key, zone_name })).toEqual({ zone_name, zone_deleted: true })
    await expect(setup(refusal(code)).cf.zones.remove({ user_key, zone_name })).rejects.toMatchObject({ faults: [{ code }] })
  })

  it('and that cancelled is done when the second says so', async () => {
    expect(await setup(page, refusal(332)).cf.subscriptions.cancel({ user_key, zone_name, plan_tag: 'CF_RESELLER_PRO', sub_id: 413 })).toEqual({ sub_id: 413, zone_name, sub_status: 'CNL' })
  })

  it('is not made again when a second key would kill the first, or a second subscription be made', async () => {
    for (const call of [(cf: ReturnType<typeof setup>['cf']) => cf.hosts.regenerateKey({}), (cf: ReturnType<typeof setup>['cf']) => cf.subscriptions.create({ user_key, zone_name, plan_tag: 'CF_RESELLER_PRO' })]) {
      const { cf, transport } = setup(page)
      await expect(call(cf)).rejects.toMatchObject({ code: 'DECODE', status: 502 })
      expect(transport.requests).toHaveLength(1)
    }
  })
})

describe('words for the user', () => {
  it('stand beside the result of a success', async () => {
    const { client } = setup({ body: { request: {}, response: { cloudflare_email: 'user@example.com', user_key }, result: 'success', msg: 'Sign in with the chosen password.' } })
    expect(await client.exchange(host.users.create, { cloudflare_email: 'user@example.com', cloudflare_pass: password })).toMatchObject({ messages: ['Sign in with the chosen password.'] })
  })

  it('name the servers of a zone that is set up in full', () => {
    expect(host.zones.nameServersIn('Give it "ADA.ns.cloudflare.com", and rex.ns.cloudflare.com.')).toEqual(['ada.ns.cloudflare.com', 'rex.ns.cloudflare.com'])
    expect(host.zones.nameServersIn('none')).toEqual([])
  })
})
