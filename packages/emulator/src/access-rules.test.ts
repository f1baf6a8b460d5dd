import { firewall, historic } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, zoneId as zone_id } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const { userAccessRules, accountAccessRules, zoneAccessRules } = firewall
const { organizationAccessRules } = historic
const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const otherZone = seededIds.zone('example.org')
const ip = (value: string) => ({ target: 'ip', value }) as const

describe('access rules of a user', () => {
  it('are created, listed, changed and deleted', async () => {
    const client = await strictClient()
    const rule = await client.call(userAccessRules.create, { mode: 'challenge', configuration: ip('192.0.2.1'), notes: 'once' })
    expect(rule).toMatchObject({ mode: 'challenge', notes: 'once', scope: { type: 'user', email: demo.email }, allowed_modes: ['whitelist', 'block', 'challenge', 'js_challenge', 'managed_challenge'] })
    expect(await client.call(userAccessRules.edit, { rule_id: rule.id, mode: 'whitelist' })).toMatchObject({ mode: 'whitelist', notes: 'once', configuration: ip('192.0.2.1') })
    expect(await client.call(userAccessRules.edit, { rule_id: rule.id, configuration: { target: 'country', value: 'us' } })).toMatchObject({ mode: 'whitelist', configuration: { target: 'country', value: 'US' } })
    expect(await client.list(userAccessRules.list, {}).all({ limit: 10 })).toHaveLength(1)
    expect(await client.call(userAccessRules.remove, { rule_id: rule.id })).toEqual({ id: rule.id })
    expect(await client.list(userAccessRules.list, {}).all({ limit: 10 })).toEqual([])
  })
})

describe('a list of access rules', () => {
  it('is filtered in both spellings, by any or all, sorted and paged', async () => {
    const client = await strictClient()
    const add = (mode: 'block' | 'whitelist', target: 'ip' | 'country' | 'asn', value: string, notes = '') => client.call(accountAccessRules.create, { account_id, mode, configuration: { target, value }, notes })
    await add('block', 'ip', '192.0.2.2', 'Scanner of May')
    await add('whitelist', 'country', 'DE')
    await add('block', 'asn', 'as64496')
    const values = async (more: object) => (await client.list(accountAccessRules.list, { account_id, ...more }).all({ limit: 10 })).map((rule) => rule.configuration.value)
    expect(await values({ 'configuration.target': 'country' })).toEqual(['DE'])
    expect(await values({ configuration_target: 'ip', configuration_value: '192.0.2.2' })).toEqual(['192.0.2.2'])
    expect(await values({ notes: 'scanner' })).toEqual(['192.0.2.2'])
    expect(await values({ mode: 'block', 'configuration.value': 'DE' })).toEqual([])
    expect(await values({ mode: 'block', 'configuration.value': 'DE', match: 'any' })).toEqual(['192.0.2.2', 'DE', 'AS64496'])
    expect(await values({ order: 'configuration_target', direction: 'desc' })).toEqual(['192.0.2.2', 'DE', 'AS64496'])
    expect(await values({ order: 'configuration.value', per_page: 1 })).toEqual(['192.0.2.2', 'AS64496', 'DE'])
  })
})

describe('an access rule', () => {
  it.each([
    ['ip6', '2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001'],
    ['ip_range', '2001:db8::/32', '2001:0db8:0000:0000:0000:0000:0000:0000/32'],
    ['ip_range', '198.51.0.0/16', '198.51.0.0/16'],
    ['country', 't1', 'T1'],
    ['asn', 'as13335', 'AS13335'],
  ] as const)('for %s %s is kept as %s', async (target, value, kept) => {
    const client = await strictClient()
    expect(await client.call(zoneAccessRules.create, { zone_id, mode: 'block', configuration: { target, value } })).toMatchObject({ configuration: { target, value: kept } })
  })

  it.each([
    ['ip', '192.0.2.0/24'],
    ['ip_range', '192.0.2.0/25'],
    ['country', 'USA'],
  ] as const)('for %s %s is not sent', async (target, value) => {
    const client = await strictClient()
    await expect(client.call(zoneAccessRules.create, { zone_id, mode: 'block', configuration: { target, value } })).rejects.toMatchObject({ code: 'INPUT' })
  })
})

