import { ApiError, createClient, globalKey, hostKey } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import * as legacy from '@zonewright/legacy-client'
import { dns, zones } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { atBridge, atEmulator, demoHostKey, type FormPostServer } from './testing/form-post-servers.ts'

const roles = [
  ['the emulator', atEmulator, true],
  ['a bridge', atBridge, false],
] as const

const codeOf = async (call: Promise<unknown>): Promise<number> => {
  const error = await call.then(() => undefined, (reason: unknown) => reason)
  if (!(error instanceof ApiError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.faults[0]?.code ?? 0
}

const customer = { cloudflare_email: 'customer@example.net', cloudflare_pass: 'correct horse', unique_id: 'customer-1' }

const setUp = async ({ host }: FormPostServer, zone_name = 'orchard.example') => {
  const cf = host.bind(gateway)
  const { user_key, user_api_key } = await cf.users.create(customer)
  const set = await cf.zones.set({ user_key, zone_name, resolve_to: 'origin.example.net', subdomains: 'www,shop:192.0.2.9,@' })
  return { cf, user_key, user_api_key: user_api_key ?? '', zone_name, set }
}

const zoneNamed = ({ emulator: { state } }: FormPostServer, name: string) => state.zones.ofAccounts(state.accounts.all().map(({ id }) => id)).find((zone) => zone.name === name)

describe.each(roles)('the Hosting Provider API of %s', (_name, start, own) => {
  it('makes a user, gives the same one again, and knows them by e-mail address and identifier', async () => {
    const cf = (await start()).host.bind(gateway)
    const made = await cf.users.create(customer)
    expect(made).toMatchObject({ cloudflare_email: customer.cloudflare_email, unique_id: 'customer-1' })
    expect(made.user_key).toMatch(/^[0-9a-f]{32}$/)
    expect(made.user_api_key).toMatch(/^[0-9a-f]{37}$/)
    expect((await cf.users.create(customer)).user_key).toBe(made.user_key)
    const known = { user_exists: true, user_authed: true, user_key: made.user_key, unique_id: 'customer-1', user_api_key: made.user_api_key, hosted_zones: [] }
    expect(await cf.users.get({ unique_id: 'customer-1' })).toMatchObject(known)
    expect(await cf.users.get({ cloudflare_email: 'Customer@example.net' })).toMatchObject(known)
    expect(await cf.users.get({ unique_id: 'nobody' })).toMatchObject({ user_exists: false, user_authed: false, user_key: null, hosted_zones: null })
    expect(await codeOf(cf.users.create({ ...customer, cloudflare_email: 'other@example.net' }))).toBe(117)
    const other = await cf.users.create({ ...customer, cloudflare_email: 'other@example.net', clobber_unique_id: 1 })
    expect(other.unique_id).toBe('customer-1')
    expect(await cf.users.get({ cloudflare_email: customer.cloudflare_email })).toMatchObject({ unique_id: null, user_key: made.user_key })
  })

  it('lets a user sign in by password and refuses a wrong one, or says that there is no sign-in by password', async () => {
    const cf = (await start()).host.bind(gateway)
    const { user_key } = await cf.users.create(customer)
    const { cloudflare_email, cloudflare_pass } = customer
    if (!own) {
      expect(await codeOf(cf.users.authorize({ cloudflare_email, cloudflare_pass }))).toBe(101)
      return
    }
    expect((await cf.users.authorize({ cloudflare_email, cloudflare_pass })).user_key).toBe(user_key)
    expect(await codeOf(cf.users.authorize({ cloudflare_email, cloudflare_pass: 'wrong' }))).toBe(124)
    expect(await codeOf(cf.users.create({ ...customer, cloudflare_pass: 'wrong one' }))).toBe(124)
    expect(await codeOf(cf.users.authorize({ cloudflare_email: 'nobody@example.net', cloudflare_pass: 'x' }))).toBe(123)
    expect(await codeOf(cf.users.create({ cloudflare_email: 'b@example.net', cloudflare_pass: 'password' }))).toBe(109)
    expect(await codeOf(cf.users.create({ cloudflare_email: 'c@example.net', cloudflare_pass: 'good enough', cloudflare_username: 'admin' }))).toBe(114)
    await cf.users.create({ cloudflare_email: 'd@example.net', cloudflare_pass: 'good enough', cloudflare_username: 'taken' })
    expect(await codeOf(cf.users.create({ cloudflare_email: 'e@example.net', cloudflare_pass: 'good enough', cloudflare_username: 'taken' }))).toBe(122)
  })

  it('sets a zone up by CNAME, in place of what was set up before', async () => {
    const server = await start()
    const { cf, user_key, zone_name, set } = await setUp(server)
    expect(set).toEqual({
      zone_name,
      resolving_to: 'origin.example.net',
      hosted_cnames: { [zone_name]: 'origin.example.net', 'www.orchard.example': 'origin.example.net', 'shop.orchard.example': '192.0.2.9' },
      forward_tos: { [zone_name]: `${zone_name}.cdn.cloudflare.net`, 'www.orchard.example': 'www.orchard.example.cdn.cloudflare.net', 'shop.orchard.example': 'shop.orchard.example.cdn.cloudflare.net' },
    })
    expect(await cf.zones.get({ user_key, zone_name })).toMatchObject({ zone_exists: true, zone_hosted: true, hosted_cnames: set.hosted_cnames, forward_tos: set.forward_tos })
    const again = await cf.zones.set({ user_key, zone_name, resolve_to: 'other.example.net', subdomains: 'www,new:2001-db8.example.net' })
    expect(again.hosted_cnames).toEqual({ 'www.orchard.example': 'other.example.net', 'new.orchard.example': '2001-db8.example.net' })
    expect((await cf.zones.get({ user_key, zone_name })).hosted_cnames).toEqual(again.hosted_cnames)
    expect((await cf.users.get({ unique_id: 'customer-1' })).hosted_zones).toEqual([zone_name])
    expect(await cf.zones.get({ user_key, zone_name: 'absent.example' })).toMatchObject({ zone_exists: false, zone_hosted: false, hosted_cnames: null })
  })

  it('refuses every malformed set-up with its own number, before anything is made', async () => {
    const server = await start()
    const { user_key } = await server.host.bind(gateway).users.create(customer)
    const ask = async (form: Record<string, string>): Promise<number> => {
      const { text } = await server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, act: 'zone_set', user_key, zone_name: 'fresh.example', resolve_to: 'origin.example.net', subdomains: 'www', ...form }) })
      return (JSON.parse(text) as { readonly err_code?: number }).err_code ?? 0
    }
    expect(await ask({ host_key: 'wrong' })).toBe(100)
    expect(await ask({ act: 'nothing' })).toBe(101)
    expect(await ask({ user_key: '' })).toBe(115)
    expect(await ask({ user_key: 'x'.repeat(40) })).toBe(116)
    expect(await ask({ user_key: 'nobody' })).toBe(125)
    expect(await ask({ zone_name: '' })).toBe(200)
    expect(await ask({ zone_name: 'a b' })).toBe(201)
    expect(await ask({ resolve_to: '' })).toBe(202)
    expect(await ask({ resolve_to: 'no_host!' })).toBe(203)
    expect(await ask({ resolve_to: 'fresh.example' })).toBe(203)
    expect(await ask({ resolve_to: 'www.fresh.example' })).toBe(203)
    expect(await ask({ subdomains: '' })).toBe(204)
    expect(await ask({ subdomains: 'w w' })).toBe(205)
    expect(await ask({ subdomains: 'x'.repeat(120) })).toBe(206)
    expect(zoneNamed(server, 'fresh.example')).toBeUndefined()
    expect((await server.raw('/host-gw.html', { method: 'POST' })).text).toContain('"err_code":600')
  })

  it('sets a zone up in full and names its name servers', async () => {
    const server = await start()
    const cf = server.host.bind(gateway)
    const { user_key } = await cf.users.create(customer)
    const full = await cf.zones.setFull({ user_key, zone_name: 'full.example', jumpstart: 0 })
    expect(full).toMatchObject({ zone_name: 'full.example', jumpstart: false })
    expect(full.msg.split(/[ ,]+/).filter((word) => word.includes('ns.cloudflare.com')).every((word) => /^[a-z]+\.ns\.cloudflare\.com$/.test(word))).toBe(true)
    expect(await codeOf(cf.zones.setFull({ user_key, zone_name: 'full.example' }))).toBe(207)
    expect(await codeOf(cf.zones.set({ user_key, zone_name: 'full.example', resolve_to: 'origin.example.net', subdomains: 'www' }))).toBe(216)
    expect(await codeOf(cf.zones.remove({ user_key, zone_name: 'full.example' }))).toBe(214)
    expect(await cf.zones.get({ user_key, zone_name: 'full.example' })).toMatchObject({ zone_exists: true, zone_hosted: true, hosted_cnames: null, forward_tos: null })
  })

  it('deletes a zone, remembers that it did, and lists it as deleted', async () => {
    const server = await start()
    const { cf, user_key, zone_name } = await setUp(server)
    const [listed] = await cf.zones.list({ zone_name }).all()
    expect(listed).toMatchObject({ zone_name, user_email: customer.cloudflare_email, zone_status: 'V', sub_id: null })
    expect(await cf.zones.remove({ user_key, zone_name })).toEqual({ zone_name, zone_deleted: true })
    const remove = (name: string) => server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, act: 'zone_delete', user_key, zone_name: name }) })
    expect((await remove(zone_name)).text).toContain('"err_code":213')
    expect((await remove('never.example')).text).toContain('"err_code":210')
    expect(await cf.zones.list({ zone_status: 'D' }).all()).toMatchObject([{ zone_id: listed?.zone_id, zone_name, zone_status: 'D' }])
    expect(await cf.zones.list({ zone_status: 'V' }).all()).toEqual([])
  })

  it('sells a plan, lists it, cancels it, and lets the zone go only then', async () => {
    const server = await start()
    const { cf, user_key, zone_name } = await setUp(server)
    const plan_tag = 'CF_RESELLER_PRO'
    expect((await cf.subscriptions.plans({})).objs.map(({ sub_label }) => sub_label)).toContain(plan_tag)
    expect(await codeOf(cf.subscriptions.create({ user_key, zone_name, plan_tag: 'NONE' }))).toBe(312)
    expect(await codeOf(cf.subscriptions.create({ user_key, zone_name: 'absent.example', plan_tag }))).toBe(317)
    // A full zone waits for its name servers; a CNAME set-up is served at once.
    await cf.zones.setFull({ user_key, zone_name: 'waiting.example' })
    expect(await cf.zones.list({ zone_name: 'waiting.example' }).all()).toMatchObject([{ zone_status: 'P' }])
    expect(await codeOf(cf.subscriptions.create({ user_key, zone_name: 'waiting.example', plan_tag }))).toBe(321)
    const { sub_id } = await cf.subscriptions.create({ user_key, zone_name, plan_tag })
    expect(await codeOf(cf.subscriptions.create({ user_key, zone_name, plan_tag }))).toBe(314)
    expect(await codeOf(cf.subscriptions.create({ user_key, zone_name, plan_tag: 'CF_RESELLER_BIZ' }))).toBe(322)
    expect((await cf.subscriptions.list({})).objs).toMatchObject([{ zone_name, sub_id: String(sub_id), sub_status: 'V', sub_name: 'Pro', sub_price: '20.00' }])
    expect(await cf.zones.list({ sub_id }).all()).toMatchObject([{ zone_name, sub_id, sub_label: plan_tag, sub_status: 'V', sub_expired_on: null }])
    expect(await cf.zones.get({ user_key, zone_name })).toMatchObject({ sub_label: plan_tag, sub_status: 'V' })
    expect(await codeOf(cf.zones.remove({ user_key, zone_name }))).toBe(334)
    expect(await codeOf(cf.subscriptions.cancel({ user_key, zone_name, plan_tag, sub_id: sub_id + 1 }))).toBe(331)
    expect(await cf.subscriptions.cancel({ user_key, zone_name, plan_tag, sub_id })).toMatchObject({ sub_id, sub_status: 'CNL' })
    expect(await cf.zones.list({ sub_status: 'CNL' }).all()).toMatchObject([{ zone_name, sub_status: 'CNL' }])
    await cf.zones.remove({ user_key, zone_name })
  })

  it('makes hosts of hosts, stops them and changes its own key, or says that they have no counterpart', async () => {
    const server = await start()
    const cf = server.host.bind(gateway)
    const facts = { host_name: 'Sub Hosting', pub_name: 'A Sub Host', prefix: 'core', website: 'https://host.example', email: 'host@example.com' }
    if (!own) {
      expect([await codeOf(cf.hosts.createChild(facts)), await codeOf(cf.hosts.stopChild({ child_id: 1 })), await codeOf(cf.hosts.regenerateKey({}))]).toEqual([101, 101, 101])
      return
    }
    const { child_id = 0, host_key: childKey = '' } = await cf.hosts.createChild(facts)
    const child = createClient({ baseUrl: server.origin, credentials: hostKey(childKey), validate: 'throw', retry: false }).bind(gateway)
    expect(await child.zones.list({}).all()).toEqual([])
    expect(await cf.hosts.stopChild({ child_id })).toEqual({ child_id, stopped: true })
    expect(await codeOf(child.zones.list({}).all())).toBe(700)
    expect(await codeOf(cf.hosts.stopChild({ child_id: 999 }))).toBe(700)
    const { user_key } = await cf.users.create(customer)
    const { host_key: newKey } = await cf.hosts.regenerateKey({})
    expect(await codeOf(cf.zones.list({}).all())).toBe(100)
    const renewed = createClient({ baseUrl: server.origin, credentials: hostKey(newKey), validate: 'throw' }).bind(gateway)
    expect((await renewed.users.get({ unique_id: 'customer-1' })).user_key).toBe(user_key)
  })

  it('tells plugins of cPanel the newest version first', async () => {
    const server = await start()
    expect((await server.host.bind(gateway).cpanel.info({})).cpanel_latest).toMatch(/^\d+\.\d+\.\d+$/)
    const { text } = await server.raw('/host-gw.html', { method: 'POST', body: new URLSearchParams({ host_key: demoHostKey, act: 'cpanel_info' }) })
    expect(text.startsWith('{"request":{"act":"cpanel_info"},"response":{"cpanel_latest":"')).toBe(true)
  })

  it('shows one zone in one state through v4, the client API and itself', async () => {
    const server = await start()
    const { cf, user_key, user_api_key, zone_name } = await setUp(server)
    const client = createClient({ baseUrl: server.origin, credentials: globalKey(customer.cloudflare_email, user_api_key), validate: 'throw', retry: false }).bind(legacy)
    const v4 = own ? createClient({ baseUrl: server.emulator.url, credentials: globalKey(customer.cloudflare_email, user_api_key), validate: 'throw' }) : server.v4
    const zone = await v4.list(zones.list, { name: zone_name }).first()
    const zone_id = zone?.id ?? ''
    // Set through the host API, changed through the client API, seen through v4.
    const www = (await client.records.list({ z: zone_name }).all()).find(({ name }) => name === 'www.orchard.example')
    await client.records.edit({ z: zone_name, id: www?.rec_id ?? '', type: 'CNAME', name: 'www', content: 'changed.example.net' })
    const seen = await v4.list(dns.records.list, { zone_id, 'name.exact': 'www.orchard.example' }).all()
    expect(seen).toMatchObject([{ id: www?.rec_tag, content: 'changed.example.net', proxied: true }])
    // Changed through v4, seen through both.
    await v4.call(dns.records.edit, { zone_id, dns_record_id: www?.rec_tag ?? '', content: 'v4.example.net' })
    expect((await cf.zones.get({ user_key, zone_name })).hosted_cnames).toMatchObject({ 'www.orchard.example': 'v4.example.net' })
    expect((await client.records.list({ z: zone_name }).all()).find(({ name }) => name === 'www.orchard.example')).toMatchObject({ content: 'v4.example.net', rec_id: www?.rec_id })
    // Set up again through the host API: the record keeps its identity.
    await cf.zones.set({ user_key, zone_name, resolve_to: 'again.example.net', subdomains: 'www' })
    expect(await v4.list(dns.records.list, { zone_id }).all()).toMatchObject([{ id: www?.rec_tag, name: 'www.orchard.example', content: 'again.example.net' }])
    // A CNAME set-up is served at once, and all three say so.
    expect((await client.zones.get({ z: zone_name })).zone.obj).toMatchObject({ zone_type: 'P', zone_status: 'V', zone_status_class: 'status-active' })
    expect(await cf.zones.list({ zone_name }).all()).toMatchObject([{ zone_status: 'V' }])
    await cf.zones.setFull({ user_key, zone_name: 'waiting.example' })
    expect((await client.zones.get({ z: 'waiting.example' })).zone.obj).toMatchObject({ zone_type: 'F', zone_status: 'P', zone_status_class: 'status-pending' })
    expect(await cf.zones.list({ zone_name: 'waiting.example' }).all()).toMatchObject([{ zone_status: 'P' }])
    await cf.zones.remove({ user_key, zone_name })
    expect((await client.zones.list({}).all()).map(({ zone_name: left }) => left)).toEqual(['waiting.example'])
  })
})
