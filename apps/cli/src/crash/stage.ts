import { type Client, createClient, token } from '@zonewright/core'
import { type Emulator, type InjectedFault, defaultSeed, parseSeed, seededIds, startEmulator } from '@zonewright/emulator'
import { applyPlan, planZone } from '@zonewright/sync'
import { zoneStore } from '@zonewright/v4/zone-store'
import type { StoredRecord, Zone, ZoneStore } from '@zonewright/zone'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** An emulator with zones, a store that reaches it, and a folder for journals. */
export interface Stage {
  readonly emulator: Emulator
  readonly client: Client
  readonly store: ZoneStore
  readonly folder: string
  readonly zones: readonly Zone[]
  close(): Promise<void>
}

const nameOf = (index: number): string => `crash${index}.example`

/** Starts a stage with so many zones; each holds a record that another product looks after. */
export const openStage = async (zones: number): Promise<Stage> => {
  const names = Array.from({ length: zones }, (_, index) => nameOf(index))
  const readOnly = { type: 'A', name: 'read-only', content: '192.0.2.200', meta: { read_only: true } }
  const emulator = await startEmulator({ seed: parseSeed({ ...defaultSeed, zones: names.map((name) => ({ name, plan: 'enterprise', records: [readOnly] })) }) })
  // Repeats of the client's own would hide what the planner makes of a lost or refused call.
  const client = createClient({ baseUrl: emulator.url, credentials: token('zw-demo-token-0123456789abcdef0123456789'), retry: false, throttle: false })
  const folder = await mkdtemp(join(tmpdir(), 'zonewright-crash-'))
  return {
    emulator,
    client,
    store: zoneStore(client),
    folder,
    zones: names.map((name) => ({ id: seededIds.zone(name), name: `${name}.`, plan: 'enterprise' })),
    async close() {
      await client.close()
      await emulator.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** The store with another size of batches. */
export const withBatch = (store: ZoneStore, batch: number): ZoneStore => ({ ...store, can: { ...store.can, batch: () => batch } })

/** Brings a zone to the beginning of a story; nothing goes wrong meanwhile. */
export const setScene = async ({ store, emulator }: Stage, zone: Zone, { held, foreign }: Story): Promise<readonly StoredRecord[]> => {
  emulator.faults.clear()
  const allow = ['deletes', 'empty', 'vital']
  const { plan, held: before } = await planZone(store, zone, [...held, ...foreign], { allow, deleteShare: 1 })
  const report = await applyPlan(store, plan, { held: before })
  if (report.status === 'failed') throw new Error(report.error)
  const records: StoredRecord[] = []
  for await (const record of store.records(zone)) records.push(record)
  return records
}

const kinds: readonly InjectedFault['kind'][] = ['reset_before_commit', 'reset_after_commit', 'truncated_body', 'html_502', 'too_many_requests']

/** Faults for the calls of one run: each may meet a listing or a batch. */
export const addFaults = ({ emulator }: Stage, random: Random): void => {
  emulator.faults.clear()
  const count = random.below(3)
  emulator.faults.add(
    Array.from({ length: count }, (): InjectedFault => (random.chance(0.75) ? { kind: random.of(kinds), method: 'POST', path: '/batch' } : { kind: random.of(kinds), method: 'GET', path: '/dns_records' })),
  )
}
