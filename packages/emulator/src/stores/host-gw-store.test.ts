import { hostKey } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import { zoneStore } from '@zonewright/host-gw/zone-store'
import { zoneStoreContract } from '@zonewright/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { demoHostKey } from '../testing/form-post-servers.ts'
import { storeAtBridge, storeAtEmulator } from '../testing/store-settings.ts'

for (const [where, start] of [
  ['the emulator', storeAtEmulator((body) => body.startsWith('act=zone_set'))],
  ['a bridge', storeAtBridge],
] as const)
  zoneStoreContract(
    `the Hosting Provider API of ${where}`,
    async () => {
      const server = await start()
      const client = server.client(hostKey(demoHostKey))
      const host = client.bind(gateway)
      const cloudflare_email = 'customer@example.net'
      const { user_key } = await host.users.create({ cloudflare_email, cloudflare_pass: 'correct horse' })
      // The API keeps no zone without a name: one stands here that the story doesn't touch.
      await host.zones.set({ user_key, zone_name: 'orchard.example', resolve_to: 'origin.example.net', subdomains: 'kept' })
      // Zones without a plan hold fewer records than the story has.
      await host.subscriptions.create({ user_key, zone_name: 'orchard.example', plan_tag: 'CF_RESELLER_PRO' })
      return {
        store: zoneStore(client, { user_key, cloudflare_email }),
        zone: { id: '70001', name: 'orchard.example.', status: 'active' },
        onlyTtl: 1,
        loseNextAnswer: server.loseNextAnswer,
        refuseNextCall: server.refuseNextCall,
        async close() {
          await client.close()
          await server.close()
        },
      }
    },
    { describe, it, beforeEach, afterEach, expect },
  )
