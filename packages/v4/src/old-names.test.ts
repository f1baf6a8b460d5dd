import { createClient } from '@zonewright/core'
import { memoryTransport } from '@zonewright/core/memory'
import * as v4 from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

const scene = () => {
  const transport = memoryTransport(() => ({ body: { success: true, errors: [], messages: [], result: [], result_info: { page: 1, per_page: 50, count: 0, total_count: 0, total_pages: 0 } } }))
  const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport, retry: false })
  const last = () => transport.requests.at(-1)
  return { cf: client.bind(v4), body: (): unknown => JSON.parse(String(last()?.body)), url: () => last()?.url ?? '', transport }
}

describe('an input of 2015', () => {
  it('is sent in the words of today', async () => {
    const { cf, body, url } = scene()
    await cf.dns.records.create({ zone_id: 'z', type: 'SPF', name: '@', content: 'v=spf1 -all' })
    expect(body()).toEqual({ type: 'TXT', name: '@', content: 'v=spf1 -all' })
    await cf.dns.records.list({ zone_id: 'z', type: 'SPF' }).first()
    expect(url()).toContain('type=TXT')
    await cf.zones.list({ order: 'email', status: 'deactivated' }).first()
    expect(url()).toContain('order=account.name')
    expect(url()).toContain('status=deactivated')
    const organization = { id: '9a7806061c88ada191ed06f989cc3dac', name: 'Example', status: 'active', permissions: ['#zones:read'] }
    await cf.zones.create({ name: 'example.com', jump_start: true, organization })
    expect(body()).toEqual({ name: 'example.com', jump_start: true, account: { id: organization.id } })
    await cf.zones.create({ name: 'example.com', organization, account: { id: 'a' } })
    expect(body()).toEqual({ name: 'example.com', account: { id: 'a' } })
  })

  it('is checked like any other', async () => {
    const { cf, transport } = scene()
    // @ts-expect-error there never was such a type
    await expect(cf.dns.records.create({ zone_id: 'z', type: 'SPF2', name: '@', content: 'x' })).rejects.toThrow('type: "SPF2" is not one of')
    await expect(cf.zones.create({ name: 'example.com', organization: { id: '' } })).rejects.toThrow('organization.id')
    // @ts-expect-error a name that every object has is no old name
    await expect(cf.zones.list({ order: 'constructor' }).first()).rejects.toThrow('order')
    expect(transport.requests).toHaveLength(0)
  })
})
