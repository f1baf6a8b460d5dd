import '@zonewright/core/zod'
import * as z from '@zonewright/core/schema'
import { describe, expect, it } from 'vitest'
import { issueWords, type SchemaIssue } from './issue.ts'

const wordsOf = (schema: { readonly '~standard': { validate(value: unknown): unknown } }, value: unknown): string => {
  const { issues } = schema['~standard'].validate(value) as { readonly issues: readonly SchemaIssue[] }
  return issueWords(issues[0] as SchemaIssue)
}

describe('the words for what a schema finds wrong', () => {
  it.each<[Parameters<typeof wordsOf>[0], unknown, string]>([
    [z.number().check(z.lte(5)), 6, 'must not be above 5'],
    [z.int().check(z.gte(1)), 0, 'must not be below 1'],
    [z.array(z.string()).check(z.minLength(1)), [], 'must have at least 1 item'],
    [z.string().check(z.maxLength(2)), 'abc', 'must have at most 2 characters'],
    [z.enum(['on', 'off']), 'up', 'must be one of on, off'],
    [z.union([z.literal(7), z.literal(30)]), 8, 'must be one of 7, 30'],
    [z.union([z.literal(7), z.string()]), true, 'has an invalid form'],
    [z.union([z.strictObject({ a: z.literal(1) }), z.strictObject({ a: z.literal(2) })]), { a: 3 }, 'has an invalid form'],
    [z.boolean(), 1, 'must be of type boolean'],
  ])('name the limit or the choices', (schema, value, words) => {
    expect(wordsOf(schema, value)).toBe(words)
  })
})
