import '@zonewright/core/zod'
import { plain, type PlainSchema } from '@zonewright/core/plain'
import * as schema from '@zonewright/core/schema'
import { describe, expect, it } from 'vitest'
import { check } from './check.ts'

describe('the builders without types', () => {
  it('are those with types, each under its name', () => {
    for (const [name, builder] of Object.entries(plain)) expect(builder, name).toBe((schema as unknown as Readonly<Record<string, unknown>>)[name])
  })

  it('build schemas that lead back to themselves, and keep or refuse what they do not know', () => {
    const tree = plain.strictObject({ name: plain.string().check(plain.minLength(1)), branches: plain.optional(plain.array(plain.lazy((): PlainSchema => tree))), more: plain.optional(plain.looseObject({})) })
    const fine = { name: 'a', branches: [{ name: 'b', branches: [] }], more: { any: 1 } }
    expect(check(tree, fine)).toEqual({ value: fine })
    expect(check(tree, { name: 'a', branches: [{ name: '', other: 1 }] })).toMatchObject({ issues: [{ path: ['branches', 0, 'name'] }, { path: ['branches', 0] }] })
  })
})
