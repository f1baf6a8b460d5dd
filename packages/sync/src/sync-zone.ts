import type { StoredRecord, Zone, ZoneStore } from '@zonewright/zone'
import type { ApplyPlanOptions } from './apply-options.ts'
import { applyPlan } from './apply-plan.ts'
import { type RunState, type SentPart, changesAt } from './journal/entry.ts'
import { type LineFile, openLineFile } from './journal/file.ts'
import { readRun, runNames, runPath } from './journal/runs.ts'
import { newRun, zoneFolder } from './journal/state-folder.ts'
import { type LeaseOptions, takeLease } from './lease/lease.ts'
import { listZone } from './listing.ts'
import { pause } from './pause.ts'
import type { RefusedUnit } from './part.ts'
import type { Plan } from './plan.ts'
import type { RunReport } from './report.ts'
import { type Settlement, digestAfter, settleCall } from './settle.ts'

/** Settings of {@link syncZone}. */
export interface SyncZoneOptions extends Omit<ApplyPlanOptions, 'held' | 'journal' | 'run' | 'fence' | 'refused'> {
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

/** What became of the last call of a run that was cut off. */
const settled = ({ plan, done, pending }: RunState, held: readonly StoredRecord[]): (SentPart & { readonly outcome: Settlement }) | undefined => {
  if (pending === undefined) return undefined
  const digest = digestAfter(plan, done.flatMap(({ changes }) => changes))
  const before = digest.toString()
  for (const change of changesAt(plan, pending)) digest.apply(change)
  return { ...pending, outcome: settleCall(plan, { before, after: digest.toString() }, held) }
}

const words = { applied: 'its last call had happened', absent: 'its last call had not happened', moved: 'the zone holds something else by now' } as const

/** What a run begins with. */
interface Beginning {
  /** What the zone holds. */
  readonly held: readonly StoredRecord[]
  /** What a run that was cut off had found refused. */
  readonly refused: readonly RefusedUnit[]
  /** The newest run of the zone. */
  readonly latest: string | undefined
}

/**
 * Ends the journal of a run that was cut off: only the newest one of a zone can be open, because each run looks for it first.
 * @returns what the zone holds, listed again when a call of that run may still have been on its way.
 */
const settleUnfinished = async (ofZone: string, list: () => Promise<readonly StoredRecord[]>, { onUnfinished, openJournal = openLineFile, settleMs = 1000, signal }: SyncZoneOptions): Promise<Beginning> => {
  let held = await list()
  const [latest] = await runNames(ofZone)
  const state = latest === undefined ? undefined : await readRun(ofZone, latest)
  if (latest === undefined || state === undefined || state.closed !== undefined) return { held, refused: [], latest }
  const file = await openJournal(runPath(ofZone, latest))
  try {
    let last = settled(state, held)
    if (last !== undefined && last.outcome !== 'applied') {
      await pause(settleMs, signal)
      signal?.throwIfAborted()
      held = await list()
      last = settled(state, held)
    }
    if (last !== undefined) await file.append({ kind: 'settled', ...last })
    await file.append({ kind: 'closed', outcome: 'superseded' })
    onUnfinished?.(latest, last === undefined ? 'no call of it is open' : words[last.outcome])
    return { held, refused: state.refused, latest }
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
 * const report = await syncZone(store, zone, (held) => makePlan({ store, zone, held, desired: records }), { folder: stateFolder(process.env), service: 'https://api.cloudflare.com/client/v4' })
 */
export const syncZone = async (store: ZoneStore, zone: Zone, plan: (held: readonly StoredRecord[]) => Plan | Promise<Plan>, options: SyncZoneOptions): Promise<RunReport> => {
  const { folder, service, signal, openJournal = openLineFile } = options
  const ofZone = zoneFolder(folder, service, zone)
  const lease = await takeLease(ofZone, { ...(signal === undefined ? {} : { signal }), ...options.lease })
  let file: LineFile | undefined
  try {
    const { held, refused, latest } = await settleUnfinished(ofZone, () => listZone(store, zone, signal === undefined ? {} : { signal }), options)
    const made = await plan(held)
    const run = newRun(zone.name, new Date(), latest)
    return await applyPlan(store, made, {
      ...options,
      signal: signal === undefined ? lease.signal : AbortSignal.any([signal, lease.signal]),
      held,
      refused,
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
