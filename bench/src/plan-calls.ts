/**
 * Calls of each job of the planner, counted by the emulator, and the CPU of planning a zone of 100,000 records of which a tenth
 * changes, against the bare difference in the same process. One JSON line.
 * @module
 */
import { createClient, token } from '@zonewright/core'
import { defaultSeed, parseSeed, seededIds, startEmulator } from '@zonewright/emulator'
import { applyPlan, makePlan, planZone } from '@zonewright/sync'
import { zoneStore } from '@zonewright/v4/zone-store'
import { type ResourceRecord, type StoredRecord, type Zone, diff } from '@zonewright/zone'

const CREATES = 1000
const LARGE = 100_000
const ROUNDS = 3

const addressOf = (number: number): string => `198.51.${(number >> 8) & 255}.${number & 255}`
const recordsFor = (apex: string, count: number): ResourceRecord[] => Array.from({ length: count }, (_, index) => ({ name: `n${index}.${apex}`, type: 'A', class: 'IN', ttl: 300, rdata: addressOf(index) }))

/** Requests that the emulator saw while a zone without records came to hold 1,000, and while it was checked again. */
const callsOf = async (plan: 'free' | 'pro'): Promise<{ readonly creates: number; readonly check: number }> => {
  // A free zone that is old enough has room for 1,000 records.
  const emulator = await startEmulator({ seed: parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', plan, created_on: '2020-01-01T00:00:00Z' }] }) })
  const client = createClient({ baseUrl: emulator.url, credentials: token('zw-demo-token-0123456789abcdef0123456789') })
  const store = zoneStore(client)
  const zone: Zone = { id: seededIds.zone('example.com'), name: 'example.com.', plan, created: '2020-01-01T00:00:00Z' }
  const desired = recordsFor(zone.name, CREATES)
  const before = emulator.requests.all().length
  const { plan: made, held } = await planZone(store, zone, desired)
  const report = await applyPlan(store, made, { held })
  if (report.status !== 'done' || !report.verified) throw new Error(`the run ended as ${report.status}: ${report.error ?? ''}`)
  const creates = emulator.requests.all().length - before
  const again = await planZone(store, zone, desired)
  if (again.plan.batches.length > 0) throw new Error('the zone is not as planned')
  const check = emulator.requests.all().length - before - creates
  await client.close()
  await emulator.close()
  return { creates, check }
}

const cpuSeconds = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

// A tenth of a large zone changes: new addresses, other times to live, records that go and that come.
const zone: Zone = { id: 'z', name: 'example.com.', plan: 'enterprise' }
const held = recordsFor(zone.name, LARGE).map((record, index): StoredRecord => ({ ...record, id: String(index), attributes: { proxied: false, comment: '', tags: [] } }))
const desired = recordsFor(zone.name, LARGE).flatMap((record, index): ResourceRecord[] => {
  if (index % 40 === 0) return [{ ...record, rdata: '203.0.113.1' }]
  if (index % 40 === 10) return [{ ...record, ttl: 60 }]
  if (index % 40 === 20) return []
  return index % 40 === 30 ? [record, { ...record, name: `more-${record.name}` }] : [record]
})
const idle = createClient({ baseUrl: 'http://127.0.0.1:9', credentials: token('unused-token-0123456789abcdef0123456789') })
const store = zoneStore(idle)
const planning: number[] = []
const comparing: number[] = []
let changes = 0
for (let round = 0; round < ROUNDS; round++) {
  planning.push(cpuSeconds(() => {
    const { counts } = makePlan({ store, zone, held, desired })
    changes = counts.create + counts.update + counts.delete
  }))
  // The bare difference: what a plan has beside it are guards, units, batches and the digests of every state.
  comparing.push(cpuSeconds(() => void diff(held, desired)))
}
await idle.close()
if (changes !== LARGE / 10) throw new Error(`${changes} changes were planned instead of ${LARGE / 10}`)

const paid = await callsOf('pro')
const free = await callsOf('free')
console.log(JSON.stringify({
  bench: 'plan-calls',
  calls_1000_creates_paid: paid.creates,
  calls_1000_creates_free: free.creates,
  calls_check: Math.max(paid.check, free.check),
  plan_100000_cpu_seconds: Number(median(planning).toFixed(2)),
  ratio_to_diff: Number((median(planning) / median(comparing)).toFixed(2)),
}))
