import { pageRules } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed } from './seed.ts'
import { startTest, zoneId as zone_id, zonePath } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const targets = (value: string) => [{ target: 'url', constraint: { operator: 'matches', value } }] as const
const rule = (path: string) => ({ zone_id, targets: [...targets(`example.com/${path}`)], actions: [{ id: 'ssl' as const, value: 'full' }] })

describe('page rules', () => {
  it('are created, read, replaced, changed and deleted', async () => {
    const client = await strictClient()
    const made = await client.call(pageRules.create, { ...rule('a'), targets: [...targets('Example.com')] })
    expect(made).toMatchObject({ status: 'disabled', priority: 1, targets: targets('example.com/') })
    const one = { zone_id, pagerule_id: made.id }
    expect(await client.call(pageRules.edit, { ...one, status: 'active' })).toMatchObject({ status: 'active', actions: made.actions })
    expect(await client.call(pageRules.update, { ...one, targets: [...targets('*.example.com/*')], actions: [{ id: 'forwarding_url', value: { url: 'https://example.org/$1', status_code: 302 } }] })).toMatchObject({ status: 'disabled', actions: [{ id: 'forwarding_url' }] })
    expect(await client.call(pageRules.get, one)).toMatchObject({ id: made.id, created_on: made.created_on })
    expect(await client.call(pageRules.remove, one)).toEqual({ id: made.id })
    expect(await client.call(pageRules.list, { zone_id })).toEqual([])
  })

  it('are numbered without gaps, whatever priority is asked for', async () => {
    const client = await strictClient()
    const order = async () => (await client.call(pageRules.list, { zone_id })).map(({ targets: [target], priority }) => `${priority} ${target?.constraint.value ?? ''}`)
    await client.call(pageRules.create, rule('a'))
    const b = await client.call(pageRules.create, { ...rule('b'), priority: 40 })
    expect(b.priority).toBe(2)
    await client.call(pageRules.create, { ...rule('c'), priority: 1 })
    expect(await order()).toEqual(['3 example.com/b', '2 example.com/a', '1 example.com/c'])
    expect(await client.call(pageRules.edit, { zone_id, pagerule_id: b.id, priority: 2 })).toMatchObject({ priority: 2 })
    expect(await order()).toEqual(['3 example.com/a', '2 example.com/b', '1 example.com/c'])
    await client.call(pageRules.remove, { zone_id, pagerule_id: b.id })
    expect(await order()).toEqual(['2 example.com/a', '1 example.com/c'])
  })

  it('are listed by status and priority', async () => {
    const client = await strictClient()
    await client.call(pageRules.create, { ...rule('a'), status: 'active' })
    await client.call(pageRules.create, rule('b'))
    const paths = async (more: object) => (await client.call(pageRules.list, { zone_id, ...more })).map(({ targets: [target] }) => target?.constraint.value)
    expect(await paths({ status: 'active' })).toEqual(['example.com/a'])
    expect(await paths({ direction: 'asc' })).toEqual(['example.com/b', 'example.com/a'])
    expect(await paths({ order: 'status', direction: 'asc' })).toEqual(['example.com/a', 'example.com/b'])
  })

  it('are as many as the plan allows', async () => {
    const client = await strictClient({ seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'free' }] } })
    for (const path of ['a', 'b', 'c']) await client.call(pageRules.create, rule(path))
    await expect(client.call(pageRules.create, rule('d'))).rejects.toMatchObject({ status: 400, faults: [{ code: 1004 }] })
  })
})

describe('a page rule that is refused', () => {
  it.each([
    ['the pattern has a rule already', { targets: targets('example.com/a'), actions: [{ id: 'ssl', value: 'full' }] }, ['.distinctTargetUrl: Your zone already has an existing page rule with that URL.']],
    ['the pattern is of another zone', { targets: targets('example.net/'), actions: [{ id: 'ssl', value: 'full' }] }, ['.targets: the URL pattern must be in the zone example.com']],
    ['a setting is not known and another has a wrong value', { targets: targets('example.com/b'), actions: [{ id: 'x' }, { id: 'ssl', value: 'half' }] }, ['.actions: unknown setting "x"', '.actions: invalid value for "ssl"']],
    ['the plan does not have the setting', { targets: targets('example.com/b'), actions: [{ id: 'resolve_override', value: 'a.example.com' }] }, ['.actions: "resolve_override" is not available for the plan of the zone']],
    ['a setting is given twice', { targets: targets('example.com/b'), actions: [{ id: 'waf', value: 'on' }, { id: 'waf', value: 'off' }] }, ['.actions: "waf" is given twice']],
    ['nothing is said', {}, ['.targets: at least one target is required', '.actions: at least one action is required']],
  ])('says in its messages that %s', async (_, body, messages) => {
    const emulator = await startTest()
    await emulator.call('POST', `${zonePath}/pagerules`, { targets: targets('example.com/a'), actions: [{ id: 'always_use_https' }] })
    const { json, codes } = await emulator.call('POST', `${zonePath}/pagerules`, body)
    expect(codes).toEqual([1004])
    expect(json.messages).toEqual(messages.map((message, index) => ({ code: index + 1, message, type: null })))
  })
})

describe('settings of page rules', () => {
  it('are those of the plan', async () => {
    const client = await strictClient()
    const settings = await client.call(pageRules.settings.list, { zone_id })
    expect(settings.find(({ id }) => id === 'edge_cache_ttl')).toMatchObject({ properties: [{ name: 'value', type: 'range', max: 31_536_000 }] })
    expect(settings.map(({ id }) => id)).not.toContain('resolve_override')
    const enterprise = await strictClient({ seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'enterprise' }] } })
    expect((await enterprise.call(pageRules.settings.list, { zone_id })).map(({ id }) => id)).toContain('resolve_override')
  })
})
