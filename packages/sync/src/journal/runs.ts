import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { JournalError } from '../errors.ts'
import { type JournalEntry, type RunState, runState } from './entry.ts'
import { readLineFile } from './file.ts'
import { folderStem, isRun, runsFolder, stemOf, zoneFolder } from './state-folder.ts'

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

/** Folders of all zones, or of those with a name: there is one for each service that has the zone. */
export const zoneFolders = async (folder: string, zone?: string): Promise<readonly string[]> =>
  (await entriesIn(join(folder, 'zones'))).filter((name) => zone === undefined || stemOf(name) === folderStem(zone)).map((name) => join(folder, 'zones', name))

/** Names of the runs of a zone, the newest first. */
export const runNames = async (ofZone: string): Promise<readonly string[]> =>
  (await entriesIn(runsFolder(ofZone)))
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .filter(isRun)
    .sort()
    .reverse()

const kinds: Readonly<Record<JournalEntry['kind'], true>> = { plan: true, intent: true, done: true, refused: true, settled: true, verified: true, closed: true }

/** Whether lines are ours to understand: what another version of this program wrote must not be half understood. */
const isOurs = (lines: readonly unknown[]): lines is readonly JournalEntry[] => {
  const [head] = lines as readonly Partial<Extract<JournalEntry, { readonly kind: 'plan' }>>[]
  return lines.length === 0 || (head?.plan?.format === 1 && lines.every((line) => Object.hasOwn(kinds, (line as JournalEntry).kind)))
}

/**
 * What the journal of a run says; undefined when there is none, or not even its plan got to the disk.
 * @throws JournalError when it can't be read, or is of another version.
 */
export const readRun = async (ofZone: string, run: string): Promise<RunState | undefined> => {
  const path = runPath(ofZone, run)
  const lines = await readLineFile(path)
  if (!isOurs(lines)) throw new JournalError(`the journal ${path} was written by another version of this program; use that one, or look at the zone and move the file away`)
  return runState(lines)
}

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
  for (const ofZone of await zoneFolders(folder)) {
    const state = await readRun(ofZone, run)
    if (state === undefined) continue
    if (service !== undefined && ofZone !== zoneFolder(folder, service, state.plan.zone)) throw new JournalError(`the run "${run}" was made against another service than ${service}; go to the one that it was made against`)
    return { state, folder: ofZone }
  }
  throw new JournalError(`there is no run "${run}" in ${folder}; zw zone runs lists those that there are`)
}

/** Settings of {@link allRuns}. */
export interface AllRunsOptions {
  /** Absolute name of the only zone to look at. */
  readonly zone?: string
  /** Told of a journal that can't be read, which is passed over; without it the first such journal ends the list. */
  readonly onUnreadable?: (error: JournalError) => void
}

/**
 * All runs in a state folder, the newest first.
 * @throws JournalError when a journal can't be read, and nobody is told.
 * @example for await (const { state } of allRuns(stateFolder(process.env))) console.log(state.run, state.closed)
 */
export async function* allRuns(folder: string, { zone, onUnreadable }: AllRunsOptions = {}): AsyncGenerator<FoundRun, void, void> {
  const found: { readonly run: string; readonly folder: string }[] = []
  for (const ofZone of await zoneFolders(folder, zone)) {
    for (const run of await runNames(ofZone)) found.push({ run, folder: ofZone })
  }
  found.sort((left, right) => (left.run < right.run ? 1 : -1))
  for (const { run, folder: ofZone } of found) {
    const state = await readRun(ofZone, run).catch((error: unknown) => {
      if (onUnreadable === undefined || !(error instanceof JournalError)) throw error
      onUnreadable(error)
    })
    if (state !== undefined && (zone === undefined || state.plan.zone.name === zone)) yield { state, folder: ofZone }
  }
}
