import { describe, expect, it, vi } from 'vitest'
import { ApiError, DecodeError, InputError, TransportError, ZonewrightError } from './errors.ts'

const cause = new Error('below')
const errors = [
  new InputError({ route: 'POST /a', issues: [{ path: ['list', 0, 'name'], message: 'is missing' }, { path: [], message: 'too few' }] }),
  new TransportError({ route: 'POST /a', phase: 'sent', message: 'gone', cause }),
  new DecodeError({ route: 'POST /a', status: 502, message: 'HTML', cause }),
  new ApiError({ route: 'POST /a', status: 400, faults: [{ code: 1, message: 'no' }] }),
] as const

describe('an error', () => {
  it('begins with the route, carries its class name, and is an Error', () => {
    for (const error of errors) {
      expect(error.message).toMatch(/^POST \/a: /)
      expect(error.stack).toContain(`${error.name}: POST /a: `)
      expect(error).toBeInstanceOf(Error)
      expect(error).toBeInstanceOf(ZonewrightError)
    }
    expect(errors.map((error) => [error.name, error.code])).toEqual([['InputError', 'INPUT'], ['TransportError', 'TRANSPORT'], ['DecodeError', 'DECODE'], ['ApiError', 'API']])
  })

  it('is an instance of its own class alone', () => {
    const classes = [InputError, TransportError, DecodeError, ApiError]
    errors.forEach((error, index) => expect(classes.map((one) => error instanceof one)).toEqual(classes.map((_, other) => other === index)))
    for (const stranger of [new Error('x'), null, undefined, 'text', {}, { name: 'ApiError', code: 'API' }]) for (const one of [...classes, ZonewrightError]) expect((stranger as unknown) instanceof one).toBe(false)
  })

  it('is known by a second copy of this package', async () => {
    vi.resetModules()
    const copy = await import('./errors.ts')
    expect(copy.ApiError).not.toBe(ApiError)
    expect(errors[3]).toBeInstanceOf(copy.ApiError)
    expect(errors[3]).toBeInstanceOf(copy.ZonewrightError)
    expect(errors[3]).not.toBeInstanceOf(copy.DecodeError)
    expect(new copy.TransportError({ route: 'GET /b', phase: 'connect', message: 'x' })).toBeInstanceOf(TransportError)
  })

  it('keeps its cause, and has none of its own making', () => {
    expect(errors[1].cause).toBe(cause)
    expect(errors[2].cause).toBe(cause)
    expect('cause' in errors[3]).toBe(false)
  })

  it('about an input lists everything, each with its place', () => {
    expect(errors[0].message).toBe('POST /a: nothing was sent: list.0.name: is missing; too few')
  })

  it('of the service shows every fault with code, words, causes, status and ray id', () => {
    const error = new ApiError({
      route: 'GET /a',
      status: 400,
      rayId: 'ray-1',
      retryAfterMs: 1000,
      faults: [{ code: 6003, message: 'Invalid request headers', chain: [{ code: 6111, message: 'Invalid format' }] }, { code: 0, name: 'E_MAXAPI', message: 'too often' }],
    })
    expect(error.message).toBe('GET /a: 6003 Invalid request headers (6111 Invalid format); E_MAXAPI too often [HTTP 400, ray ray-1]')
    expect([error.has(6003), error.has(6111), error.has('E_MAXAPI'), error.has(1)]).toEqual([true, true, true, false])
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'API', status: 400, rayId: 'ray-1', retryAfterMs: 1000 })
  })
})
