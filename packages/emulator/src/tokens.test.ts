import { type Client, createClient, type Credentials, globalKey, token as bearer } from '@zonewright/core'
import { accounts, dns, user, zones } from '@zonewright/v4'
import { declaredEndpoints } from '@zonewright/testing'
import * as v4 from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { permissionGroups } from './rules/permission-groups.ts'
import { policiesAllow } from './rules/token-policies.ts'
import { defaultSeed, seededIds } from './seed.ts'
import { demo, manualClock, startTest, zoneId as zone_id } from './testing/start.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const otherZone = seededIds.zone('example.org')
const group = (name: string): { readonly id: string } => ({ id: permissionGroups.find((one) => one.name === name)?.id ?? '' })
const allow = (names: readonly string[], resources: Readonly<Record<string, string>>) => ({ effect: 'allow' as const, permission_groups: names.map(group), resources })
const allZones = { 'com.cloudflare.api.account.zone.*': '*' }

const start = async () => {
  const clock = manualClock()
  const emulator = await startTest({ clock })
  const clientOf = (credentials: Credentials): Client => {
    const client = createClient({ baseUrl: emulator.url, credentials, validate: 'throw', retry: false, throttle: false })
    onTestFinished(() => client.close())
    return client
  }
  return { clock, clientOf, client: clientOf(bearer(demo.token)) }
}

