import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LeaseError } from '../errors.ts'
import { pause } from '../pause.ts'

/** The right to write to a zone, for one process at a time. */
export interface Lease {
  /** Grows with every lease of the zone. */
  readonly fence: number
  /** Aborts when the lease was lost, because this process stood still for too long. */
  readonly signal: AbortSignal
  release(): Promise<void>
}

/** Settings of a lease. */
export interface LeaseOptions {
  /** Milliseconds after which the lease of a process that is gone can be taken over; 2,000 at least. Default 10,000. */
  readonly staleMs?: number
  /** Longest time to wait for another run, in milliseconds. Default 15,000: enough for a run that was killed. */
  readonly waitMs?: number
  /** Ends the waiting. */
  readonly signal?: AbortSignal
  /** Told once when another run holds the lease and is waited for. */
  readonly onWait?: () => void
}

const fileError = (cause: unknown): LeaseError => new LeaseError(`cannot take the lease of the zone: ${cause instanceof Error ? cause.message : String(cause)}; check the state folder and its permissions, or set XDG_STATE_HOME to one that can be written`, { cause })

const isHeld = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === 'ELOCKED'

/** Milliseconds between two looks at a lease that another run holds. */
const stepMs = 250

/**
 * A clock that was set back leaves the lease of a process that is gone in the future, where it would be fresh until the clock gets
 * there. A lease that lives is renewed; one that is not, for as long as it takes to be stale, is given an old date.
 */
const futureLeases = (lease: string, staleMs: number): (() => Promise<void>) => {
  let renewed = 0
  let since = performance.now()
  return async () => {
    const found = await stat(lease).catch(() => undefined)
    if (found === undefined || found.mtimeMs !== renewed || found.mtimeMs <= Date.now()) since = performance.now()
    else if (performance.now() - since > staleMs) await utimes(lease, 0, 0).catch(() => undefined)
    renewed = found?.mtimeMs ?? 0
  }
}

/** The next fencing number; the file is replaced as a whole, so that it is never half written. */
const nextFence = async (folder: string): Promise<number> => {
  const file = join(folder, 'fence')
  const last = Number(await readFile(file, 'utf8').catch(() => '0'))
  const fence = (Number.isSafeInteger(last) ? last : 0) + 1
  await writeFile(`${file}.new`, String(fence), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return fence
}

/**
 * Takes the lease of a zone, by its folder. A run that was killed leaves its lease behind; it is taken over once it is stale. It keeps
 * apart runs that share the folder, so on one machine or one shared file system.
 * @throws LeaseError when another run holds it for longer than the time to wait, and the signal's reason.
 * @example const lease = await takeLease('/home/user/.local/state/zonewright/zones/example.com-0123456789ab'); await lease.release()
 */
export const takeLease = async (folder: string, options: LeaseOptions = {}): Promise<Lease> => {
  const { staleMs = 10_000, waitMs = 15_000, signal, onWait } = options
  const lost = new AbortController()
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // It listens to the signals of the process from its first line on, which is not for a program that only plans.
    const { lock } = await import('proper-lockfile')
    const once = (): Promise<() => Promise<void>> =>
      lock(folder, {
        lockfilePath: join(folder, 'lease'),
        realpath: false,
        stale: staleMs,
        onCompromised: (cause) => lost.abort(new LeaseError('the lease of the zone was lost: this run stood still for too long, and another one may be writing; run it again', { cause })),
      })
    const lookAtClock = futureLeases(join(folder, 'lease'), staleMs)
    let release: (() => Promise<void>) | undefined
    for (let waited = 0; release === undefined; waited += stepMs) {
      signal?.throwIfAborted()
      release = await once().catch((cause: unknown) => {
        if (!isHeld(cause) || waited >= waitMs) throw cause
        return undefined
      })
      if (release === undefined && waited === 0) onWait?.()
      if (release !== undefined) break
      await lookAtClock()
      await pause(stepMs, signal)
    }
    const end = release
    const fence = await nextFence(folder)
    return { fence, signal: lost.signal, release: () => (lost.signal.aborted ? Promise.resolve() : end().catch(() => undefined)) }
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    if (isHeld(cause)) throw new LeaseError('another run is writing to this zone; wait until it has ended, and try again', { cause })
    throw fileError(cause)
  }
}
