import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshot } from './snapshot.ts'

describe('a snapshot', () => {
  it('equals its value, and shares no list or plain object with it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = snapshot(value)
        expect(copy).toEqual(value)
        if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value)
      }),
    )
  })

  it('keeps what is neither list nor plain object as it is', () => {
    const bytes = new Uint8Array([1])
    const act = (): number => 1
    const date = new Date(0)
    expect(snapshot({ bytes, act, date, at: undefined })).toEqual({ bytes, act, date, at: undefined })
    expect(snapshot({ bytes }).bytes).toBe(bytes)
    expect(snapshot({ date }).date).toBe(date)
  })

  it('of a value that contains itself ends', () => {
    const value: { self?: unknown; list: unknown[] } = { list: [] }
    value.self = value
    value.list.push(value.list)
    const copy = snapshot(value)
    expect(copy.self).toBe(copy)
    expect(copy.list[0]).toBe(copy.list)
  })

  it('keeps a field called __proto__ a field', () => {
    const copy = snapshot(JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>)
    expect(Object.keys(copy)).toEqual(['__proto__'])
    expect('polluted' in copy).toBe(false)
  })
})
