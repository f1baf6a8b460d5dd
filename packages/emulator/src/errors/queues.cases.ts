import { seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'

const account = `/accounts/${seededIds.account("user@example.com's Account")}`
const path = `${account}/queues`
const unknownId = '0'.repeat(32)

/** Makes a queue and sends requests about it; the answer of the last one counts. */
const within = (...requests: readonly (readonly [method: string, below: string, body?: unknown])[]): Send => async (emulator) => {
  const { json } = await emulator.call('POST', path, { queue_name: 'mail' })
  let answer = await emulator.call('PUT', `${account}/workers/scripts/fetcher`, "addEventListener('fetch', () => {})")
  for (const [method, below, body] of requests) answer = await emulator.call(method, `${path}/${String(json.result['queue_id'])}${below}`, body)
  return answer
}

/** A request for every refusal of Queues. */
export const queueErrorCases: readonly ErrorCase[] = [
  { key: 'queue_not_found', when: 'the queue is not there', send: (emulator) => emulator.call('GET', `${path}/${unknownId}`) },
  { key: 'queue_name', when: 'the name of a queue has a space', send: (emulator) => emulator.call('POST', path, { queue_name: 'a b' }) },
  { key: 'queue_name_taken', when: 'another queue has the name', send: async (emulator) => {
    await emulator.call('POST', path, { queue_name: 'mail' })
    return emulator.call('POST', path, { queue_name: 'mail' })
  } },
  { key: 'queue_handler', when: 'the Worker has no handler for messages', send: within(['POST', '/consumers', { type: 'worker', script_name: 'fetcher' }]) },
  { key: 'worker_not_found', when: 'the Worker of a consumer is not there', send: within(['POST', '/consumers', { type: 'worker', script_name: 'none' }]) },
  { key: 'queue_consumer_exists', when: 'a queue gets a second consumer', send: within(['POST', '/consumers', { type: 'http_pull' }], ['POST', '/consumers', { type: 'http_pull' }]) },
  { key: 'queue_consumer_not_found', when: 'the consumer is not there', send: within(['DELETE', `/consumers/${unknownId}`]) },
  { key: 'queue_message_size', when: 'a message is larger than 128 kB', send: within(['POST', '/messages', { body: 'x'.repeat(128_001) }]) },
  { key: 'queue_batch_size', when: 'messages are larger than 256 kB together', send: within(['POST', '/messages/batch', { messages: Array.from({ length: 3 }, () => ({ body: 'x'.repeat(100_000) })) }]) },
  { key: 'queue_request', when: 'a delay is longer than a day', send: within(['POST', '/messages', { body: 'x', delay_seconds: 86_401 }]) },
  { key: 'queue_pull_disabled', when: 'messages are fetched though no consumer may', send: within(['POST', '/messages/pull', {}]) },
]
