import { createClient, token } from '@zonewright/core'
import { zoneStoreContract } from '@zonewright/testing'
import { zoneStore } from '@zonewright/v4/zone-store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { startEmulator } from '../emulator.ts'
import { defaultSeed, seededIds } from '../seed.ts'

const secret = 'zw-store-token-0123456789abcdef0123456789'
const seed = {
  ...defaultSeed,
  tokens: [{ name: 'store', value: secret, user: 'user@example.com', permissions: ['#zone:read', '#dns_records:read', '#dns_records:edit'] }],
  zones: [{ name: 'example.com', plan: 'pro' as const }],
}
/** The only call that writes; a listing that comes before it is left alone. */
const write = { method: 'POST', path: '/dns_records/batch' }

zoneStoreContract(
  'API v4',
  async () => {
    const emulator = await startEmulator({ seed })
    // Repeats and blocks of the client's own would hide what the store makes of a lost or refused call.
    const client = createClient({ baseUrl: emulator.url, credentials: token(secret), validate: 'throw', retry: false, throttle: false })
    return {
      store: zoneStore(client),
      zone: { id: seededIds.zone('example.com'), name: 'example.com.', status: 'active', plan: 'pro' },
      loseNextAnswer: () => Promise.resolve(emulator.faults.add([{ kind: 'reset_after_commit', ...write }])),
      refuseNextCall: () => Promise.resolve(emulator.faults.add([{ kind: 'too_many_requests', ...write }])),
      async close() {
        await client.close()
        await emulator.close()
      },
    }
  },
  { describe, it, beforeEach, afterEach, expect },
)
