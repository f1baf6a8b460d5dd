import { type LineFile, openLineFile } from '@zonewright/sync'
import type { Change, StoredRecord, ZoneStore } from '@zonewright/zone'
import { stat, truncate } from 'node:fs/promises'
import type { Random } from './random.ts'

/** Stands for the end of the process: after it nothing of the run does anything any more. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/** A run in which the process ends at a step. */
export interface CrashingRun {
  readonly store: ZoneStore
  readonly openJournal: (path: string) => Promise<LineFile>
  /** Steps that were reached. */
  readonly steps: () => number
}

/** What a crashing run is made of. */
export interface CrashSettings {
  readonly store: ZoneStore
  /** Step to end at, from 1; never when it is larger than their number. */
  readonly at: number
  readonly random: Random
  /** Told of each batch right before it is sent. */
  readonly onSend: (changes: readonly Change[]) => void
}

/** Every moment between two effects is a step: before and after each call, before, in the middle of and after each line. */
export const crashingRun = ({ store, at, random, onSend }: CrashSettings): CrashingRun => {
  let step = 0
  let dead = false
  const alive = (): void => {
    if (dead) throw new Crash()
  }
  const point = (): void => {
    alive()
    step++
    dead = step === at
    alive()
  }
  return {
    steps: () => step,
    store: {
      ...store,
      async *records(zone, options): AsyncGenerator<StoredRecord> {
        point()
        yield* store.records(zone, options)
        point()
      },
      async apply(zone, changes, options) {
        point()
        onSend(changes)
        const report = await store.apply(zone, changes, options)
        point()
        return report
      },
    },
    async openJournal(path) {
      alive()
      const file = await openLineFile(path)
      return {
        async append(value) {
          point()
          const { size } = await stat(path)
          await file.append(value)
          alive()
          step++
          if (step === at) {
            // The process ended in the middle of the line.
            const { size: now } = await stat(path)
            await truncate(path, size + random.below(now - size))
            dead = true
          }
          alive()
          point()
        },
        close: () => file.close(),
      }
    },
  }
}
