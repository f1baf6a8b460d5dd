import { createClient, globalKey, hostKey } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import * as legacy from '@zonewright/legacy-client'
import { zones as v4zones, dns } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { demo, startTest } from './testing/start.ts'

describe('the Hosting Provider API of the emulator', () => {
  it('tells a story of a user, a zone and a subscription', async () => {
    const emulator = await startTest()
    const host = createClient({ baseUrl: emulator.origin, credentials: hostKey('8afbe6dea02407989af4dd4c97bb6e25'), validate: 'throw' }).bind(gateway)
    const user = await host.users.create({ cloudflare_email: 'customer@example.net', cloudflare_pass: 'correct horse', unique_id: 'customer-1' })
    console.log(user)
    const set = await host.zones.set({ user_key: user.user_key, zone_name: 'orchard.example', resolve_to: 'origin.example.net', subdomains: 'www,shop:192.0.2.9' })
    console.log(set)
    console.log(await host.zones.lookUp({ user_key: user.user_key, zone_name: 'orchard.example' }))
    console.log(await host.zones.list({}).all())
    const client = createClient({ baseUrl: emulator.origin, credentials: globalKey(user.cloudflare_email, user.user_api_key ?? ''), validate: 'throw' }).bind(legacy)
    console.log((await client.records.list({ z: 'orchard.example' }).all()).map((r) => [r.name, r.type, r.content, r.service_mode]))
    expect(set.forward_tos).toEqual({ 'www.orchard.example': 'www.orchard.example.cdn.cloudflare.net', 'shop.orchard.example': 'shop.orchard.example.cdn.cloudflare.net' })
    console.log(await host.zones.remove({ user_key: user.user_key, zone_name: 'orchard.example' }))
    await expect(host.zones.set({ user_key: 'no', zone_name: 'orchard.example', resolve_to: 'origin.example.net', subdomains: 'www' })).rejects.toThrow("User with user_key 'no' does not exist")
    void v4zones; void dns; void demo
  })
})
