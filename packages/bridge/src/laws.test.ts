import { type AnyEndpoint, type Call, globalKey, hostKey, loadProtocol, type Reply } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import * as legacy from '@zonewright/legacy-client'
import { declaredEndpoints, sampleInputs, samples } from '@zonewright/testing'
import { describe, expect, it } from 'vitest'

import { clientActions, reportAction } from './translate/client.ts'
import { hostActs } from './translate/host.ts'
import { acceptForm, type FormReading } from './wire/accept.ts'
import { clientResult } from './wire/client-envelope.ts'
import { hostResult } from './wire/host-envelope.ts'
import { readParameters } from './wire/parameters.ts'

type Fields = Readonly<Record<string, unknown>>

const callOf = (endpoint: AnyEndpoint, input: Fields): Call => ({
  endpoint,
  input,
  baseUrl: 'http://127.0.0.1',
  credentials: endpoint.protocol.name.startsWith('host') ? hostKey('8afbe6dea02407989af4dd4c97bb6e25') : globalKey('user@example.com', '144c9defac04969c7bfad8efaa8ea194b6f3a'),
  attempt: 1,
  timeoutMs: 1000,
})

const translations: ReadonlyMap<string, FormReading> = new Map<string, FormReading>([...clientActions, ...hostActs])
const readingOf = (endpoint: AnyEndpoint): FormReading | undefined => (endpoint.protocol.name === 'legacy-client-events' ? reportAction : translations.get(endpoint.target.path))

const endpoints = [...declaredEndpoints(legacy), ...declaredEndpoints(gateway)]

/** An empty field of a form is one that was not given. */
const given = (input: Fields): Fields => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.join(',') === '')))

const isComplete = (endpoint: AnyEndpoint, input: Fields): boolean => (endpoint.input as unknown as { readonly '~standard': { validate(value: unknown): { readonly issues?: unknown } } })['~standard'].validate(input).issues === undefined

describe('a form of a client', () => {
  it('has its translation, whichever action it is', () => {
    expect(endpoints.length).toBeGreaterThan(50)
    expect(endpoints.filter((endpoint) => readingOf(endpoint)?.forms.includes(endpoint) !== true).map(({ route }) => route)).toEqual([])
  })

  // A report is kept as it came, and not by its declaration: programs name its parts differently.
  it.each(endpoints.filter(({ protocol }) => protocol.name !== 'legacy-client-events').map((endpoint) => [endpoint.route, endpoint.protocol.name, endpoint] as const))('%s of %s is understood as it was meant', async (_, __, endpoint) => {
    const reading = readingOf(endpoint) as FormReading
    for (const input of sampleInputs(endpoint.input)) {
      const { method, url, headers, body = '' } = (await loadProtocol(endpoint.protocol)).encode(callOf(endpoint, input))
      const { pathname, search } = new URL(url)
      const sent = await readParameters({ method, target: pathname + search, contentType: headers['content-type'] ?? '', body: Buffer.from(body) })
      const accepted = acceptForm(reading, sent)
      if (!isComplete(endpoint, given(input))) {
        expect(accepted).toHaveProperty('issues')
        continue
      }
      if ('issues' in accepted) throw new Error(`${JSON.stringify(input)}: ${JSON.stringify(accepted.issues)}`)
      // Where two editions have one action, the newer declaration may take what fits both.
      expect(reading.forms).toContain(accepted.endpoint)
      expect(given(accepted.input)).toEqual(given(input))
    }
  })
})

/** How a listing's items stand in an answer. */
const wrapped: Readonly<Record<string, (items: readonly unknown[]) => unknown>> = {
  zone_load_multi: (objs) => ({ zones: { has_more: false, count: objs.length, objs } }),
  rec_load_all: (objs) => ({ recs: { has_more: false, count: objs.length, objs } }),
  zone_list: (items) => items,
}

const answerOf = (endpoint: AnyEndpoint, response: unknown): { readonly contentType: string; readonly body: string } => {
  const { path } = endpoint.target
  if (endpoint.answer === 'text') return { contentType: 'text/plain; charset=utf-8', body: 'OK' }
  const nested = (readingOf(endpoint) as { readonly nested?: boolean }).nested === true
  const body = endpoint.protocol.name.startsWith('host') ? hostResult(path, {}, { response, message: 'Words for a user.', beside: { limit: '100', offset: '0' } }) : clientResult({ action: path, sent: { a: path, tkn: 'secret' }, echo: true, nested }, { response })
  return { contentType: 'application/json', body: JSON.stringify(body) }
}

const decoded = async (endpoint: AnyEndpoint, response: unknown): Promise<Reply> => {
  const { contentType, body } = answerOf(endpoint, response)
  return (await loadProtocol(endpoint.protocol)).decode(callOf(endpoint, {}), { status: 200, headers: { 'content-type': contentType }, body: Buffer.from(body) })
}

describe('an answer of the server', () => {
  const calls = endpoints.flatMap((endpoint) => (endpoint.kind === 'call' && endpoint.answer !== 'text' ? [endpoint] : []))
  it.each(calls.map((endpoint) => [endpoint.route, endpoint.protocol.name, endpoint] as const))('%s of %s is what its client makes of it', async (_, __, endpoint) => {
    for (const result of samples(endpoint.result)) {
      // A new key that is empty is no answer to its client.
      if ((result as Fields)['host_key'] === '') continue
      const plain = JSON.parse(JSON.stringify(result)) as unknown
      expect((await decoded(endpoint, plain)).result).toEqual(plain)
    }
  })

  const listings = endpoints.flatMap((endpoint) => (endpoint.kind === 'list' ? [endpoint] : []))
  it.each(listings.map((endpoint) => [endpoint.route, endpoint] as const))('%s has its items back', async (_, endpoint) => {
    const items = samples(endpoint.item).map((item) => JSON.parse(JSON.stringify(item)) as unknown)
    const wrap = wrapped[endpoint.target.path]
    if (wrap === undefined) throw new Error(`how does ${endpoint.route} hold its items?`)
    const { result } = await decoded(endpoint, wrap(items))
    expect(endpoint.page.items === undefined ? result : endpoint.page.items(result)).toEqual(items)
  })

  it.each(endpoints.filter(({ answer }) => answer === 'text').map((endpoint) => [endpoint.protocol.name, endpoint.route, endpoint] as const))('%s %s says OK', async (_, __, endpoint) => {
    expect((await decoded(endpoint, 'OK')).result).toBe('OK')
  })
})
