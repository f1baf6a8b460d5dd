import { getEventListeners } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { onAbort } from './on-abort.ts'
import { pause } from './pause.ts'

describe('waiting for a signal', () => {
  it('puts one listener on it, however many wait', async () => {
    const abort = new AbortController()
    const waits = Array.from({ length: 50 }, () => pause(60_000, abort.signal))
    expect(getEventListeners(abort.signal, 'abort')).toHaveLength(1)
    abort.abort('enough')
    expect(await Promise.allSettled(waits)).toEqual(waits.map(() => ({ status: 'rejected', reason: 'enough' })))
  })

  it('can be taken back, and happens once', () => {
    const abort = new AbortController()
    const act = vi.fn<() => void>()
    const other = vi.fn<() => void>()
    onAbort(abort.signal, act)()
    onAbort(abort.signal, other)
    abort.abort()
    expect([act.mock.calls.length, other.mock.calls.length]).toEqual([0, 1])
  })
})
