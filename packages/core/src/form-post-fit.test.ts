import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fit } from './form-post-fit.ts'
import * as z from './schema.ts'

const record = z.object({ rec_id: z.string(), count: z.int(), on: z.boolean(), prio: z.nullable(z.string()), ttl: z.optional(z.string()), tags: z.array(z.string()), seen: z.record(z.string(), z.int()) })

describe('an answer in the declared types', () => {
  it('becomes text, number and truth where they are declared, at any depth', () => {
    const value = { rec_id: 17, count: '2', on: 'true', prio: 10, ttl: 1, tags: [1, 'b'], seen: { a: '3' } }
    expect(fit(z.object({ objs: z.array(record) }), { objs: [value] })).toEqual({ objs: [{ rec_id: '17', count: 2, on: true, prio: '10', ttl: '1', tags: ['1', 'b'], seen: { a: 3 } }] })
  })

  it.each([[1, true], ['1', true], ['false', false], [0, false]])('knows %j as a truth', (from, to) => {
    expect(fit(z.boolean(), from)).toBe(to)
  })

  it.each([
    [z.int(), '007'],
    [z.int(), 'many'],
    [z.int(), ''],
    [z.int(), '9007199254740993'],
    [z.int(), true],
    [z.number(), 'NaN'],
    [z.number(), 'Infinity'],
    [z.boolean(), 'constructor'],
    [z.boolean(), 2],
    [z.boolean(), 'yes'],
    [z.array(z.string()), null],
    [z.array(z.string()), 'a'],
    [z.object({ a: z.string() }), []],
    [z.string(), { a: 1 }],
    [z.union([z.string(), z.literal(false)]), false],
  ])('leaves what would lose something as it came', (schema, value) => {
    expect(fit(schema, value)).toEqual(value)
  })

  it('keeps what is not declared, names of objects included', () => {
    const value = JSON.parse('{"__proto__":{"rec_id":1},"constructor":2,"more":[3]}') as object
    expect(JSON.stringify(fit(record, value))).toBe(JSON.stringify(value))
  })

  it('never loses a value: what changed its type still prints the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(z.string(), z.number(), z.boolean(), z.nullable(z.int())), fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)), (schema, value) => {
        const fitted = fit(schema, value)
        fc.pre(typeof fitted !== 'boolean')
        expect(String(fitted)).toBe(String(value))
      }),
    )
  })
})
