import type { StoredRecord, Zone, ZoneStore } from '@zonewright/zone'
import { type ApplyPlanOptions, applyPlan } from './apply-plan.ts'
import type { RunState } from './journal/entry.ts'
import { type LineFile, openLineFile } from './journal/file.ts'
import { readRun, runNames, runPath } from './journal/runs.ts'
import { newRun, zoneFolder } from './journal/state-folder.ts'
import { type LeaseOptions, takeLease } from './lease/lease.ts'
import { listZone } from './listing.ts'
import type { Plan } from './plan.ts'
import type { RunReport } from './report.ts'
import { settleBatch } from './settle.ts'

/** Settings of {@link syncZone}. */
export interface SyncZoneOptions extends Omit<ApplyPlanOptions, 'held' | 'journal' | 'run' | 'fence'> {
  /** Folder of journals and leases, see {@link stateFolder}. */
  readonly folder: string
  /** What tells this service from another one with the same zones, such as its base URL. */
  readonly service: string
  readonly lease?: LeaseOptions
  /** Told when an earlier run of the zone was cut off, and what became of its last call. */
  readonly onUnfinished?: (run: string, outcome: string) => void
  /** Opens a journal; a file when not said. */
  readonly openJournal?: (path: string) => Promise<LineFile>
}

/** What became of the last call of a run that was cut off, in words. */
const settled = (state: RunState, held: readonly StoredRecord[]): { readonly batch: number; readonly outcome: ReturnType<typeof settleBatch> } | undefined =>
  state.pending === undefined ? undefined : { batch: state.pending, outcome: settleBatch(state.plan, state.pending, held) }

const words = { applied: 'its last call had happened', absent: 'its last call had not happened', moved: 'the zone holds something else by now' } as const

/** Ends the journal of a run that was cut off: only the newest one of a zone can be open, because each run looks for it first. */
const settleUnfinished = async (ofZone: string, held: readonly StoredRecord[], { onUnfinished, openJournal = openLineFile }: SyncZoneOptions): Promise<void> => {
  const [latest] = await runNames(ofZone)
  const state = latest === undefined ? undefined : await readRun(ofZone, latest)
  if (latest === undefined || state === undefined || state.closed !== undefined) return
  const file = await openJournal(runPath(ofZone, latest))
  try {
    const last = settled(state, held)
    if (last !== undefined) await file.append({ kind: 'settled', ...last })
    await file.append({ kind: 'closed', outcome: 'superseded' })
    onUnfinished?.(latest, last === undefined ? 'no call of it is open' : words[last.outcome])
  } finally {
    await file.close()
  }
}

/**
 * Runs a plan in a zone from end to end: takes the lease, lists the zone, settles a run that was cut off, makes the plan from the
 * listing, carries it out with a journal, and proves the end. Killed at any moment, the next run ends in the wanted state.
 * @param plan makes the plan from what the zone holds; a saved one is handed back as it is.
 * @throws LeaseError when another run is writing to the zone, and as {@link applyPlan}.
 * @example
 * const zone = { id: zone_id, name: 'example.com.' }
 * const report = await syncZone(store, zone, (held) => makePlan({ store, zone, held, desired: records }), { folder: stateFolder(process.env), service: 'https://api.cloudflare.com/client/v4' })
 */
export const syncZone = async (store: ZoneStore, zone: Zone, plan: (held: readonly StoredRecord[]) => Plan | Promise<Plan>, options: SyncZoneOptions): Promise<RunReport> => {
  const { folder, service, signal, openJournal = openLineFile } = options
  const ofZone = zoneFolder(folder, service, zone)
  const lease = await takeLease(ofZone, options.lease)
  let file: LineFile | undefined
  try {
    const held = await listZone(store, zone, signal === undefined ? {} : { signal })
    await settleUnfinished(ofZone, held, options)
    const made = await plan(held)
    const run = newRun(zone.name, new Date())
    return await applyPlan(store, made, {
      ...options,
      signal: signal === undefined ? lease.signal : AbortSignal.any([signal, lease.signal]),
      held,
      run,
      fence: lease.fence,
      journal: {
        // A run that has nothing to do, or is refused, leaves no journal.
        append: async (entry) => (file ??= await openJournal(runPath(ofZone, run))).append(entry),
      },
    })
  } finally {
    await file?.close()
    await lease.release()
  }
}
