import { globalKey } from '@zonewright/core'
import { zoneStore } from '@zonewright/legacy-client/zone-store'
import { zoneStoreContract } from '@zonewright/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { demo } from '../testing/start.ts'
import { storeAtBridge, storeAtEmulator } from '../testing/store-settings.ts'

for (const [where, start] of [
  ['the emulator', storeAtEmulator((body) => body.startsWith('a=rec_new'))],
  ['a bridge', storeAtBridge],
] as const)
  zoneStoreContract(
    `the client API of ${where}`,
    async () => {
      const server = await start()
      const client = server.client(globalKey(demo.email, demo.key))
      return {
        store: zoneStore(client),
        zone: { id: '70001', name: 'example.com.', status: 'active' },
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
