import { turnstile } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { manualClock } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account("user@example.com's Account")
const fields = { name: 'login', domains: ['example.com', '192.0.2.1'], mode: 'managed' as const }
const { widgets } = turnstile

describe('widgets of Turnstile', () => {
  it('are created with keys, read, replaced and deleted', async () => {
    const client = await strictClient()
    const widget = await client.call(widgets.create, { account_id, ...fields, region: 'china', offlabel: true })
    expect(widget).toMatchObject({ ...fields, region: 'china', offlabel: true, bot_fight_mode: false, clearance_level: 'no_clearance' })
    expect([widget.sitekey, widget.secret].every((key) => /^0x4[\w-]{20,}$/.test(key))).toBe(true)
    const one = { account_id, sitekey: widget.sitekey }
    expect(await client.call(widgets.get, one)).toEqual(widget)
    expect(await client.call(widgets.update, { ...one, ...fields, mode: 'invisible' })).toMatchObject({ mode: 'invisible', region: 'china', offlabel: false, secret: widget.secret })
    expect(await client.call(widgets.remove, one)).toMatchObject({ sitekey: widget.sitekey })
    await expect(client.call(widgets.get, one)).rejects.toMatchObject({ status: 404 })
  })

  it('are listed in an order, by page, without their secrets', async () => {
    const client = await strictClient()
    for (const name of ['b', 'c', 'a', 'f', 'e', 'd']) await client.call(widgets.create, { account_id, ...fields, name })
    const names = async (input: object) => (await client.list(widgets.list, { account_id, per_page: 5, ...input }).all({ limit: 9 })).map(({ name }) => name).join('')
    expect(await names({})).toBe('bcafed')
    expect(await names({ order: 'name', direction: 'desc' })).toBe('fedcba')
    expect(await client.list(widgets.list, { account_id }).first()).not.toHaveProperty('secret')
  })

  it('get another secret, but not twice while the old one is good', async () => {
    const clock = manualClock()
    const client = await strictClient({ clock })
    const { sitekey, secret } = await client.call(widgets.create, { account_id, ...fields })
    const rotate = (more: object = {}) => client.call(widgets.rotateSecret, { account_id, sitekey, ...more })
    const second = (await rotate()).secret
    expect(second).not.toBe(secret)
    await expect(rotate()).rejects.toMatchObject({ status: 409 })
    clock.advance(2 * 60 * 60 * 1000)
    const third = (await rotate({ invalidate_immediately: true })).secret
    expect((await rotate()).secret).not.toBe(third)
  })
})
