import { describe, expect, it } from 'vitest'
import { ApiError, DecodeError, InputError, TransportError } from './errors.ts'
import { mayHaveHappened } from './form-post-outcome.ts'

const route = 'rec_new'
const api = (status: number, rateLimited = false) => new ApiError({ route, status, faults: [{ code: 0, message: 'no' }], rateLimited })

describe('a write that failed', () => {
  it.each([
    ['lost after sending', new TransportError({ route, phase: 'sent', message: 'reset' }), true],
    ['answered by a gateway', new DecodeError({ route, status: 502, message: 'page' }), true],
    ['cut', new DecodeError({ route, status: 200, message: 'cut', cut: true }), true],
    ['failed inside the service', api(500), true],
    ['never connected', new TransportError({ route, phase: 'connect', message: 'refused' }), false],
    ['refused', api(200), false],
    ['refused by the rate limit', api(200, true), false],
    ['refused by a limiter in front', new DecodeError({ route, status: 429, message: 'slow down' }), false],
    ['never sent', new InputError({ route, issues: [] }), false],
    ['of another kind', new Error('x'), false],
  ])('%s may have happened: %#', (_, error, outcome) => {
    expect(mayHaveHappened(error)).toBe(outcome)
  })

  it('ended by its own signal may have happened, but not one that was refused before', () => {
    const signal = AbortSignal.abort('enough')
    expect(mayHaveHappened('enough', signal)).toBe(true)
    expect(mayHaveHappened(api(200), signal)).toBe(false)
  })
})
