import { type AnyEndpoint, createClient, type Endpoint, InputError, type Transport } from '@zonewright/core'
import * as v4 from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { declaredEndpoints } from '../declared.ts'
import { type BadInput, badInputs } from '../inputs/refusals.ts'

const endpoints = declaredEndpoints(v4)
const sent: string[] = []
const transport: Transport = {
  send: ({ method, url }) => {
    sent.push(`${method} ${url}`)
    return Promise.reject(new Error(`${method} ${url} was sent`))
  },
  close: () => Promise.resolve(),
}
const client = createClient({ transport, retry: false, throttle: false })

/** What a client says to an input. */
const answer = async (endpoint: AnyEndpoint, input: unknown): Promise<unknown> => {
  try {
    await (endpoint.kind === 'list' ? client.list(endpoint, input as never).first() : client.call(endpoint as Endpoint, input as never))
  } catch (error) {
    return error
  }
  return undefined
}

/** What is wrong with how an input was refused. */
const faultsOf = async (endpoint: AnyEndpoint, { what, input, path, shows, says }: BadInput): Promise<readonly string[]> => {
  const error = await answer(endpoint, input)
  if (!(error instanceof InputError)) return [`${endpoint.route}: ${what}: not refused, but ${String(error)}`]
  const at = (wanted: readonly PropertyKey[]): string => wanted.map(String).join('.')
  // A union is refused as a whole: the words, not the path, say where in it.
  const issue = error.issues.find((one) => at(one.path) === at(path)) ?? error.issues.find((one) => one.path.every((key, index) => key === path[index]))
  if (issue === undefined) return [`${endpoint.route}: ${what}: no issue is at ${at(path)}: ${error.message}`]
  const wanted = issue.message.includes('(not shown, it is secret)') ? says : [shows, ...says]
  return wanted.filter((word) => !issue.message.includes(word)).map((word) => `${endpoint.route}: ${what}: "${issue.message}" does not say ${word}`)
}

describe('an input outside the limits of its schema', () => {
  it('is made for every endpoint that takes any', () => {
    expect(endpoints.filter(({ input }) => badInputs(input).length === 0).map(({ route }) => route)).toEqual([])
    expect(endpoints.flatMap(({ input }) => badInputs(input)).length).toBeGreaterThan(3000)
  })

  it('is refused with the field, the limit and the value, and nothing is sent', async () => {
    const faults = (await Promise.all(endpoints.flatMap((endpoint) => badInputs(endpoint.input).map((bad) => faultsOf(endpoint, bad))))).flat()
    expect(faults).toEqual([])
    expect(sent).toEqual([])
  })
})
