import { rulesets } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { startTest, zoneId as zone_id, zonePath } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const phase = 'http_request_firewall_custom' as const
const block = (expression: string, ref: string) => ({ action: 'block', expression, ref })
const refs = (ruleset: rulesets.Ruleset) => ruleset.rules?.map((rule) => rule.ref)

describe('rulesets of a zone', () => {
  it('are created, listed, read, replaced and deleted', async () => {
    const client = await strictClient()
    const { zone } = rulesets
    const made = await client.call(zone.create, { zone_id, name: 'own', kind: 'zone', phase, rules: [block('ip.src eq 192.0.2.1', 'a'), block('ip.src eq 192.0.2.2', 'b')] })
    expect(made).toMatchObject({ version: '1', rules: [{ version: '1', enabled: true }, {}] })
    await client.call(zone.create, { zone_id, name: 'more', kind: 'custom', phase })
    expect((await client.list(zone.list, { zone_id, per_page: 1 }).all({ limit: 10 })).map(({ name, rules }) => [name, rules])).toEqual([['own', undefined], ['more', undefined]])
    const one = { zone_id, ruleset_id: made.id }
    const changed = await client.call(zone.update, { ...one, description: 'd', rules: [block('ip.src eq 192.0.2.2', 'b'), { ...block('ip.src eq 192.0.2.3', 'a') }, { action: 'log', expression: 'true' }] })
    expect(changed).toMatchObject({ version: '2', name: 'own', description: 'd', rules: [{ id: made.rules?.[1]?.id, version: '1' }, { id: made.rules?.[0]?.id, version: '2' }, { version: '1' }] })
    expect(await client.call(zone.get, one)).toEqual(changed)
    expect(await client.call(zone.remove, one)).toBeUndefined()
    await expect(client.call(zone.get, one)).rejects.toMatchObject({ status: 404 })
  })

  it('have an entry point a phase, made when it is written first', async () => {
    const client = await strictClient()
    const { phases } = rulesets.zone
    await expect(client.call(phases.get, { zone_id, ruleset_phase: phase })).rejects.toMatchObject({ status: 404, faults: [{ code: 10003, message: `could not find entrypoint ruleset in the ${phase} phase` }] })
    const made = await client.call(phases.update, { zone_id, ruleset_phase: phase, rules: [block('true', 'a')] })
    expect(made).toMatchObject({ kind: 'zone', name: 'default', version: '1' })
    expect(await client.call(phases.update, { zone_id, ruleset_phase: phase, rules: [] })).toMatchObject({ id: made.id, version: '2', rules: [] })
    expect(await client.call(phases.get, { zone_id, ruleset_phase: phase })).toMatchObject({ id: made.id })
  })

  it('take single rules, move and replace them', async () => {
    const client = await strictClient()
    const { rules, phases } = rulesets.zone
    const made = await client.call(phases.update, { zone_id, ruleset_phase: phase, rules: [block('true', 'a'), block('true', 'b')] })
    const one = { zone_id, ruleset_id: made.id }
    const [a, b] = made.rules ?? []
    expect(refs(await client.call(rules.create, { ...one, ...block('true', 'c'), position: { index: 1 } }))).toEqual(['c', 'a', 'b'])
    expect(refs(await client.call(rules.create, { ...one, ...block('true', 'd'), position: { after: a?.id } }))).toEqual(['c', 'a', 'd', 'b'])
    const moved = await client.call(rules.edit, { ...one, rule_id: b?.id ?? '', position: { before: '' } })
    expect(refs(moved)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved.rules?.[0]).toEqual(b)
    const edited = await client.call(rules.edit, { ...one, rule_id: a?.id ?? '', action: 'log', expression: 'false', enabled: false })
    expect(edited.rules?.[2]).toMatchObject({ id: a?.id, ref: 'a', version: '2', action: 'log', enabled: false })
    expect(refs(await client.call(rules.remove, { ...one, rule_id: a?.id ?? '' }))).toEqual(['b', 'c', 'd'])
    await expect(client.call(rules.edit, { ...one, rule_id: b?.id ?? '', enabled: false })).rejects.toMatchObject({ status: 400 })
  })
})

describe('rulesets of an account', () => {
  it('go through the same calls, with an entry point of their own kind', async () => {
    const client = await strictClient()
    const { account } = rulesets
    const made = await client.call(account.create, { account_id, name: 'own', kind: 'root', phase, rules: [block('true', 'a')] })
    const one = { account_id, ruleset_id: made.id }
    expect(await client.call(account.phases.get, { account_id, ruleset_phase: phase })).toEqual(await client.call(account.get, one))
    await client.call(account.phases.update, { account_id, ruleset_phase: phase, rules: [block('true', 'a'), block('true', 'b')] })
    await client.call(account.rules.create, { ...one, ...block('true', 'c') })
    const rule_id = made.rules?.[0]?.id ?? ''
    await client.call(account.rules.edit, { ...one, rule_id, position: { after: '' } })
    expect(refs(await client.call(account.rules.remove, { ...one, rule_id }))).toEqual(['b', 'c'])
    expect(await client.call(account.update, { ...one, rules: [] })).toMatchObject({ version: '6' })
    expect(await client.list(account.list, { account_id }).all({ limit: 10 })).toHaveLength(1)
    await client.call(account.remove, one)
    expect(await client.list(account.list, { account_id }).all({ limit: 10 })).toEqual([])
  })
})

describe('a ruleset that is refused', () => {
  it.each([
    ['/rules/1/action', { rules: [block('true', 'a'), { action: 'x', expression: 'true' }] }],
    ['/rules/0/expression', { rules: [{ action: 'log', expression: 'a eq "b' }] }],
    ['/rules/1/ref', { rules: [block('true', 'a'), block('false', 'a')] }],
    ['/rules/0/ratelimit', { rules: [{ ...block('true', 'a'), ratelimit: { period: 60 } }] }],
    ['/rules/0/action_parameters', { rules: [{ action: 'execute', expression: 'true' }] }],
    ['/kind', { kind: 'managed' }],
    ['/phase', { phase: 'later' }],
  ])('points at %s', async (pointer, body) => {
    const emulator = await startTest()
    const { json } = await emulator.call('POST', `${zonePath}/rulesets`, { name: 'n', kind: 'zone', phase, ...body })
    expect(json.errors).toMatchObject([{ source: { pointer } }])
  })
})
