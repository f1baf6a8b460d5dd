import { type Client, createClient, token } from '@zonewright/core'
import { historic, registrar, workers } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { seededIds } from './seed.ts'
import { demo, manualClock, startTest, type TestEmulator, zoneId as zone_id } from './testing/start.ts'

const account_id = seededIds.account("user@example.com's Account")
const one = { account_id, script_name: 'one' }
const classic = "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))"
const main = { name: 'index.js', type: 'application/javascript+module', content: 'export default { fetch: () => new Response("ü") }' }
const metadata = { main_module: 'index.js', compatibility_date: '2026-11-01', bindings: [{ name: 'KEY', type: 'secret_text', text: 'never-shown' }, { name: 'NAME', type: 'plain_text', text: 'shown' }] }

const started = async (): Promise<{ readonly client: Client; readonly emulator: TestEmulator }> => {
  const emulator = await startTest({ clock: manualClock() })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return { client, emulator }
}

describe('a Worker', () => {
  it('is uploaded as a script alone, read back and deleted with its routes', async () => {
    const { client } = await started()
    expect(await client.call(workers.scripts.update, { ...one, script: classic })).toMatchObject({ id: 'one', has_modules: false, handlers: ['fetch'], usage_model: 'standard' })
    expect(await client.call(workers.scripts.get, one)).toBe(classic)
    await client.call(workers.routes.create, { zone_id, pattern: '*.example.com/*', script: 'one' })
    expect(await client.call(workers.scripts.remove, one)).toEqual({ id: 'one' })
    expect(await client.call(workers.routes.list, { zone_id })).toEqual([])
    expect(await client.call(workers.scripts.list, { account_id })).toEqual([])
  })

  it('is uploaded as modules, whose bytes come back as parts', async () => {
    const { client } = await started()
    const bytes = new Uint8Array([0, 97, 115, 109])
    expect(await client.call(workers.scripts.update, { ...one, metadata, files: [main, { name: 'b.wasm', type: 'application/wasm', content: bytes }] })).toMatchObject({ has_modules: true, handlers: ['fetch'], compatibility_date: '2026-11-01' })
    const code = await client.call(workers.content.get, one)
    expect(code).toContain(main.content)
    expect(code).toContain('filename="b.wasm"\r\nContent-Type: application/wasm\r\n\r\n\0asm')
    await client.call(workers.content.update, { ...one, metadata: { main_module: 'index.js' }, files: [{ ...main, content: 'export default { scheduled() {} }' }] })
    const [script] = await client.call(workers.scripts.list, { account_id })
    expect(script).toMatchObject({ handlers: ['scheduled'], compatibility_date: '2026-11-01' })
  })

  it('is understood when its parts are named after the modules and the metadata is a file', async () => {
    const { emulator } = await started()
    const form = new FormData()
    form.set('metadata', new Blob([JSON.stringify({ main_module: 'index.js' })], { type: 'application/json' }), 'metadata.json')
    form.set('index.js', new Blob([main.content], { type: main.type }), 'index.js')
    const { json } = await emulator.call('PUT', `/accounts/${account_id}/workers/scripts/one`, form)
    expect(json.result).toMatchObject({ id: 'one', has_modules: true })
  })

  it('has settings that change without its code', async () => {
    const { client } = await started()
    await client.call(workers.scripts.update, { ...one, metadata, files: [main] })
    expect(await client.call(workers.settings.edit, { ...one, settings: { logpush: true, tags: ['live'] } })).toMatchObject({ logpush: true, tags: ['live'], compatibility_date: '2026-11-01' })
    expect(await client.call(workers.scripts.list, { account_id, tags: 'live:yes' })).toHaveLength(1)
    expect(await client.call(workers.scripts.list, { account_id, tags: 'live:no' })).toHaveLength(0)
  })

  it('has secrets that nobody can read again', async () => {
    const { client, emulator } = await started()
    await client.call(workers.scripts.update, { ...one, metadata, files: [main] })
    await client.call(workers.secrets.put, { ...one, name: 'OTHER', text: 'never-shown', type: 'secret_text' })
    expect((await client.call(workers.secrets.list, one)).map(({ name }) => name)).toEqual(['KEY', 'OTHER'])
    const { bindings } = await client.call(workers.settings.get, one)
    expect(bindings).toContainEqual({ name: 'NAME', type: 'plain_text', text: 'shown' })
    const everything = await Promise.all(['', '/settings', '/secrets', '/content/v2', '/deployments'].map((below) => emulator.call('GET', `/accounts/${account_id}/workers/scripts/one${below}`)))
    expect(everything.map(({ text }) => text).join()).not.toContain('never-shown')
    await client.call(workers.secrets.remove, { ...one, secret_name: 'OTHER' })
    await client.call(workers.scripts.update, { ...one, metadata: { main_module: 'index.js' }, files: [main] })
    expect(await client.call(workers.secrets.list, one)).toEqual([{ name: 'KEY', type: 'secret_text' }])
  })

  it('has schedules that are replaced as a whole', async () => {
    const { client } = await started()
    await client.call(workers.scripts.update, { ...one, script: classic })
    await client.call(workers.schedules.update, { ...one, schedules: [{ cron: '0 3 * * *' }, { cron: '*/5 8-18 * * MON-FRI' }] })
    expect((await client.call(workers.schedules.get, one)).schedules.map(({ cron }) => cron)).toEqual(['0 3 * * *', '*/5 8-18 * * MON-FRI'])
    expect(await client.call(workers.schedules.update, { ...one, schedules: [] })).toEqual({ schedules: [] })
  })

  it('is deployed by each upload, and an older version again by hand', async () => {
    const { client } = await started()
    await client.call(workers.scripts.update, { ...one, script: classic })
    await client.call(workers.scripts.update, { ...one, script: `${classic};` })
    const { deployments } = await client.call(workers.deployments.list, one)
    const versions = deployments.map((deployment) => deployment.versions[0]?.version_id ?? '')
    expect(new Set(versions).size).toBe(2)
    const [newer = '', older = ''] = versions
    const made = await client.call(workers.deployments.create, { ...one, strategy: 'percentage', versions: [{ version_id: older, percentage: 90 }, { version_id: newer, percentage: 10 }] })
    expect((await client.call(workers.deployments.list, one)).deployments[0]).toEqual(made)
  })
})

