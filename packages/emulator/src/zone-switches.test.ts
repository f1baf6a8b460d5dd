import { argo, cache } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed, parseSeed } from './seed.ts'
import { manualClock, zoneId as zone_id } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const scene = async (plan: 'free' | 'pro' | 'enterprise') => {
  const clock = manualClock()
  return { clock, client: await strictClient({ clock, seed: parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', plan }] }) }) }
}

describe('a switch of a zone', () => {
  it.each([
    ['smart_routing', argo.smartRouting.get, argo.smartRouting.edit],
    ['tiered_caching', argo.tieredCaching.get, argo.tieredCaching.edit],
    ['cache_reserve', cache.reserve.get, cache.reserve.edit],
    ['regional_tiered_cache', cache.tiers.regional, cache.tiers.editRegional],
  ] as const)('%s is off, and stays as it is set', async (id, get, edit) => {
    const { client } = await scene('enterprise')
    expect(await client.call(get, { zone_id })).toEqual({ id, value: 'off', editable: true, modified_on: null })
    expect(await client.call(edit, { zone_id, value: 'on' })).toMatchObject({ id, value: 'on', modified_on: '2026-11-20T12:00:00Z' })
    expect(await client.call(get, { zone_id })).toMatchObject({ value: 'on' })
  })

  it('belongs to the plans that have it', async () => {
    const { client } = await scene('pro')
    await expect(client.call(cache.tiers.editRegional, { zone_id, value: 'on' })).rejects.toMatchObject({ status: 401, faults: [{ code: 1015, message: 'Not entitled to access this setting: regional_tiered_cache' }] })
    const free = await scene('free')
    await expect(free.client.call(argo.smartRouting.get, { zone_id })).rejects.toMatchObject({ status: 401 })
    expect(await free.client.call(argo.tieredCaching.edit, { zone_id, value: 'on' })).toMatchObject({ value: 'on' })
  })

  it('for the smart tier is not there before it is set, and after it is removed', async () => {
    const { client } = await scene('free')
    const missing = { status: 404, faults: [{ code: 1142 }] }
    await expect(client.call(cache.tiers.smart, { zone_id })).rejects.toMatchObject(missing)
    await client.call(cache.tiers.editSmart, { zone_id, value: 'on' })
    expect(await client.call(cache.tiers.smart, { zone_id })).toMatchObject({ value: 'on' })
    expect(await client.call(cache.tiers.removeSmart, { zone_id })).toMatchObject({ id: 'tiered_cache_smart_topology_enable' })
    await expect(client.call(cache.tiers.smart, { zone_id })).rejects.toMatchObject(missing)
  })
})

describe('Cache Reserve', () => {
  it('is cleared while it is off, which takes a minute', async () => {
    const { client, clock } = await scene('pro')
    await expect(client.call(cache.reserve.clearStatus, { zone_id })).rejects.toMatchObject({ status: 404 })
    expect(await client.call(cache.reserve.clear, { zone_id })).toMatchObject({ state: 'In-progress', start_ts: '2026-11-20T12:00:00Z' })
    await expect(client.call(cache.reserve.edit, { zone_id, value: 'on' })).rejects.toMatchObject({ faults: [{ code: 1154 }] })
    clock.advance(60_000)
    expect(await client.call(cache.reserve.clearStatus, { zone_id })).toMatchObject({ state: 'Completed', end_ts: '2026-11-20T12:01:00Z' })
    expect(await client.call(cache.reserve.edit, { zone_id, value: 'on' })).toMatchObject({ value: 'on' })
  })
})
