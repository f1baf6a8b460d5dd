import { describe, expect, it, vi } from 'vitest'
import { builders } from './builders.ts'
import { check } from './check.ts'
import { useBuilders } from './deferred.ts'
import * as z from './schema.ts'
import './zod.ts'

describe('a schema of this package', () => {
  it('is not built before it is used, and then once', () => {
    const string = vi.fn<(...input: never[]) => unknown>(builders['string'])
    useBuilders({ ...builders, string })
    const schema = z.object({ name: z.optional(z.string().check(z.minLength(2))) })
    expect(string).not.toHaveBeenCalled()
    expect(check(schema, { name: 'ab' })).toEqual({ value: { name: 'ab' } })
    expect(check(schema, { name: 'a' })).toMatchObject({ issues: [{ path: ['name'] }] })
    expect(string).toHaveBeenCalledTimes(1)
    useBuilders(builders)
  })

  it('can be used wherever one of zod can', () => {
    const schema = z.strictObject({ a: z.union([z.int(), z.nullable(z.boolean())]), list: z.array(z.enum(['x', 'y'])), more: z.record(z.string(), z.unknown()) })
    expect(z.partial(schema).parse({})).toEqual({})
    expect(schema.safeParse({ a: null, list: ['x'], more: { z: 1 } }).success).toBe(true)
    expect(schema.safeParse({ a: 'x', list: ['z'], more: {}, other: 1 }).error?.issues).toHaveLength(3)
    expect(schema['~standard'].vendor).toBe('zod')
  })

  it('has a builder of zod behind each of its own', () => {
    const made = Object.keys(z).filter((name) => name !== 'upload')
    expect(Object.keys(builders).toSorted()).toEqual(made.toSorted())
  })
})
