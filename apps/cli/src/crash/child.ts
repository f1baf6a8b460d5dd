/** The process that the kill test starts and kills: one run in one zone. Argument: JSON with url, folder, zone and seed. */
import { createClient, token } from '@zonewright/core'
import { makePlan, syncZone } from '@zonewright/sync'
import { zoneStore } from '@zonewright/v4/zone-store'
import type { Zone } from '@zonewright/zone'
import { flushCompileCache } from 'node:module'
import { randomFrom } from './random.ts'
import { withBatch } from './stage.ts'
import { foreignPattern, storyOf } from './story.ts'

/** What the child is told. */
export interface ChildTask {
  readonly url: string
  readonly folder: string
  readonly zone: Zone
  readonly seed: number
}

const { url, folder, zone, seed } = JSON.parse(process.argv[2] ?? '{}') as ChildTask
const story = storyOf(randomFrom(seed), zone.name)
const client = createClient({ baseUrl: url, credentials: token('zw-demo-token-0123456789abcdef0123456789') })
const store = withBatch(zoneStore(client), 2)
flushCompileCache()
const report = await syncZone(store, zone, (held) => makePlan({ store, zone, held, desired: story.desired }, { ignore: [foreignPattern], deleteShare: 1, allow: ['deletes', 'empty', 'vital'] }), { folder, service: 'kill', lease: { staleMs: 2000, waitMs: 20_000 } })
await client.close()
process.exitCode = report.status === 'failed' ? 1 : 0
