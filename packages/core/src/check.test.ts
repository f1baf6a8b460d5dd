import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import type { Schema } from './endpoint.ts'
import { nearest } from './nearest.ts'
import * as z from './schema.ts'
import './zod.ts'

const record = z.strictObject({
  zone_id: z.string().check(z.minLength(1)),
  type: z.enum(['A', 'AAAA', 'CNAME']),
  ttl: z.optional(z.int().check(z.gte(60), z.lte(86_400))),
  proxied: z.optional(z.boolean()),
  name: z.optional(z.string().check(z.maxLength(5))),
  tags: z.optional(z.array(z.string()).check(z.maxLength(2))),
  code: z.optional(z.string().check(z.regex(/^[a-z]+$/))),
  data: z.optional(z.strictObject({ priority: z.number(), target: z.string() })),
  list: z.optional(z.array(z.strictObject({ comment: z.string() }))),
  either: z.optional(z.union([z.number(), z.object({ id: z.string() })])),
  kind: z.optional(z.literal('fixed')),
})
const good = { zone_id: 'z', type: 'A' }

const issues = (schema: Schema, value: unknown, secrets?: readonly string[]): readonly string[] => {
  const checked = check(schema, value, { secrets })
  return 'issues' in checked ? checked.issues.map((issue) => `${issue.path.map(String).join('.')}|${issue.message}`) : []
}

describe('a checked input', () => {
  it('comes back as the schema made it', () => {
    expect(check(record, good)).toEqual({ value: good })
  })

  it.each([
    [{ ttl: 5 }, 'ttl|5 is under the limit, expected at least 60'],
    [{ ttl: 90_000 }, 'ttl|90000 is over the limit, expected at most 86400'],
    [{ ttl: 1.5 }, 'ttl|1.5 is not a whole number'],
    [{ ttl: Number.NaN }, 'ttl|NaN is not a number'],
    [{ ttl: '60' }, 'ttl|"60" is not a number'],
    [{ proxied: 'yes' }, 'proxied|"yes" is not a boolean'],
    [{ type: 'B' }, 'type|"B" is not one of "A", "AAAA", "CNAME"'],
    [{ type: undefined }, 'type|is missing, expected one of "A", "AAAA", "CNAME"'],
    [{ zone_id: undefined }, 'zone_id|is missing, expected a string'],
    [{ zone_id: '' }, 'zone_id|"" has 0 characters, expected no fewer than 1'],
    [{ name: 'too long' }, 'name|"too long" has 8 characters, expected no more than 5'],
    [{ tags: ['a', 'b', 'c'] }, 'tags|has 3 items, expected no more than 2'],
    [{ tags: 'a' }, 'tags|"a" is not a list'],
    [{ code: 'A1' }, 'code|"A1" does not look like /^[a-z]+$/'],
    [{ kind: 'other' }, 'kind|"other" is not "fixed"'],
    [{ either: 'x' }, 'either|"x" fits none of the forms: "x" is not a number / "x" is not an object'],
    [{ either: { id: 5 } }, 'either|{"id":5} fits none of the forms: {"id":5} is not a number / id 5 is not a string'],
    [{ zoneId: 'x' }, '|unknown name "zoneId"; did you mean "zone_id"?'],
    [{ proxyed: true }, '|unknown name "proxyed"; did you mean "proxied"?'],
    [{ tpye: 'A' }, '|unknown name "tpye"; did you mean "type"?'],
    [{ data: { priority: 1, target: 'x', prioritty: 2 } }, 'data|unknown name "prioritty"; did you mean "priority"?'],
    [{ list: [{ comment: 'x', coment: 'y' }] }, 'list.0|unknown name "coment"; did you mean "comment"?'],
    [{ data: { priority: 1, target: 'x', xyz: 2 } }, 'data|unknown name "xyz", expected one of priority, target'],
  ])('with %j is refused with the field, the value, the limit and the next step', (wrong, expected) => {
    expect(issues(record, { ...good, ...wrong })).toEqual([expected])
  })

  it('is refused for all reasons at once', () => {
    expect(issues(record, { type: 'B', ttl: 1 })).toHaveLength(3)
  })

  it.each([undefined, null, 'text', 5, [], () => 1])('of another kind altogether is refused: %s', (value) => {
    expect(issues(record, value)).toHaveLength(1)
  })

  it('is shown short, and survives values that JSON has no form for', () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    for (const value of ['x'.repeat(500), loop, 5n, Symbol('s'), () => 1, new Map()]) for (const issue of issues(z.strictObject({ a: z.boolean() }), { a: value })) expect(issue.length).toBeLessThan(200)
  })

  it('never shows a secret, wherever it stands', () => {
    const schema = z.strictObject({ pin: z.string().check(z.maxLength(3)), outer: z.union([z.strictObject({ pin: z.number() }), z.number()]), list: z.array(z.object({ pin: z.number() })) })
    const text = issues(schema, { pin: 'geheim', outer: { pin: 'geheim' }, list: [{ pin: 'geheim' }] }, ['pin']).join('\n')
    expect(text).not.toContain('geheim')
    expect(text).toContain('pin|the value (not shown, it is secret) is too long, expected no more than 3 characters')
    expect(issues(schema, { outer: 1, list: [] }, ['pin'])).toEqual(['pin|is missing, expected a string'])
  })

  it('may be described by a schema of a reader’s own zod, full form', async () => {
    const full = (await import('zod')).z.object({ a: (await import('zod')).z.string() })
    expect(issues(full, { a: 5 })[0]).toContain('a|')
    expect(check(full, { a: 'x' })).toEqual({ value: { a: 'x' } })
  })
})

describe('the nearest name', () => {
  it.each([
    ['zoneid', ['zone_id', 'name'], 'zone_id'],
    ['per-page', ['per_page', 'page'], 'per_page'],
    ['directon', ['direction', 'order'], 'direction'],
    ['comments', ['comment', 'content'], 'comment'],
    ['xyz', ['zone_id', 'name'], undefined],
    ['', ['zone_id'], undefined],
    ['x'.repeat(5000), ['zone_id'], undefined],
    ['toString', ['zone_id'], undefined],
  ])('to %s', (wrong, known, expected) => {
    expect(nearest(wrong, known)).toBe(expected)
  })
})

describe('an upload', () => {
  it.each([['text', true], [new Uint8Array(1), true], [{ name: 'a', content: 'b' }, true], [{ name: 'a', type: 'text/plain', content: new Uint8Array(1) }, true], [{ name: 'a' }, false], [5, false], [null, false]])('is text, bytes, or either with a name: %j', (value, fits) => {
    expect('value' in check(z.upload(), value)).toBe(fits)
  })

  it('that is not given is missing, not wrong', () => {
    expect(issues(z.strictObject({ file: z.upload() }), {})).toEqual(['file|is missing, expected text, bytes or { name, type, content }'])
  })
})
