import { ai, workers } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { manualClock } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account("user@example.com's Account")
const one = { account_id, script_name: 'one' }
const upload = (content: string, more: object = {}) => ({ metadata: { main_module: 'a.js', compatibility_date: '2026-11-01', ...more }, files: [{ name: 'a.js', type: 'application/javascript+module', content }] })
const first = 'export default { fetch: () => new Response("first") }'
const second = 'export default { fetch: () => new Response("second"), scheduled() {} }'

const started = async () => {
  const clock = manualClock()
  const client = await strictClient({ clock })
  await client.call(workers.scripts.update, { ...one, ...upload(first) })
  return { client, clock }
}

describe('versions of a Worker', () => {
  it('are uploaded without answering, and answer when they are deployed', async () => {
    const { client } = await started()
    const { id, number, resources } = await client.call(workers.versions.create, { ...one, ...upload(second, { annotations: { 'workers/tag': 'v2' }, compatibility_date: '2026-11-15' }) })
    expect([number, resources.script?.handlers, resources.script_runtime?.compatibility_date]).toEqual([2, ['fetch', 'scheduled'], '2026-11-15'])
    expect(await client.call(workers.content.get, one)).toContain('first')
    const share = (version_id: string) => ({ ...one, strategy: 'percentage' as const, versions: [{ version_id, percentage: 100 }] })
    await client.call(workers.deployments.create, share(id))
    expect(await client.call(workers.content.get, one)).toContain('second')
    expect(await client.call(workers.settings.get, one)).toMatchObject({ compatibility_date: '2026-11-15' })
    const versions = await client.list(workers.versions.list, one).all({ limit: 9 })
    expect(versions.map((version) => [version.number, version.annotations])).toEqual([[2, { 'workers/tag': 'v2' }], [1, undefined]])
    await client.call(workers.deployments.create, share(versions[1]?.id ?? ''))
    expect(await client.call(workers.content.get, one)).toContain('first')
    expect(await client.call(workers.versions.get, { ...one, version_id: id })).toMatchObject({ number: 2 })
  })

  it('come from changed settings and secrets too, with the code as it was', async () => {
    const { client } = await started()
    await client.call(workers.secrets.put, { ...one, name: 'KEY', text: 'never-shown', type: 'secret_text' })
    await client.call(workers.settings.edit, { ...one, settings: { compatibility_flags: ['nodejs_compat'] } })
    const [newest] = await client.list(workers.versions.list, { ...one, per_page: 2 }).all({ limit: 9 })
    const version = await client.call(workers.versions.get, { ...one, version_id: newest?.id ?? '' })
    expect(version).toMatchObject({ number: 3, resources: { bindings: [{ name: 'KEY', type: 'secret_text' }], script_runtime: { compatibility_flags: ['nodejs_compat'] } } })
    expect(JSON.stringify(version)).not.toContain('never-shown')
    expect((await client.call(workers.deployments.list, one)).deployments[0]?.versions).toEqual([{ version_id: newest?.id, percentage: 100 }])
    expect(await client.call(workers.content.get, one)).toContain('first')
    expect(await client.call(workers.secrets.get, { ...one, secret_name: 'KEY' })).toEqual({ name: 'KEY', type: 'secret_text' })
  })

  it('are gone with their Worker', async () => {
    const { client } = await started()
    await client.call(workers.versions.create, { ...one, ...upload(second) })
    await client.call(workers.scripts.remove, one)
    await client.call(workers.scripts.update, { ...one, ...upload(second) })
    expect(await client.list(workers.versions.list, { ...one, deployable: true }).all({ limit: 9 })).toMatchObject([{ number: 1 }])
  })
})

describe('what holds for all versions of a Worker', () => {
  it('is changed without a new version', async () => {
    const { client } = await started()
    const change = { logpush: true, tags: ['live'], tail_consumers: [{ service: 'one' }], observability: { enabled: true, head_sampling_rate: 0.5 } }
    expect(await client.call(workers.scriptSettings.edit, { ...one, ...change })).toEqual(change)
    expect(await client.call(workers.scriptSettings.edit, { ...one, logpush: false })).toEqual({ ...change, logpush: false })
    expect(await client.call(workers.scriptSettings.get, one)).toMatchObject({ tags: ['live'] })
    expect(await client.list(workers.versions.list, one).all({ limit: 9 })).toHaveLength(1)
    expect(await client.call(workers.scripts.list, { account_id, tags: 'live:yes' })).toHaveLength(1)
  })

  it('is its address below workers.dev', async () => {
    const { client } = await started()
    expect(await client.call(workers.subdomain.updateAccount, { account_id, subdomain: 'example' })).toEqual({ subdomain: 'example' })
    expect(await client.call(workers.subdomain.getAccount, { account_id })).toEqual({ subdomain: 'example' })
    expect(await client.call(workers.subdomain.get, one)).toEqual({ enabled: false, previews_enabled: false })
    expect(await client.call(workers.subdomain.update, { ...one, enabled: true, previews_enabled: false })).toEqual({ enabled: true, previews_enabled: false })
    await client.call(workers.scripts.update, { ...one, ...upload(second) })
    expect(await client.call(workers.subdomain.get, one)).toEqual({ enabled: true, previews_enabled: false })
  })

  it('is who reads its logs, until the time is over', async () => {
    const { client, clock } = await started()
    const tail = await client.call(workers.tails.create, { ...one, filters: [{ outcome: ['exception'] }] })
    expect(tail).toMatchObject({ expires_at: '2026-11-20T18:00:00Z' })
    expect(await client.call(workers.tails.list, one)).toEqual([tail])
    await client.call(workers.tails.remove, { ...one, tail_id: tail.id })
    await client.call(workers.tails.create, one)
    clock.advance(6 * 60 * 60 * 1000)
    expect(await client.call(workers.tails.list, one)).toEqual([])
  })
})

describe('Workers AI', () => {
  it('has no models here, and makes no answer up', async () => {
    const { client } = await started()
    expect(await client.list(ai.models.search, { account_id, task: 'Text Generation' }).all({ limit: 9 })).toEqual([])
    await expect(client.call(ai.run, { account_id, model_name: '@cf/meta/llama-3.1-8b-instruct', input: { prompt: 'hello' } })).rejects.toMatchObject({ status: 400, faults: [{ code: 5007, message: 'No such model @cf/meta/llama-3.1-8b-instruct or task' }] })
  })
})