describe('routes and hostnames', () => {
  it('lead to Workers of the account', async () => {
    const { client } = await started()
    await client.call(workers.scripts.update, { ...one, script: classic })
    const { id } = await client.call(workers.routes.create, { zone_id, pattern: 'https://example.com/a*', script: 'one' })
    expect(await client.call(workers.routes.update, { zone_id, route_id: id, pattern: 'example.com/b*' })).toEqual({ id, pattern: 'example.com/b*' })
    expect(await client.call(workers.routes.get, { zone_id, route_id: id })).toEqual({ id, pattern: 'example.com/b*' })
    expect(await client.call(workers.routes.remove, { zone_id, route_id: id })).toEqual({ id })
    const domain = await client.call(workers.domains.put, { account_id, zone_id, hostname: 'api.example.com', service: 'one' })
    expect(await client.call(workers.domains.put, { account_id, zone_id, hostname: 'API.example.com', service: 'one', environment: 'production' })).toEqual(domain)
    expect(await client.call(workers.domains.list, { account_id, zone_name: 'example.com' })).toEqual([domain])
    expect(await client.call(workers.domains.list, { account_id, service: 'two' })).toEqual([])
    expect(await client.call(workers.domains.get, { account_id, domain_id: domain.id })).toEqual(domain)
    await client.call(workers.domains.remove, { account_id, domain_id: domain.id })
    expect(await client.call(workers.domains.list, { account_id })).toEqual([])
  })
})

describe('the one Worker that a zone had', () => {
  it('is a Worker of its account, named after the zone', async () => {
    const { client } = await started()
    expect(await client.call(historic.zoneWorkers.put, { zone_id, script: classic })).toMatchObject({ id: 'example-com', script: classic, size: classic.length })
    expect(await client.call(workers.scripts.get, { account_id, script_name: 'example-com' })).toBe(classic)
    expect((await client.call(historic.zoneWorkers.list, {})).map(({ id }) => id)).toEqual(['example-com'])
    expect(await client.call(historic.zoneWorkers.remove, { zone_id })).toMatch(/^[0-9a-f]{32}$/)
    expect(await client.call(historic.zoneWorkers.list, {})).toEqual([])
  })
})

describe('registered domains', () => {
  it('are those of the zones, and keep what is changed', async () => {
    const { client } = await started()
    expect((await client.call(registrar.domains.list, { account_id })).map(({ name }) => name)).toContain('example.com')
    const changed = await client.call(registrar.domains.update, { account_id, domain_name: 'example.com', locked: false })
    expect(changed).toMatchObject({ locked: false, auto_renew: true, registry_statuses: 'ok' })
    expect(await client.call(registrar.domains.get, { account_id, domain_name: 'example.com' })).toEqual(changed)
  })
})
