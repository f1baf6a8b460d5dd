import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { textDigest } from '../digest.ts'
import { openLineFile, readLineFile } from './file.ts'
import { runNames, zoneFolders } from './runs.ts'
import { folderStem, runDate, stemOf } from './state-folder.ts'

/** What is remembered of a run over many zones until all of them are done. */
export interface FleetMemory {
  /** Whether the zone was brought to the state of this file already, and no run of this machine has changed it since. */
  isDone(zone: string, digest: string): Promise<boolean>
  /** Remembers it. */
  done(zone: string, digest: string): Promise<void>
  /** Ends the memory; with `forget` the next run begins anew. */
  close(forget: boolean): Promise<void>
}

interface FleetLine {
  readonly zone: string
  readonly digest: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What was done longer ago than this may have changed since, and is looked at again. */
const longestMemoryMs = 24 * 60 * 60 * 1000

const foldersByStem = async (folder: string): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>()
  for (const ofZone of await zoneFolders(folder)) {
    const stem = stemOf(ofZone)
    found.set(stem, [...(found.get(stem) ?? []), ofZone])
  }
  return found
}

/**
 * Opens the memory of a run over many zones, by what it is about: the folder of its files and the service. A run that was cut off
 * left one behind, and within a day the next one goes on where it stopped.
 * @throws JournalError when it can't be read or written.
 */
export const openFleet = async (folder: string, about: string): Promise<FleetMemory> => {
  const path = join(folder, 'fleets', `${textDigest(about).slice(0, 24)}.jsonl`)
  const known = new Map(((await readLineFile(path)) as readonly FleetLine[]).filter(({ at }) => at <= Date.now() && Date.now() - at < longestMemoryMs).map((line) => [line.zone, line]))
  const foldersOf = known.size === 0 ? new Map<string, string[]>() : await foldersByStem(folder)
  const file = await openLineFile(path)
  return {
    async isDone(zone, digest) {
      const line = known.get(zone)
      if (line === undefined || line.digest !== digest) return false
      for (const ofZone of foldersOf.get(folderStem(zone)) ?? []) {
        const [latest] = await runNames(ofZone)
        // A rollback, or a run of another file, may have led elsewhere.
        if (latest !== undefined && runDate(latest).getTime() > line.at) return false
      }
      return true
    },
    async done(zone, digest) {
      await file.append({ zone, digest, at: Date.now() } satisfies FleetLine)
    },
    async close(forget) {
      await file.close()
      if (forget) await rm(path, { force: true })
    },
  }
}
