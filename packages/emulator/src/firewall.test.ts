import { firewall, historic, rules } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed } from './seed.ts'
import { zoneId as zone_id } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const { lockdowns, userAgentRules, botManagement } = firewall
const { waf } = historic

describe('lockdowns', () => {
  it('are created, found, replaced and deleted', async () => {
    const client = await strictClient()
    const made = await client.call(lockdowns.create, { zone_id, urls: ['example.com/admin*', 'https://www.example.com'], configurations: [{ target: 'ip_range', value: '192.0.2.0/24' }], description: 'Office only' })
    expect(made).toMatchObject({ urls: ['example.com/admin*', 'www.example.com/'], paused: false })
    const one = { zone_id, lock_downs_id: made.id }
    for (const filter of [{ description_search: 'office' }, { uri_search: 'admin' }, { ip_range_search: '192.0.2' }]) expect(await client.list(lockdowns.list, { zone_id, ...filter }).all({ limit: 10 })).toEqual([made])
    expect(await client.list(lockdowns.list, { zone_id, ip: '192.0.2.1' }).all({ limit: 10 })).toEqual([])
    expect(await client.call(lockdowns.update, { ...one, urls: ['example.com/'], configurations: [{ target: 'ip', value: '192.0.2.1' }], paused: true })).toMatchObject({ id: made.id, paused: true, description: '' })
    expect(await client.call(lockdowns.get, one)).toMatchObject({ urls: ['example.com/'] })
    expect(await client.call(lockdowns.remove, one)).toEqual({ id: made.id })
  })
})

describe('user agent rules', () => {
  it('are created, found, replaced and deleted', async () => {
    const client = await strictClient()
    const made = await client.call(userAgentRules.create, { zone_id, mode: 'block', configuration: { target: 'ua', value: 'BadBot/1.0' }, description: 'Bad' })
    const one = { zone_id, ua_rule_id: made.id }
    expect(await client.list(userAgentRules.list, { zone_id, ua_search: 'badbot', paused: false }).all({ limit: 10 })).toEqual([made])
    expect(await client.list(userAgentRules.list, { zone_id, description: 'ba' }).all({ limit: 10 })).toEqual([])
    expect(await client.call(userAgentRules.update, { ...one, mode: 'js_challenge', configuration: { target: 'ua', value: 'BadBot/2.0' } })).toMatchObject({ id: made.id, mode: 'js_challenge', description: '' })
    expect(await client.call(userAgentRules.get, one)).toMatchObject({ configuration: { value: 'BadBot/2.0' } })
    expect(await client.call(userAgentRules.remove, one)).toEqual({ id: made.id })
  })
})

describe('what a zone has once', () => {
  it('keeps how bots are treated, by the plan', async () => {
    const client = await strictClient()
    expect(await client.call(botManagement.get, { zone_id })).not.toHaveProperty('fight_mode')
    await client.call(botManagement.update, { zone_id, sbfm_definitely_automated: 'block', ai_bots_protection: 'block' })
    expect(await client.call(botManagement.update, { zone_id, enable_js: true })).toMatchObject({ enable_js: true, ai_bots_protection: 'block', sbfm_definitely_automated: 'block' })
    const free = await strictClient({ seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'free' }] } })
    expect(await free.call(botManagement.get, { zone_id })).toMatchObject({ fight_mode: false })
  })

  it('keeps how URLs are normalised', async () => {
    const client = await strictClient()
    expect(await client.call(rules.urlNormalization.get, { zone_id })).toEqual({ type: 'cloudflare', scope: 'incoming' })
    await client.call(rules.urlNormalization.update, { zone_id, type: 'rfc3986', scope: 'both' })
    expect(await client.call(rules.urlNormalization.get, { zone_id })).toEqual({ type: 'rfc3986', scope: 'both' })
  })

  it('keeps which managed transforms work, and refuses two that exclude each other', async () => {
    const client = await strictClient()
    const edit = (id: string, enabled: boolean) => client.call(rules.managedTransforms.edit, { zone_id, managed_request_headers: [{ id, enabled }], managed_response_headers: [] })
    const { managed_request_headers: request } = await edit('add_true_client_ip_headers', true)
    expect(request.find(({ id }) => id === 'remove_visitor_ip_headers')).toMatchObject({ enabled: false, has_conflict: true })
    await expect(edit('remove_visitor_ip_headers', true)).rejects.toMatchObject({ status: 400 })
    await edit('add_true_client_ip_headers', false)
    await edit('remove_visitor_ip_headers', true)
    const { managed_request_headers: after } = await client.call(rules.managedTransforms.get, { zone_id })
    expect(after.filter(({ enabled }) => enabled).map(({ id }) => id)).toEqual(['remove_visitor_ip_headers'])
  })
})

describe('the previous web application firewall', () => {
  it('has packages, groups and rules that can be changed', async () => {
    const client = await strictClient()
    const [, owasp] = await client.list(waf.packages.list, { zone_id, order: 'name' }).all({ limit: 10 })
    const package_id = owasp?.id ?? ''
    expect(await client.call(waf.packages.edit, { zone_id, package_id, sensitivity: 'low' })).toMatchObject({ sensitivity: 'low', action_mode: 'challenge' })
    expect(await client.call(waf.packages.get, { zone_id, package_id })).toMatchObject({ detection_mode: 'anomaly', sensitivity: 'low' })
    const [group] = await client.list(waf.groups.list, { zone_id, package_id, rules_count: 3 }).all({ limit: 10 })
    const group_id = group?.id ?? ''
    const [rule] = await client.list(waf.rules.list, { zone_id, package_id, group_id, order: 'priority', direction: 'desc' }).all({ limit: 10 })
    const rule_id = rule?.id ?? ''
    expect(await client.call(waf.rules.edit, { zone_id, package_id, rule_id, mode: 'off' })).toMatchObject({ mode: 'off', group: { id: group_id } })
    expect(await client.call(waf.groups.get, { zone_id, package_id, group_id })).toMatchObject({ modified_rules_count: 1, mode: 'on' })
    await client.call(waf.groups.edit, { zone_id, package_id, group_id, mode: 'off' })
    expect(await client.list(waf.groups.list, { zone_id, package_id, mode: 'off' }).all({ limit: 10 })).toMatchObject([{ id: group_id }])
    await expect(client.call(waf.rules.edit, { zone_id, package_id, rule_id, mode: 'block' })).rejects.toMatchObject({ status: 400 })
  })

  it('acts rule by rule in a package without points', async () => {
    const client = await strictClient()
    const [traditional] = await client.list(waf.packages.list, { zone_id, name: 'cloudflare' }).all({ limit: 10 })
    const package_id = traditional?.id ?? ''
    const [rule] = await client.list(waf.rules.list, { zone_id, package_id, description: 'xml-rpc' }).all({ limit: 10 })
    const one = { zone_id, package_id, rule_id: rule?.id ?? '' }
    await client.call(waf.rules.edit, { ...one, mode: 'simulate' })
    expect(await client.call(waf.rules.get, one)).toMatchObject({ mode: 'simulate', default_mode: 'block' })
    expect(await client.list(waf.rules.list, { zone_id, package_id, mode: 'SIM' }).all({ limit: 10 })).toHaveLength(1)
    await expect(client.call(waf.packages.edit, { zone_id, package_id, sensitivity: 'low' })).rejects.toMatchObject({ status: 400 })
  })
})
