import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient, globalKey, hostKey } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import * as legacy from '@zonewright/legacy-client'
import { expect, it, onTestFinished } from 'vitest'

import { type Child, ended, firstLine, startChild } from './kill/child.ts'
import { demoHostKey } from './testing/form-post-servers.ts'
import { demo, startTest } from './testing/start.ts'

const z = 'example.com'
const settings = { validate: 'throw', retry: false, throttle: false } as const

it('a bridge that is killed knows what it answered: numbers, user keys, deleted zones, purge times', async () => {
  const emulator = await startTest()
  const data = mkdtempSync(join(tmpdir(), 'bridge-kill-'))
  const children: Child[] = []
  onTestFinished(async () => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(data, { recursive: true })
  })
  const spawn = (): Child => {
    const child = startChild('bridge.ts', [data, emulator.url, demo.email, demo.key, demoHostKey])
    children.push(child)
    return child
  }
  const start = async () => {
    const child = spawn()
    const baseUrl = `http://127.0.0.1:${await firstLine(child)}`
    const client = createClient({ ...settings, baseUrl, credentials: globalKey(demo.email, demo.key) })
    const host = createClient({ ...settings, baseUrl, credentials: hostKey(demoHostKey) })
    return { child, client: client.bind(legacy), host: host.bind(gateway), baseUrl }
  }

  const first = await start()
  const { user_key, user_api_key } = await first.host.users.create({ cloudflare_email: 'customer@example.net', cloudflare_pass: 'correct horse', unique_id: 'customer-1' })
  for (const zone_name of ['kept.example', 'gone.example']) await first.host.zones.set({ user_key, zone_name, resolve_to: 'origin.example.net', subdomains: 'www,shop:192.0.2.9' })
  const gone = (await first.host.zones.list({}).all()).find(({ zone_name }) => zone_name === 'gone.example')
  await first.host.zones.remove({ user_key, zone_name: 'gone.example' })
  const { fpurge_ts } = await first.client.cache.purge({ z, v: 1 })
  const zones = await first.client.zones.check({ zones: [z, 'kept.example'] })
  const made: { readonly id: string; readonly name: string }[] = []
  // Killed while a program writes: what was answered must be known afterwards.
  const writing = (async () => {
    for (let index = 0; index < 1000; index++) {
      const { rec } = await first.client.records.create({ z, type: 'A', name: `n${index}`, content: '192.0.2.1' })
      made.push({ id: rec.obj.rec_id, name: rec.obj.name })
      if (index === 25) first.child.kill('SIGKILL')
    }
  })()
  await expect(writing).rejects.toThrow()
  await ended(first.child)
  expect(made.length).toBeGreaterThan(25)

  const second = await start()
  expect(await second.client.zones.check({ zones: [z, 'kept.example'] })).toEqual(zones)
  const held = new Map((await second.client.records.list({ z }).all()).map(({ rec_id, name }) => [rec_id, name]))
  for (const { id, name } of made) expect(held.get(id)).toBe(name)
  expect(await second.host.users.get({ unique_id: 'customer-1' })).toMatchObject({ user_key, user_api_key, hosted_zones: ['kept.example'] })
  expect(await second.host.zones.list({ zone_status: 'D' }).all()).toMatchObject([{ zone_id: gone?.zone_id, zone_name: 'gone.example' }])
  expect((await second.client.settings.get({ z })).result.objs[0]).toMatchObject({ fpurge_ts: String(fpurge_ts) })
  // The key that a user got is still one.
  const owner = createClient({ ...settings, baseUrl: second.baseUrl, credentials: globalKey('customer@example.net', user_api_key ?? '') }).bind(legacy)
  expect((await owner.zones.list({}).all()).map(({ zone_name }) => zone_name)).toEqual(['kept.example'])
  await second.client.records.remove({ z, id: made[3]?.id ?? '' })
  // A number is not given twice.
  const { rec } = await second.client.records.create({ z, type: 'A', name: 'later', content: '192.0.2.1' })
  expect(made.some(({ id }) => id === rec.obj.rec_id)).toBe(false)

  await expect(firstLine(spawn())).rejects.toThrow(`${data}: another process uses this data directory`)
  expect((await second.client.zones.list({}).all()).length).toBeGreaterThan(0)
}, 120_000)
