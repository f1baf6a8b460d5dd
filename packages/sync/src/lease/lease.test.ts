import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LeaseError } from '../errors.ts'
import { takeLease } from './lease.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonewright-lease-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a lease', () => {
  it('belongs to one at a time, and its number grows', async () => {
    const first = await takeLease(join(folder, 'a'))
    const other = await takeLease(join(folder, 'b'))
    await expect(takeLease(join(folder, 'a'), { waitMs: 0 })).rejects.toThrow(LeaseError)
    await expect(takeLease(join(folder, 'a'), { waitMs: 0 })).rejects.toThrow('another run is writing to this zone; wait until it has ended, and try again')
    await first.release()
    const second = await takeLease(join(folder, 'a'), { waitMs: 0 })
    expect([first.fence, second.fence, other.fence]).toEqual([1, 2, 1])
    await second.release()
    await other.release()
  })

  it('is waited for', async () => {
    const first = await takeLease(join(folder, 'c'))
    const second = takeLease(join(folder, 'c'), { waitMs: 5000 })
    setTimeout(() => void first.release(), 300)
    await (await second).release()
  })

  it('is not waited for any longer when the run is stopped, and tells once that it waits', async () => {
    const first = await takeLease(join(folder, 'e'))
    const stop = new AbortController()
    let told = 0
    const second = takeLease(join(folder, 'e'), { signal: stop.signal, onWait: () => {
      told++
      setTimeout(() => stop.abort(new Error('stopped')), 300)
    } })
    await expect(second).rejects.toThrow('stopped')
    expect(told).toBe(1)
    await first.release()
  })

  it('is taken over from a process that is gone, once it is stale', async () => {
    const gone = await takeLease(join(folder, 'd'), { staleMs: 2000 })
    // What a killed process leaves: a lease that nobody renews.
    const old = new Date(Date.now() - 60_000)
    await utimes(join(folder, 'd', 'lease'), old, old)
    const next = await takeLease(join(folder, 'd'), { staleMs: 2000, waitMs: 0 })
    expect(next.fence).toBe(2)
    // The first one notices by itself that it stood still for too long.
    await new Promise<void>((done) => gone.signal.addEventListener('abort', () => done(), { once: true }))
    expect(gone.signal.reason).toBeInstanceOf(LeaseError)
    await next.release()
    await gone.release()
  })

  it('is taken over from a process that is gone, though the clock was set back since', async () => {
    const gone = await takeLease(join(folder, 'f'), { staleMs: 60_000 })
    const ahead = new Date(Date.now() + 3_600_000)
    await utimes(join(folder, 'f', 'lease'), ahead, ahead)
    await expect(takeLease(join(folder, 'f'), { staleMs: 2000, waitMs: 500 })).rejects.toThrow('another run is writing to this zone')
    const next = await takeLease(join(folder, 'f'), { staleMs: 2000, waitMs: 5000 })
    expect(next.fence).toBe(2)
    await next.release()
    await gone.release()
  })

  it('says what is wrong when its folder can not be made', async () => {
    await expect(takeLease('/dev/null/zone')).rejects.toThrow(/^cannot take the lease of the zone: .*; check the state folder/)
  })
})
