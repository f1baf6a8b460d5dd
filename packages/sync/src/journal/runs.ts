import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { JournalError } from '../errors.ts'
import { type JournalEntry, type RunState, runState } from './entry.ts'
import { readLineFile } from './file.ts'
import { isRun, runsFolder, zoneFolder } from './state-folder.ts'

const suffix = '.jsonl'

/** The journal of a run, in the folder of its zone. */
export const runPath = (ofZone: string, run: string): string => join(runsFolder(ofZone), `${run}${suffix}`)

/** Names in a folder; none when there is no such folder. */
export const entriesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new JournalError(`cannot read ${folder}: ${cause instanceof Error ? cause.message : String(cause)}; check its permissions`, { cause })
  }
}

/** Names of the runs of a zone, the newest first. */
export const runNames = async (ofZone: string): Promise<readonly string[]> =>
  (await entriesIn(runsFolder(ofZone)))
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .filter(isRun)
    .sort()
    .reverse()

/**
 * What the journal of a run says; undefined when there is none, or not even its plan got to the disk.
 * @throws JournalError when it can't be read.
 */
export const readRun = async (ofZone: string, run: string): Promise<RunState | undefined> => runState((await readLineFile(runPath(ofZone, run))) as readonly JournalEntry[])

/** A run and the folder of its zone. */
export interface FoundRun {
  readonly state: RunState
  /** Folder of the zone. */
  readonly folder: string
}

/**
 * Finds a run by its name in a state folder.
 * @param service what {@link syncZone} was told; a run against another service is refused.
 * @throws JournalError when there is no such run, it was made against another service, or its journal can't be read.
 * @example const { state } = await findRun(stateFolder(process.env), '20261122T040019.123Z-example.com-3f2a')
 */
export const findRun = async (folder: string, run: string, service?: string): Promise<FoundRun> => {
  if (!isRun(run)) throw new JournalError(`"${run}" is no name of a run; zw zone runs lists those that there are`)
  for (const name of await entriesIn(join(folder, 'zones'))) {
    const ofZone = join(folder, 'zones', name)
    const state = await readRun(ofZone, run)
    if (state === undefined) continue
    if (service !== undefined && ofZone !== zoneFolder(folder, service, state.plan.zone)) throw new JournalError(`the run "${run}" was made against another service than ${service}; go to the one that it was made against`)
    return { state, folder: ofZone }
  }
  throw new JournalError(`there is no run "${run}" in ${folder}; zw zone runs lists those that there are`)
}

/**
 * All runs in a state folder, the newest first.
 * @throws JournalError when a journal can't be read.
 * @example for await (const { state } of allRuns(stateFolder(process.env))) console.log(state.run, state.closed)
 */
export async function* allRuns(folder: string): AsyncGenerator<FoundRun, void, void> {
  const found: { readonly run: string; readonly folder: string }[] = []
  for (const name of await entriesIn(join(folder, 'zones'))) {
    const ofZone = join(folder, 'zones', name)
    for (const run of await runNames(ofZone)) found.push({ run, folder: ofZone })
  }
  found.sort((left, right) => (left.run < right.run ? 1 : -1))
  for (const { run, folder: ofZone } of found) {
    const state = await readRun(ofZone, run)
    if (state !== undefined) yield { state, folder: ofZone }
  }
}
