import { string as plainString } from 'zod/mini'
import { describe, expect, it, vi } from 'vitest'
import { check } from './check.ts'
import { deferred } from './deferred.ts'
import * as z from './schema.ts'

describe('a schema of this package', () => {
  it('is not built before it is used, and then once', () => {
    const builder = vi.fn<typeof plainString>(plainString)
    const schema = z.object({ name: z.optional(deferred(builder)().check(z.minLength(2))) })
    expect(builder).not.toHaveBeenCalled()
    expect(check(schema, { name: 'ab' })).toEqual({ value: { name: 'ab' } })
    expect(check(schema, { name: 'a' })).toMatchObject({ issues: [{ path: ['name'] }] })
    expect(builder).toHaveBeenCalledTimes(1)
  })

  it('can be used wherever one of zod can', () => {
    const schema = z.strictObject({ a: z.union([z.int(), z.nullable(z.boolean())]), list: z.array(z.enum(['x', 'y'])), more: z.record(z.string(), z.unknown()) })
    expect(z.partial(z.pick(schema, { a: true })).parse({})).toEqual({})
    expect(schema.safeParse({ a: null, list: ['x'], more: { z: 1 } }).success).toBe(true)
    expect(schema.safeParse({ a: 'x', list: ['z'], more: {}, other: 1 }).error?.issues).toHaveLength(3)
    expect(schema['~standard'].vendor).toBe('zod')
  })
})
