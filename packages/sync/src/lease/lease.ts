import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { LeaseError } from '../errors.ts'

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
}

const fileError = (cause: unknown): LeaseError => new LeaseError(`cannot take the lease of the zone: ${cause instanceof Error ? cause.message : String(cause)}; check the state folder and its permissions`, { cause })

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
 * @throws LeaseError when another run holds it for longer than the time to wait.
 * @example const lease = await takeLease('/home/user/.local/state/zonewright/zones/example.com-0123456789ab'); await lease.release()
 */
export const takeLease = async (folder: string, options: LeaseOptions = {}): Promise<Lease> => {
  const { staleMs = 10_000, waitMs = 15_000 } = options
  const lost = new AbortController()
  const step = 250
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const release = await lock(folder, {
      lockfilePath: join(folder, 'lease'),
      realpath: false,
      stale: staleMs,
      retries: { retries: Math.ceil(waitMs / step), minTimeout: step, maxTimeout: step, factor: 1 },
      onCompromised: (cause) => lost.abort(new LeaseError('the lease of the zone was lost: this run stood still for too long, and another one may be writing; run it again', { cause })),
    })
    const fence = await nextFence(folder)
    return { fence, signal: lost.signal, release: () => (lost.signal.aborted ? Promise.resolve() : release().catch(() => undefined)) }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ELOCKED') throw new LeaseError('another run is writing to this zone; wait until it has ended, and try again', { cause })
    throw fileError(cause)
  }
}
