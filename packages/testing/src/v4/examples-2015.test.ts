import { type AnyEndpoint, type Endpoint, createClient } from '@zonewright/core'
import { memoryTransport } from '@zonewright/core/memory'
import * as v4 from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { declaredEndpoints } from '../declared.ts'
import { sampleInputs } from '../inputs/samples.ts'
import printed from './examples-2015.json' with { type: 'json' }

/** One answer of the documents of 2015, its descriptive sentences shortened; the last of them was printed cut and is whole here. Where an answer is that of another call, `resultOf` names it. */
interface Example {
  readonly id: string
  readonly route: string
  readonly result?: unknown
  readonly resultOf?: string
  /** The numbers of pages. */
  readonly info?: Readonly<Record<string, number>>
}

const examples = printed as readonly Example[]
const resultOf = ({ result, resultOf: other }: Example): unknown => (other === undefined ? result : examples.find(({ id }) => id === other)?.result)
const endpoints = declaredEndpoints(v4)

/** Every endpoint that has a route; several products may have declared it, each with its own result. */
const having = (wanted: string): readonly AnyEndpoint[] => endpoints.filter(({ route }) => route === wanted)

/** What a client that checks every answer makes of this one. */
const answered = async (endpoint: AnyEndpoint, example: Example): Promise<unknown> => {
  const body = endpoint.answer === 'bare' ? resultOf(example) : { success: true, errors: [], messages: [], result: resultOf(example), ...(example.info === undefined ? {} : { result_info: example.info }) }
  const client = createClient({ transport: memoryTransport(() => ({ body })), validate: 'throw', retry: false, throttle: false })
  const input = sampleInputs(endpoint.input)[0] as never
  if (endpoint.kind === 'list') return (await client.list(endpoint, input).pages()[Symbol.asyncIterator]().next()).value?.items
  return client.call(endpoint as Endpoint, input)
}

describe('an answer that the documents of 2015 show', () => {
  it('is there for each of their 102 calls', () => {
    expect(examples.map(({ id }) => id)).toEqual(Array.from({ length: 102 }, (_, index) => `V4-${String(index + 1).padStart(3, '0')}`))
  })

  it.each(examples.map((example) => [example.id, example.route, example] as const))('%s %s has the declared shape', async (_, route, example) => {
    const found = having(route)
    expect(found).not.toEqual([])
    for (const endpoint of found) expect(await answered(endpoint, example)).toEqual(resultOf(example))
  })
})
