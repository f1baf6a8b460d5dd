import { type AnyEndpoint, Bytes, type Call, globalKey, loadProtocol, type Reply, token } from '@zonewright/core'
import { expect } from 'vitest'

import type { Accepted, Outcome, WireAnswer, WireRequest } from '../wire/v4-json.ts'
import { demo } from './start.ts'

/** The inverse of one protocol. */
export interface Inverse {
  accept(request: WireRequest): Accepted | Promise<Accepted>
  reply(endpoint: AnyEndpoint, outcome: Outcome): WireAnswer
}

const callOf = (endpoint: AnyEndpoint, input: Readonly<Record<string, unknown>>): Call => ({
  endpoint,
  input,
  baseUrl: endpoint.protocol.name === 'v4' ? 'http://127.0.0.1/client/v4' : 'http://127.0.0.1',
  credentials: endpoint.protocol.name === 'v4' ? token(demo.token) : globalKey(demo.email, demo.key),
  attempt: 1,
  timeoutMs: 1000,
})

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7)
}

/** What a client makes of an answer's bytes. */
export const decoded = async (endpoint: AnyEndpoint, { contentType, body }: WireAnswer): Promise<Reply> => {
  const bytes = Buffer.from(body)
  const stream = endpoint.kind === 'stream' ? { stream: inPieces(bytes) } : {}
  return (await loadProtocol(endpoint.protocol)).decode(callOf(endpoint, {}), { status: 200, headers: { 'content-type': contentType }, body: endpoint.kind === 'stream' ? Buffer.alloc(0) : bytes, ...stream })
}

/** Holds an endpoint to the law: each input is understood as it was meant, and the outcome comes back as it was. */
export const expectRoundTrip = async ({ accept, reply }: Inverse, endpoint: AnyEndpoint, { inputs, outcome }: { readonly inputs: readonly Readonly<Record<string, unknown>>[]; readonly outcome: Outcome }): Promise<void> => {
  const protocol = await loadProtocol(endpoint.protocol)
  for (const input of inputs) {
    const { method, url, headers, body } = protocol.encode(callOf(endpoint, input))
    const { pathname, search } = new URL(url)
    const accepted = await accept({ method, target: pathname + search, contentType: headers['content-type'] ?? '', headers, body: Buffer.from(body ?? '') })
    expect(accepted.endpoint).toBe(endpoint)
    expect(accepted.input).toEqual(input)
  }
  const back = await decoded(endpoint, reply(endpoint, outcome))
  expect(endpoint.kind === 'stream' ? await new Bytes(back.result as AsyncIterable<Uint8Array>).text() : back.result).toEqual(outcome.result)
  expect(back.info).toEqual(outcome.info)
}