describe('a token that was made by a call', () => {
  it('is shown with its value once, and lets in from then on', async () => {
    const { client, clientOf } = await start()
    const { value, id, ...token } = await client.call(user.tokens.create, { name: 'reader', policies: [allow(['Zone Read', 'DNS Read'], allZones)], expires_on: '2027-01-01T00:00:00Z' })
    expect(token).toMatchObject({ name: 'reader', status: 'active', issued_on: '2026-11-20T12:00:00Z', policies: [{ effect: 'allow', permission_groups: [{ name: 'Zone Read' }, { name: 'DNS Read' }] }] })
    expect(await client.call(user.tokens.get, { token_id: id })).toEqual({ id, ...token })
    expect(JSON.stringify(await client.list(user.tokens.list, {}).all({ limit: 10 }))).not.toContain(value)
    expect(await clientOf(bearer(value)).call(user.tokens.verify, {})).toEqual({ id, status: 'active', expires_on: '2027-01-01T00:00:00Z' })
    expect(await clientOf(bearer(value)).list(zones.list, {}).all({ limit: 10 })).toHaveLength(2)
  })

  it('may do what its policies give, and nothing else', async () => {
    const { client, clientOf } = await start()
    const { value } = await client.call(user.tokens.create, { name: 'reader', policies: [allow(['Zone Read', 'DNS Read'], allZones)] })
    const reader = clientOf(bearer(value))
    expect(await reader.call(dns.records.usage, { zone_id })).toMatchObject({ record_usage: 0 })
    await expect(reader.call(dns.records.create, { zone_id, type: 'A', name: 'www', content: '192.0.2.1' })).rejects.toMatchObject({ status: 403, faults: [{ code: 10000 }] })
    await expect(reader.call(user.get, {})).rejects.toMatchObject({ status: 403, faults: [{ code: 9109 }] })
  })

  it('for one zone reaches that zone only', async () => {
    const { client, clientOf } = await start()
    const { value } = await client.call(user.tokens.create, { name: 'one', policies: [allow(['Zone Read', 'DNS Write'], { [`com.cloudflare.api.account.zone.${otherZone}`]: '*' })] })
    const one = clientOf(bearer(value))
    expect(await one.list(zones.list, {}).all({ limit: 10 })).toMatchObject([{ id: otherZone }])
    await one.call(dns.records.create, { zone_id: otherZone, type: 'A', name: 'www', content: '192.0.2.1' })
    await expect(one.call(zones.get, { zone_id })).rejects.toMatchObject({ status: 403 })
    await expect(one.call(zones.create, { name: 'example.net' })).rejects.toMatchObject({ status: 403 })
  })

  it('holds what a policy gives for the objects of that policy only', async () => {
    const { client, clientOf } = await start()
    const policies = [allow(['Zone Read', 'DNS Read'], allZones), allow(['DNS Write'], { [`com.cloudflare.api.account.zone.${zone_id}`]: '*' })]
    const mixed = clientOf(bearer((await client.call(user.tokens.create, { name: 'mixed', policies })).value))
    const record = { type: 'A', name: 'www', content: '192.0.2.1' } as const
    await mixed.call(dns.records.create, { zone_id, ...record })
    await expect(mixed.call(dns.records.create, { zone_id: otherZone, ...record })).rejects.toMatchObject({ status: 403, faults: [{ code: 10000 }] })
  })

  it('is refused what a policy denies, though another allows it', async () => {
    const { client, clientOf } = await start()
    const denied = { ...allow(['DNS Read'], { [`com.cloudflare.api.account.zone.${zone_id}`]: '*' }), effect: 'deny' as const }
    const token = clientOf(bearer((await client.call(user.tokens.create, { name: 'both', policies: [allow(['DNS Write'], allZones), denied] })).value))
    await expect(token.call(dns.records.usage, { zone_id })).rejects.toMatchObject({ status: 403 })
    expect(await token.call(dns.records.usage, { zone_id: otherZone })).toMatchObject({ record_usage: 0 })
  })

  it('is refused while it is disabled, before its time and after it', async () => {
    const { client, clientOf, clock } = await start()
    const settings = { name: 'timed', policies: [allow(['Zone Read'], allZones)] }
    const { value, id } = await client.call(user.tokens.create, { ...settings, not_before: '2026-11-20T13:00:00Z', expires_on: '2026-11-20T14:00:00Z' })
    const timed = clientOf(bearer(value))
    const refused = { status: 403, faults: [{ code: 9109 }] }
    await expect(timed.call(zones.get, { zone_id })).rejects.toMatchObject(refused)
    clock.advance(3600_000)
    expect(await timed.call(zones.get, { zone_id })).toMatchObject({ id: zone_id })
    clock.advance(3600_000)
    await expect(timed.call(zones.get, { zone_id })).rejects.toMatchObject(refused)
    expect(await client.call(user.tokens.get, { token_id: id })).toMatchObject({ status: 'expired' })
    await client.call(user.tokens.update, { token_id: id, ...settings, status: 'disabled' })
    await expect(timed.call(zones.get, { zone_id })).rejects.toMatchObject(refused)
    await client.call(user.tokens.update, { token_id: id, ...settings })
    expect(await timed.call(zones.get, { zone_id })).toMatchObject({ id: zone_id })
  })

  it('loses its old value when it is rolled, and everything when it is removed', async () => {
    const { client, clientOf } = await start()
    const { value, id } = await client.call(user.tokens.create, { name: 'rolled', policies: [allow(['Zone Read'], allZones)] })
    const next = await client.call(user.tokens.roll, { token_id: id })
    await expect(clientOf(bearer(value)).call(zones.get, { zone_id })).rejects.toMatchObject({ status: 403 })
    expect(await clientOf(bearer(next)).call(zones.get, { zone_id })).toMatchObject({ id: zone_id })
    await client.call(user.tokens.remove, { token_id: id })
    await expect(clientOf(bearer(next)).call(zones.get, { zone_id })).rejects.toMatchObject({ status: 403 })
  })

  it('of an account is verified there, and works for that account', async () => {
    const { client, clientOf } = await start()
    const { value, id } = await client.call(accounts.tokens.create, { account_id, name: 'ci', policies: [allow(['Zone Read', 'Account Settings Read'], { [`com.cloudflare.api.account.${account_id}`]: '*' })] })
    const ci = clientOf(bearer(value))
    expect(await ci.call(accounts.tokens.verify, { account_id })).toEqual({ id, status: 'active' })
    await expect(ci.call(user.tokens.verify, {})).rejects.toMatchObject({ status: 401, faults: [{ code: 1000 }] })
    await expect(client.call(accounts.tokens.verify, { account_id })).rejects.toMatchObject({ status: 401 })
    expect(await ci.call(zones.get, { zone_id })).toMatchObject({ id: zone_id })
    expect(await client.list(accounts.tokens.list, { account_id }).all({ limit: 10 })).toMatchObject([{ id, name: 'ci' }])
    expect(await client.list(user.tokens.list, {}).all({ limit: 10 })).toMatchObject([{ name: 'demo' }])
  })

  it('takes an account as resource of the zones in it', async () => {
    const { client, clientOf } = await start()
    const resources = { [`com.cloudflare.api.account.${account_id}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
    const { value } = await client.call(user.tokens.create, { name: 'zones', policies: [{ effect: 'allow', permission_groups: [group('Zone Write')], resources }] })
    const token = clientOf(bearer(value))
    expect(await token.call(zones.create, { name: 'example.net' })).toMatchObject({ name: 'example.net' })
    await expect(token.call(accounts.get, { account_id })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the permission groups', () => {
  it('give every permission that a call can need', async () => {
    const { client } = await start()
    expect(await client.call(user.tokens.permissionGroups, {})).toHaveLength(permissionGroups.length)
    const resources = { 'com.cloudflare.api.account.*': '*' }
    const policies = [{ id: '', effect: 'allow' as const, permission_groups: permissionGroups, resources }]
    const needed = [...new Set(declaredEndpoints(v4).flatMap(({ permission }) => permission ?? []))]
    expect(needed.filter((permission) => !policiesAllow(policies, permission))).toEqual([])
  })

  it('are each of their own', () => {
    expect(new Set(permissionGroups.map(({ id }) => id)).size).toBe(permissionGroups.length)
  })
})

describe('the global key', () => {
  it('may do everything with tokens', async () => {
    const { clientOf } = await start()
    const client = clientOf(globalKey(demo.email, demo.key))
    expect(await client.list(user.tokens.list, { direction: 'desc' }).all({ limit: 10 })).toMatchObject([{ name: 'demo' }])
  })
})
