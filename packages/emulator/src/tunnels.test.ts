import { tunnels } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { manualClock } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const secret = Buffer.alloc(32, 9).toString('base64')

const scene = async () => {
  const clock = manualClock()
  return { clock, client: await strictClient({ clock }) }
}

describe('a tunnel', () => {
  it('is created, renamed and deleted, and stays in the list as deleted', async () => {
    const { client, clock } = await scene()
    const made = await client.call(tunnels.create, { account_id, name: 'office' })
    expect(made).toMatchObject({ name: 'office', status: 'inactive', config_src: 'local', remote_config: false, tun_type: 'cfd_tunnel', account_tag: account_id, created_at: '2026-11-20T12:00:00Z', deleted_at: null, conns_active_at: null })
    const one = { account_id, tunnel_id: made.id }
    expect(await client.call(tunnels.edit, { ...one, name: 'headquarters' })).toMatchObject({ id: made.id, name: 'headquarters' })
    clock.advance(1000)
    expect(await client.call(tunnels.remove, one)).toMatchObject({ deleted_at: '2026-11-20T12:00:01Z' })
    expect(await client.call(tunnels.get, one)).toMatchObject({ deleted_at: '2026-11-20T12:00:01Z' })
    await expect(client.call(tunnels.edit, { ...one, name: 'x' })).rejects.toMatchObject({ faults: [{ code: 1004 }] })
    const again = await client.call(tunnels.create, { account_id, name: 'headquarters' })
    const names = async (query: object): Promise<readonly string[]> => (await client.list(tunnels.list, { account_id, ...query }).all({ limit: 10 })).map(({ id }) => id)
    expect(await names({})).toEqual([made.id, again.id])
    expect(await names({ is_deleted: false })).toEqual([again.id])
    expect(await names({ is_deleted: true })).toEqual([made.id])
    expect(await names({ existed_at: '2026-11-20T12:00:00.500Z' })).toEqual([made.id])
    expect(await names({ was_active_at: '2026-11-20T12:00:00Z' })).toEqual([])
  })

  it('is found by name, prefix, identifier and state, page by page', async () => {
    const { client } = await scene()
    for (const name of ['a-1', 'a-2', 'b-1']) await client.call(tunnels.create, { account_id, name })
    const names = async (query: object): Promise<readonly string[]> => (await client.list(tunnels.list, { account_id, ...query }).all({ limit: 10 })).map(({ name }) => name)
    expect(await names({ name: 'b-1' })).toEqual(['b-1'])
    expect(await names({ include_prefix: 'a-', per_page: 1 })).toEqual(['a-1', 'a-2'])
    expect(await names({ exclude_prefix: 'a-' })).toEqual(['b-1'])
    expect(await names({ status: 'healthy' })).toEqual([])
    expect(await names({ status: 'inactive' })).toHaveLength(3)
    const [first] = await client.list(tunnels.list, { account_id }).all({ limit: 10 })
    expect(await names({ uuid: first?.id ?? '' })).toEqual(['a-1'])
  })

  it('has a token that holds its account, its identifier and its password', async () => {
    const { client } = await scene()
    const { id, ...shown } = await client.call(tunnels.create, { account_id, name: 'office', tunnel_secret: secret })
    expect(JSON.stringify(shown)).not.toContain(secret)
    const read = async (): Promise<unknown> => JSON.parse(Buffer.from(await client.call(tunnels.token, { account_id, tunnel_id: id }), 'base64').toString())
    expect(await read()).toEqual({ a: account_id, t: id, s: secret })
    const other = Buffer.alloc(40, 3).toString('base64')
    await client.call(tunnels.edit, { account_id, tunnel_id: id, tunnel_secret: other })
    expect(await read()).toEqual({ a: account_id, t: id, s: other })
    const made = await client.call(tunnels.create, { account_id, name: 'own' })
    const token = JSON.parse(Buffer.from(await client.call(tunnels.token, { account_id, tunnel_id: made.id }), 'base64').toString()) as { readonly s: string }
    expect(Buffer.from(token.s, 'base64')).toHaveLength(32)
  })

  it('counts the versions of its configuration', async () => {
    const { client } = await scene()
    const { id } = await client.call(tunnels.create, { account_id, name: 'office', config_src: 'cloudflare' })
    const one = { account_id, tunnel_id: id }
    expect(await client.call(tunnels.configurations.get, one)).toMatchObject({ version: 0, config: null, source: 'cloudflare' })
    const config = { ingress: [{ hostname: 'www.example.com', service: 'http://localhost:8080', originRequest: { noTLSVerify: true } }, { service: 'http_status:404' }], originRequest: { connectTimeout: 5 } }
    expect(await client.call(tunnels.configurations.update, { ...one, config })).toMatchObject({ version: 1, config, tunnel_id: id })
    await client.call(tunnels.configurations.update, { ...one, config: {} })
    expect(await client.call(tunnels.configurations.get, one)).toMatchObject({ version: 2, config: {} })
  })

  it.each([
    [[]],
    [[{ hostname: 'a.example.com', service: 'http://localhost' }]],
    [[{ service: 'http_status:404' }, { service: 'http_status:404' }]],
  ])('refuses the rules %j', async (ingress) => {
    const { client } = await scene()
    const { id } = await client.call(tunnels.create, { account_id, name: 'office', config_src: 'cloudflare' })
    await expect(client.call(tunnels.configurations.update, { account_id, tunnel_id: id, config: { ingress } })).rejects.toMatchObject({ status: 400, faults: [{ code: 1056 }] })
  })

  it('has no connections, as nothing runs it', async () => {
    const { client } = await scene()
    const { id } = await client.call(tunnels.create, { account_id, name: 'office' })
    expect(await client.call(tunnels.connections.list, { account_id, tunnel_id: id })).toEqual([])
    await client.call(tunnels.connections.remove, { account_id, tunnel_id: id, client_id: id })
  })
})
