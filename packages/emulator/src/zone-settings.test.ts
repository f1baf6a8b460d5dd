import { zones } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { parseSeed, defaultSeed } from './seed.ts'
import type { PlanName } from './rules/plans.ts'
import { manualClock, startTest, type TestEmulator, zoneId, zonePath } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const onPlan = (plan: PlanName): Promise<TestEmulator> => startTest({ clock: manualClock(), seed: parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', plan }] }) })
const settings = `${zonePath}/settings`
const hsts = (fields: object): object => ({ strict_transport_security: fields })

/** Every setting of the documents of 2015: values that it takes and values that it refuses. */
const documented: readonly (readonly [id: string, good: readonly unknown[], bad: readonly unknown[]])[] = [
  ['always_online', ['on', 'off'], [true, 'ON', null, undefined]],
  ['browser_cache_ttl', [14400, 30, 31536000, 0, 120], [29, '14400', -1]],
  ['browser_check', ['off', 'on'], ['maybe']],
  ['cache_level', ['basic', 'simplified', 'aggressive'], ['none']],
  ['challenge_ttl', [300, 31536000], [301, 0]],
  ['development_mode', ['on', 'off'], [1]],
  ['origin_error_page_pass_thru', ['on', 'off'], [false]],
  ['sort_query_string_for_cache', ['on', 'off'], ['']],
  ['email_obfuscation', ['off', 'on'], [{}]],
  ['hotlink_protection', ['on', 'off'], [[]]],
  ['ip_geolocation', ['off', 'on'], ['yes']],
  ['ipv6', ['off', 'on'], ['unsafe']],
  ['minify', [{ css: 'on', html: 'off', js: 'on' }, { js: 'off' }], ['on', {}, { css: true }, { xml: 'on' }]],
  ['mobile_redirect', [{ status: 'on', mobile_subdomain: 'm', strip_uri: false }], ['m', { strip_uri: 'no' }, { mobile_subdomain: '' }]],
  ['mirage', ['on', 'off'], [2]],
  ['polish', ['lossless', 'lossy', 'off'], ['on']],
  ['prefetch_preload', ['on', 'off'], [0]],
  ['response_buffering', ['on', 'off'], [0]],
  ['rocket_loader', ['on', 'off'], ['automatic']],
  ['security_header', [hsts({ enabled: true, max_age: 86400, include_subdomains: true, nosniff: true, preload: true })], [{ enabled: true }, hsts({ enabled: 'on' }), hsts({ max_age: -1 })]],
  ['security_level', ['essentially_off', 'low', 'medium', 'high', 'under_attack', 'off'], ['custom']],
  ['server_side_exclude', ['off', 'on'], [null]],
  ['ssl', ['off', 'flexible', 'full', 'strict'], ['full-strict']],
  ['tls_client_auth', ['on', 'off'], [{ id: 'tls_client_auth' }]],
  ['true_client_ip_header', ['on', 'off'], [true]],
  ['waf', ['on', 'off'], [true]],
  ['tls_1_2_only', ['on', 'off'], [true]],
]

describe('a zone setting of an Enterprise zone', () => {
  it('takes each value of the documents, gives it back, and refuses others with its name', async () => {
    const emulator = await onPlan('enterprise')
    for (const [id, good, bad] of documented) {
      for (const value of good) {
        expect((await emulator.call('PATCH', `${settings}/${id}`, { value })).json.result, `${id} ${JSON.stringify(value)}`).toMatchObject({ id, value, editable: true, modified_on: '2026-11-20T12:00:00Z' })
        expect((await emulator.call('GET', `${settings}/${id}`)).json.result).toMatchObject({ id, value })
      }
      const before = (await emulator.call('GET', `${settings}/${id}`)).json.result['value']
      for (const value of bad) expect((await emulator.call('PATCH', `${settings}/${id}`, { value })).json.errors, `${id} ${JSON.stringify(value)}`).toMatchObject([{ code: 1007, message: `Invalid value for zone setting ${id}` }])
      expect((await emulator.call('GET', `${settings}/${id}`)).json.result['value']).toEqual(before)
    }
  })

  it.each([
    ['ssl', 'full_strict', 'strict'],
    ['rocket_loader', 'manual', 'on'],
    ['ipv6', 'safe', 'on'],
    ['tls_client_auth', { id: 'tls_client_auth', value: 'on', editable: true, modified_on: '2014-01-01T05:20:00Z' }, 'on'],
  ])('takes an old value of %s, keeps what means the same today, and warns', async (id, old, value) => {
    const emulator = await onPlan('enterprise')
    const warning = { code: 1, message: `${id}: ${JSON.stringify(old)} is a value of 2015, taken as ${JSON.stringify(value)}; send that instead.` }
    expect((await emulator.call('PATCH', `${settings}/${id}`, { value: old })).json).toMatchObject({ result: { value }, messages: [warning] })
    expect((await emulator.call('PATCH', settings, { items: [{ id, value: old }, { id: 'fonts', value: 'on' }] })).json.messages).toMatchObject([warning])
    expect((await emulator.call('PATCH', `${settings}/${id}`, { value })).json.messages).toEqual([])
    expect((await emulator.call('GET', `${settings}/${id}`)).json.result).toMatchObject({ value })
  })

  it('is sent by its name of today when a program says the old one', async () => {
    const client = await strictClient()
    const cf = client.bind({ zones })
    expect(await cf.zones.settings.ssl.edit({ zone_id: zoneId, value: 'full_strict' })).toMatchObject({ value: 'strict' })
    const { messages } = await client.exchange(zones.settings.ssl.edit, { zone_id: zoneId, value: 'full_strict' })
    expect(messages).toBeUndefined()
  })

  it('is read and changed by a call of its own, which knows its values', async () => {
    const cf = (await strictClient()).bind({ zones })
    expect(await cf.zones.settings.browserCacheTtl.edit({ zone_id: zoneId, value: 7200 })).toMatchObject({ id: 'browser_cache_ttl', value: 7200 })
    expect(await cf.zones.settings.browserCacheTtl.get({ zone_id: zoneId })).toMatchObject({ value: 7200 })
    expect(await cf.zones.settings.advancedDdos.get({ zone_id: zoneId })).toMatchObject({ value: 'off', editable: false })
    await expect(cf.zones.settings.browserCacheTtl.edit({ zone_id: zoneId, value: 7201 as 7200 })).rejects.toThrow('PATCH /zones/{zone_id}/settings/browser_cache_ttl: nothing was sent: value: 7201 is not one of 0, 30, 60,')
  })

  it('of several fields keeps those that a change does not name', async () => {
    const emulator = await onPlan('enterprise')
    await emulator.call('PATCH', `${settings}/minify`, { value: { css: 'on' } })
    expect((await emulator.call('PATCH', `${settings}/minify`, { value: { js: 'on' } })).json.result).toMatchObject({ value: { css: 'on', html: 'off', js: 'on' } })
  })
})

describe('the plan of a zone', () => {
  const locked: Readonly<Record<string, readonly PlanName[]>> = {
    advanced_ddos: ['free', 'pro', 'business', 'enterprise'],
    tls_1_2_only: ['free', 'pro'],
    origin_error_page_pass_thru: ['free', 'pro', 'business'],
    sort_query_string_for_cache: ['free', 'pro', 'business'],
    prefetch_preload: ['free', 'pro', 'business'],
    response_buffering: ['free', 'pro', 'business'],
    true_client_ip_header: ['free', 'pro', 'business'],
    mirage: ['free'],
    polish: ['free'],
    waf: ['free'],
  }

  it.each(['free', 'pro', 'business', 'enterprise'] as const)('%s says which settings may be changed', async (plan) => {
    const emulator = await onPlan(plan)
    for (const [id, plans] of Object.entries(locked)) {
      const editable = !plans.includes(plan)
      expect((await emulator.call('GET', `${settings}/${id}`)).json.result, id).toMatchObject({ editable })
      const { status, codes } = await emulator.call('PATCH', `${settings}/${id}`, { value: 'off' })
      expect([id, status, codes]).toEqual(editable ? [id, 200, []] : [id, 403, [1015]])
    }
  })

  it('limits values, and decides what a zone starts with', async () => {
    const [free, business, enterprise] = await Promise.all([onPlan('free'), onPlan('business'), onPlan('enterprise')])
    const codes = async (emulator: TestEmulator, id: string, value: unknown): Promise<readonly number[]> => (await emulator.call('PATCH', `${settings}/${id}`, { value })).codes
    expect([await codes(free, 'browser_cache_ttl', 30), await codes(enterprise, 'browser_cache_ttl', 30), await codes(free, 'browser_cache_ttl', 0)]).toEqual([[1007], [], []])
    expect([await codes(free, 'max_upload', 125), await codes(business, 'max_upload', 200), await codes(business, 'max_upload', 225), await codes(enterprise, 'max_upload', 500)]).toEqual([[1007], [], [1007], []])
    expect([await codes(free, 'security_level', 'off'), await codes(enterprise, 'security_level', 'off')]).toEqual([[1007], []])
    const ddos = async (emulator: TestEmulator): Promise<unknown> => (await emulator.call('GET', `${settings}/advanced_ddos`)).json.result['value']
    expect([await ddos(free), await ddos(business)]).toEqual(['off', 'on'])
  })
})

describe('development mode', () => {
  it('counts down from three hours, in the setting and in the zone, and ends by itself', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    const left = async (): Promise<unknown[]> => {
      const { result } = (await emulator.call('GET', `${settings}/development_mode`)).json
      return [result['value'], result['time_remaining'], (await emulator.call('GET', zonePath)).json.result['development_mode']]
    }
    expect(await left()).toEqual(['off', 0, 0])
    await emulator.call('PATCH', `${settings}/development_mode`, { value: 'on' })
    expect(await left()).toEqual(['on', 10_800, 10_800])
    clock.advance(3_599_500)
    expect(await left()).toEqual(['on', 7201, 7201])
    clock.advance(7_200_500)
    expect(await left()).toEqual(['off', 0, 0])
    await emulator.call('PATCH', `${settings}/development_mode`, { value: 'on' })
    await emulator.call('PATCH', `${settings}/development_mode`, { value: 'off' })
    expect(await left()).toEqual(['off', 0, 0])
  })
})
