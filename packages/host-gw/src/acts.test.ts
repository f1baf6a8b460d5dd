import { type AnyEndpoint, type LogEntry, createClient, hostKey } from '@zonewright/core'
import { memoryTransport } from '@zonewright/core/memory'
import { describe, expect, it } from 'vitest'
import * as host from './index.ts'
import { cases } from './test-kit/cases.ts'

const secret = '8afbe6dea02407989af4dd4c97bb6e25'
const user_key = '5e1c0d77a9b84f2296d3c8f01b7a4e6d'
const zone_name = 'example.com'
const modules = host as unknown as Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>>
const declarations = Object.entries(modules).flatMap(([module, members]) => Object.entries(members).filter(([, member]) => typeof member === 'object').map(([name, declaration]) => [`${module}.${name}`, declaration] as const))
const declared = new Map<string, AnyEndpoint>(declarations)

describe.each(cases)('$name $form', ({ name, input, form, answer, result }) => {
  it('is one form with exactly these fields and the key, and gives back what was answered', async () => {
    const entries: LogEntry[] = []
    const transport = memoryTransport(() => ({ body: answer }))
    const client = createClient({ credentials: hostKey(secret), transport, validate: 'throw', log: (entry) => entries.push(entry), retry: false })
    const declaration = declared.get(name) as AnyEndpoint
    const reply: unknown = declaration.kind === 'list' ? await client.list(declaration, input as never).all() : await client.call(declaration as never, input as never)
    expect(reply).toEqual(result)
    const [request] = transport.requests
    expect([request?.method, request?.url, request?.headers['content-type']]).toEqual(['POST', 'https://api.cloudflare.com/host-gw.html', 'application/x-www-form-urlencoded'])
    expect(Object.fromEntries(new URLSearchParams(String(request?.body)))).toEqual({ host_key: secret, ...form })
    const seen = JSON.stringify([{ ...request, body: undefined }, entries])
    for (const hidden of [secret, user_key, 'correct horse']) expect(seen).not.toContain(hidden)
    expect(entries.length).toBeGreaterThan(2)
  })
})

describe('the declarations', () => {
  it('are all among the cases, so that none is untested', () => {
    expect(new Set(cases.map(({ name }) => name))).toEqual(new Set(declared.keys()))
  })

  it('cover every act', () => {
    const acts = 'user_create user_auth user_lookup zone_set full_zone_set zone_lookup zone_delete zone_list host_child_new host_key_regen host_child_stop reseller_plan_list reseller_sub_new reseller_sub_cancel reseller_sub_list cpanel_info'
    expect(declarations.map(([, { target }]) => target.path).toSorted()).toEqual(acts.split(' ').toSorted())
  })

  it('are reads only where nothing changes, and never repeat what would double', () => {
    const of = (wanted: string): string[] => declarations.filter(([, { safety }]) => safety === wanted).map(([name]) => name).toSorted()
    expect(of('read')).toEqual(['cpanel.info', 'subscriptions.list', 'subscriptions.plans', 'users.get', 'zones.get', 'zones.list'])
    expect(of('unsafe')).toEqual(['hosts.createChild', 'hosts.regenerateKey', 'subscriptions.create', 'zones.setFull'])
  })
})

describe('an input that the service would refuse', () => {
  const transport = memoryTransport(() => ({ body: {} }))
  const cf = createClient({ credentials: hostKey(secret), transport }).bind(host)
  const zone = { user_key, zone_name, resolve_to: 'origin.example.com' }

  it.each([
    ['a short password', () => cf.users.create({ cloudflare_email: 'user@example.com', cloudflare_pass: 'abcde' }), 'not shown'],
    ['a bad unique_id', () => cf.users.get({ unique_id: 'Customer' }), 'does not look like'],
    ['nobody to look up', () => cf.users.get({}), 'expected cloudflare_email or unique_id'],
    ['no names', () => cf.zones.set({ ...zone, subdomains: ' , ' }), 'expected hosts with commas between'],
    ['a name with a blank', () => cf.zones.set({ ...zone, subdomains: 'w w' }), 'w w'],
    ['a name that is too long', () => cf.zones.set({ ...zone, subdomains: 'x'.repeat(120) }), 'fewer than 120 characters'],
    ['a zone with a port', () => cf.zones.get({ user_key, zone_name: 'example.com:80' }), 'does not look like'],
    ['no customer', () => cf.zones.get({ zone_name } as { user_key: string; zone_name: string }), 'user_key: is missing'],
    ['a page of none', () => cf.zones.list({ limit: 0 }).all(), 'at least 1'],
  ])('is told before anything is sent, and no secret with it: %s', async (_, call, words) => {
    const failure: Promise<unknown> = (async () => call())()
    await expect(failure).rejects.toMatchObject({ code: 'INPUT', message: expect.stringContaining(words) as string })
    await expect(failure).rejects.not.toThrow('abcde')
    expect(transport.requests).toHaveLength(0)
  })
})
