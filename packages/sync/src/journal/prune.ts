import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { JournalError } from '../errors.ts'
import { entriesIn, readRun, runNames, runPath, zoneFolders } from './runs.ts'
import { runDate } from './state-folder.ts'

/** Which runs to forget. */
export interface PruneOptions {
  /** Runs that began earlier than this. */
  readonly before: Date
  /** Only runs of the zone with this absolute name. */
  readonly zone?: string
}

const remove = async (path: string): Promise<void> => {
  try {
    await rm(path, { force: true })
  } catch (cause) {
    throw new JournalError(`cannot remove ${path}: ${cause instanceof Error ? cause.message : String(cause)}; check the permissions of its folder`, { cause })
  }
}

/** Runs of one zone that nobody needs: old and ended, but for the newest one that changed something. */
const forgettable = async (ofZone: string, { before, zone }: PruneOptions): Promise<readonly string[]> => {
  const found: string[] = []
  let hasNewest = false
  for (const run of await runNames(ofZone)) {
    const isOld = runDate(run) < before
    // Younger ones are read only until the newest change is found.
    if (!isOld && hasNewest) continue
    const state = await readRun(ofZone, run)
    if (zone !== undefined && state?.plan.zone.name !== zone) continue
    const isEnded = state === undefined || state.closed !== undefined
    const didSomething = state !== undefined && state.done.length > 0
    if (isOld && isEnded && (!didSomething || hasNewest)) found.push(run)
    hasNewest ||= isEnded && didSomething
  }
  return found
}

/**
 * Removes the journals of old runs. A run that was cut off stays until the next one of its zone has looked what became of it, and of
 * each zone the newest run that changed something stays, however old: its rollback leads back to what was there before. What was
 * remembered of old runs over many zones goes, too.
 * @returns names of the runs that were removed, zone by zone.
 * @throws JournalError when a journal can't be read or removed.
 * @example const removed = await pruneRuns(stateFolder(process.env), { before: new Date(Date.now() - 90 * 24 * 60 * 60 * 1000) })
 */
export const pruneRuns = async (folder: string, options: PruneOptions): Promise<readonly string[]> => {
  const removed: string[] = []
  for (const ofZone of await zoneFolders(folder, options.zone)) {
    for (const run of await forgettable(ofZone, options)) {
      await remove(runPath(ofZone, run))
      removed.push(run)
    }
  }
  if (options.zone === undefined) await pruneFleets(join(folder, 'fleets'), options.before)
  return removed
}

/** The memory of a run over many zones that was cut off and never taken up. */
const pruneFleets = async (folder: string, before: Date): Promise<void> => {
  for (const name of await entriesIn(folder)) {
    const path = join(folder, name)
    if (name.endsWith('.jsonl') && (await stat(path)).mtime < before) await remove(path)
  }
}