describe('access rules of a zone', () => {
  it('show those of the user and of the account too, which are changed at home only', async () => {
    const client = await strictClient()
    const [own, users, accounts] = [
      await client.call(zoneAccessRules.create, { zone_id, mode: 'block', configuration: ip('192.0.2.1') }),
      await client.call(userAccessRules.create, { mode: 'block', configuration: ip('192.0.2.2') }),
      await client.call(accountAccessRules.create, { account_id, mode: 'block', configuration: ip('192.0.2.3') }),
    ]
    expect((await client.list(zoneAccessRules.list, { zone_id }).all({ limit: 10 })).map((rule) => rule.scope?.type)).toEqual(['zone', 'user', 'organization'])
    expect(await client.call(zoneAccessRules.get, { zone_id, rule_id: users.id })).toEqual(users)
    expect(await client.call(accountAccessRules.get, { account_id, rule_id: accounts.id })).toEqual(accounts)
    await expect(client.call(zoneAccessRules.edit, { zone_id, rule_id: users.id, mode: 'whitelist' })).rejects.toMatchObject({ status: 404 })
    expect(await client.call(zoneAccessRules.edit, { zone_id, rule_id: own.id, notes: 'why' })).toMatchObject({ notes: 'why', mode: 'block' })
  })

  it.each([
    ['none', 2],
    ['basic', 1],
    ['aggressive', 0],
  ] as const)('deleted with cascade %s leave %i of two in other zones, one of them with another mode', async (cascade, left) => {
    const client = await strictClient({ seed: { ...defaultSeed, zones: [...defaultSeed.zones, { name: 'example.net' }] } })
    const { id: rule_id } = await client.call(zoneAccessRules.create, { zone_id, mode: 'block', configuration: ip('192.0.2.1') })
    const others = [otherZone, seededIds.zone('example.net')]
    for (const [index, other] of others.entries()) await client.call(zoneAccessRules.create, { zone_id: other, mode: index === 0 ? 'block' : 'whitelist', configuration: ip('192.0.2.1') })
    expect(await client.call(zoneAccessRules.remove, { zone_id, rule_id, cascade })).toEqual({ id: rule_id })
    const rest = await Promise.all(others.map((other) => client.list(zoneAccessRules.list, { zone_id: other }).all({ limit: 10 })))
    expect(rest.flat()).toHaveLength(left)
    expect(await client.list(zoneAccessRules.list, { zone_id }).all({ limit: 10 })).toEqual([])
  })
})

describe('access rules of an organization', () => {
  it('are those of the account that it became', async () => {
    const client = await strictClient()
    const organization_id = account_id
    const rule = await client.call(organizationAccessRules.create, { organization_id, mode: 'block', configuration: ip('192.0.2.1') })
    expect(await client.list(accountAccessRules.list, { account_id }).all({ limit: 10 })).toEqual([rule])
    expect(await client.call(accountAccessRules.edit, { account_id, rule_id: rule.id, notes: 'n' })).toMatchObject({ notes: 'n' })
    expect(await client.list(organizationAccessRules.list, { organization_id, notes: 'n' }).all({ limit: 10 })).toHaveLength(1)
    expect(await client.call(organizationAccessRules.edit, { organization_id, rule_id: rule.id, mode: 'whitelist' })).toMatchObject({ mode: 'whitelist' })
    expect(await client.call(organizationAccessRules.remove, { organization_id, rule_id: rule.id })).toEqual({ id: rule.id })
    expect(await client.list(accountAccessRules.list, { account_id }).all({ limit: 10 })).toEqual([])
    const again = await client.call(accountAccessRules.create, { account_id, mode: 'block', configuration: ip('192.0.2.1') })
    expect(await client.call(accountAccessRules.remove, { account_id, rule_id: again.id })).toEqual({ id: again.id })
  })
})
