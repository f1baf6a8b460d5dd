import { openFleet } from './journal/fleet.ts'
import type { RunReport } from './report.ts'

/** One zone of many. */
export interface ZoneTask {
  /** Absolute name of the zone. */
  readonly zone: string
  /** Digest of what it should hold: a zone that an earlier, unfinished run brought there is passed over. */
  readonly digest: string
  readonly run: () => Promise<RunReport>
}

/** What became of one zone of many. */
export interface ZoneOutcome {
  readonly zone: string
  readonly report?: RunReport
  /** An earlier run, which was cut off, had done it. */
  readonly earlier?: true
  /** What its run threw. */
  readonly error?: unknown
}

/** Settings of {@link applyMany}. */
export interface ApplyManyOptions {
  /** Folder of journals and leases, see {@link stateFolder}. */
  readonly folder: string
  /** What the run is about, such as the path of the folder of files and the service: by it a run that was cut off is found again. */
  readonly about: string
  /** Zones at the same time. Default 4; they share the rate budget of their client. */
  readonly parallel?: number
  readonly signal?: AbortSignal
  /** Told when a zone begins and ends. */
  readonly onZone?: (zone: string, outcome: ZoneOutcome | undefined) => void
}

/**
 * Runs many zones, a few at a time. A zone that fails does not keep the others from being done. When the run is cut off, the next one
 * over the same files passes over the zones that are done, without a call, for a day; not those that another run of this machine has
 * changed since.
 * @throws JournalError when its memory can't be kept.
 * @example const outcomes = await applyMany([], { folder: stateFolder(process.env), about: 'zones/' })
 */
export const applyMany = async (tasks: readonly ZoneTask[], options: ApplyManyOptions): Promise<readonly ZoneOutcome[]> => {
  const { folder, about, parallel = 4, signal, onZone } = options
  const memory = await openFleet(folder, about)
  const outcomes: ZoneOutcome[] = []
  const waiting = tasks.entries()
  const one = async ({ zone, digest, run }: ZoneTask): Promise<ZoneOutcome> => {
    try {
      if (await memory.isDone(zone, digest)) return { zone, earlier: true }
      onZone?.(zone, undefined)
      const report = await run()
      // The zone is done; what is lost with its memory is a listing of the next run.
      if (report.status !== 'failed') await memory.done(zone, digest).catch(() => undefined)
      return { zone, report }
    } catch (error) {
      return { zone, error }
    }
  }
  const lane = async (): Promise<void> => {
    for (const [index, task] of waiting) {
      if (signal?.aborted === true) return
      const outcome = await one(task)
      outcomes[index] = outcome
      onZone?.(task.zone, outcome)
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(parallel, tasks.length) }, lane))
  } finally {
    // Who came to the end, with failures or not, looks at every zone again the next time.
    await memory.close(signal?.aborted !== true)
  }
  return tasks.map(({ zone }, index) => outcomes[index] ?? { zone, error: new Error('not begun: the run was stopped') })
}
