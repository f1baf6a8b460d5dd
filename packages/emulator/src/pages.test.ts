import { pages } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { manualClock } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account("user@example.com's Account")
const here = { account_id, project_name: 'docs' }
const manifest = { '/index.html': '5d41402abc4b2a76b9719d911017c592' }
const source = { type: 'github' as const, config: { owner: 'example', repo_name: 'docs' } }

const started = async (more: object = {}) => {
  const clock = manualClock()
  const client = await strictClient({ clock })
  const project = await client.call(pages.projects.create, { account_id, name: 'docs', production_branch: 'main', ...more })
  return { client, clock, project }
}

describe('projects of Pages', () => {
  it('are created, changed where something is said, renamed and deleted', async () => {
    const { client, project } = await started({ build_config: { build_command: 'make' } })
    expect(project).toMatchObject({ name: 'docs', subdomain: 'docs.pages.dev', source: null, latest_deployment: null, canonical_deployment: null })
    const configs = { production: { env_vars: { MODE: { type: 'plain_text', value: 'live' }, KEY: { type: 'secret_text', value: 'never-shown' } }, kv_namespaces: { KV: { namespace_id: 'a' } } } }
    const changed = await client.call(pages.projects.edit, { ...here, deployment_configs: configs, build_config: { destination_dir: 'out' } })
    expect(changed.deployment_configs?.['production']).toMatchObject({ env_vars: { MODE: { value: 'live' }, KEY: { type: 'secret_text', value: '' } }, kv_namespaces: { KV: { namespace_id: 'a' } }, usage_model: 'standard' })
    expect(changed.build_config).toEqual({ build_command: 'make', destination_dir: 'out' })
    const again = await client.call(pages.projects.edit, { ...here, name: 'manual', deployment_configs: { production: { env_vars: { MODE: null } } } })
    expect(again).toMatchObject({ id: project.id, name: 'manual', subdomain: 'docs.pages.dev' })
    expect(again.deployment_configs?.['production']).toHaveProperty('env_vars', { KEY: { type: 'secret_text', value: '' } })
    expect(await client.list(pages.projects.list, { account_id }).all({ limit: 9 })).toMatchObject([{ name: 'manual' }])
    await client.call(pages.projects.remove, { account_id, project_name: 'manual' })
    await expect(client.call(pages.projects.get, { account_id, project_name: 'manual' })).rejects.toMatchObject({ status: 404, faults: [{ code: 8_000_007 }] })
  })
})

describe('versions of a site', () => {
  it('that are uploaded are there at once, for all or as a preview', async () => {
    const { client } = await started()
    const live = await client.call(pages.deployments.create, { ...here, branch: 'main', manifest, commit_message: 'first', commit_dirty: true, _headers: '/*\n  x-a: b' })
    expect(live).toMatchObject({ environment: 'production', aliases: null, latest_stage: { name: 'deploy', status: 'success' }, deployment_trigger: { type: 'ad_hoc', metadata: { branch: 'main', commit_message: 'first', commit_dirty: true } } })
    const preview = await client.call(pages.deployments.create, { ...here, branch: 'Next/Thing', manifest })
    expect(preview).toMatchObject({ environment: 'preview', aliases: ['https://next-thing.docs.pages.dev'], url: `https://${preview.id.slice(0, 8)}.docs.pages.dev` })
    expect(await client.call(pages.projects.get, here)).toMatchObject({ latest_deployment: { id: preview.id }, canonical_deployment: { id: live.id } })
    expect((await client.list(pages.deployments.list, here).all({ limit: 9 })).map(({ id }) => id)).toEqual([preview.id, live.id])
    expect((await client.list(pages.deployments.list, { ...here, env: 'preview' }).all({ limit: 9 })).map(({ id }) => id)).toEqual([preview.id])
    await client.call(pages.deployments.remove, { ...here, deployment_id: preview.id, force: true })
    expect(await client.call(pages.projects.get, here)).toMatchObject({ latest_deployment: { id: live.id } })
  })

  it('that are built go from stage to stage, and are shown when they are done', async () => {
    const { client, clock } = await started({ source })
    const { id } = await client.call(pages.deployments.create, here)
    const one = { ...here, deployment_id: id }
    const stage = async () => Object.values((await client.call(pages.deployments.get, one)).latest_stage ?? {}).slice(0, 2)
    expect(await stage()).toEqual(['queued', 'active'])
    await expect(client.call(pages.deployments.rollback, one)).rejects.toMatchObject({ status: 400 })
    clock.advance(6000)
    expect(await stage()).toEqual(['build', 'active'])
    expect(await client.call(pages.projects.get, here)).toMatchObject({ latest_deployment: { id }, canonical_deployment: null })
    clock.advance(12_000)
    expect(await stage()).toEqual(['deploy', 'success'])
    expect(await client.call(pages.projects.get, here)).toMatchObject({ canonical_deployment: { id } })
  })

  it('are built again, and an earlier one is shown again', async () => {
    const { client, clock } = await started({ source })
    const first = await client.call(pages.deployments.create, here)
    clock.advance(60_000)
    const second = await client.call(pages.deployments.retry, { ...here, deployment_id: first.id })
    expect(second.id).not.toBe(first.id)
    const seen = async () => (await client.call(pages.projects.get, here)).canonical_deployment?.id
    expect(await seen()).toBe(first.id)
    clock.advance(60_000)
    expect(await seen()).toBe(second.id)
    await client.call(pages.deployments.rollback, { ...here, deployment_id: first.id })
    expect(await seen()).toBe(first.id)
    await client.call(pages.deployments.remove, { ...here, deployment_id: second.id })
    expect(await client.list(pages.deployments.list, here).all({ limit: 9 })).toHaveLength(1)
  })
})
