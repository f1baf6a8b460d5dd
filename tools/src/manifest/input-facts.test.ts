import * as z from '@zonewright/core/schema'
import { describe, expect, it } from 'vitest'
import { inputFacts } from './input-facts.ts'

describe('the facts about inputs', () => {
  it('say the type, also below wrappers, and whether it must be given', () => {
    const input = z.strictObject({ text: z.string(), count: z.optional(z.int()), ratio: z.nullable(z.number()), on: z.optional(z.nullable(z.boolean())), file: z.upload(), free: z.optional(z.unknown()), names: z.record(z.string(), z.string()) })
    expect(inputFacts(input)).toEqual([
      { name: 'text', required: true, type: 'string' },
      { name: 'count', required: false, type: 'integer' },
      { name: 'ratio', required: true, type: 'number' },
      { name: 'on', required: false, type: 'boolean' },
      { name: 'file', required: true, type: 'upload' },
      { name: 'free', required: false, type: 'union' },
      { name: 'names', required: true, type: 'object' },
    ])
  })

  it('say the choices of an enumeration, a literal and a list of them', () => {
    const colour = z.enum(['green', 'red'])
    expect(inputFacts(z.object({ colour, only: z.literal(true), colours: z.optional(z.array(colour)) }))).toEqual([
      { name: 'colour', required: true, type: 'enum', enum: ['green', 'red'] },
      { name: 'only', required: true, type: 'enum', enum: [true] },
      { name: 'colours', required: false, type: 'array', enum: ['green', 'red'], items: 'enum' },
    ])
  })

  it('say the limits that are declared, and no others', () => {
    const input = z.object({ port: z.int().check(z.gte(0), z.lte(65535)), name: z.optional(z.string().check(z.minLength(1), z.maxLength(255))), odd: z.int().check(z.refine((value) => value % 2 === 1)) })
    expect(inputFacts(input)).toEqual([
      { name: 'port', required: true, type: 'integer', minimum: 0, maximum: 65535 },
      { name: 'name', required: false, type: 'string', maxLength: 255 },
      { name: 'odd', required: true, type: 'integer' },
    ])
  })

  it('join the forms of a union: required is what every form requires', () => {
    const input = z.union([z.object({ id: z.string(), name: z.string() }), z.object({ id: z.string(), tag: z.optional(z.string()) })])
    expect(inputFacts(input).map(({ name, required }) => [name, required])).toEqual([['id', true], ['name', false], ['tag', false]])
  })
})
