import { queues, workers } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { manualClock } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account("user@example.com's Account")

const started = async () => {
  const clock = manualClock()
  const client = await strictClient({ clock })
  const { queue_id } = await client.call(queues.create, { account_id, queue_name: 'mail' })
  return { client, clock, here: { account_id, queue_id } }
}

describe('queues', () => {
  it('are created, listed by page, renamed, paused and deleted', async () => {
    const { client, here } = await started()
    for (const name of ['two', 'three']) await client.call(queues.create, { account_id, queue_name: name })
    expect((await client.list(queues.list, { account_id, per_page: 2 }).all({ limit: 9 })).map(({ queue_name }) => queue_name)).toEqual(['mail', 'two', 'three'])
    expect(await client.call(queues.edit, { ...here, settings: { delivery_paused: true } })).toMatchObject({ settings: { delivery_paused: true, delivery_delay: 0, message_retention_period: 345_600 } })
    expect(await client.call(queues.edit, { ...here, queue_name: 'post' })).toMatchObject({ queue_name: 'post', settings: { delivery_paused: true } })
    expect(await client.call(queues.update, { ...here, settings: { delivery_delay: 5 } })).toMatchObject({ queue_name: 'post', settings: { delivery_paused: false, delivery_delay: 5 } })
    await expect(client.call(queues.edit, { ...here, queue_name: 'two' })).rejects.toMatchObject({ status: 409, faults: [{ code: 11_009 }] })
    expect(await client.call(queues.remove, here)).toBeNull()
    await expect(client.call(queues.get, here)).rejects.toMatchObject({ faults: [{ code: 11_000 }] })
  })

  it('have one consumer, a Worker that handles messages or whoever fetches them', async () => {
    const { client, here } = await started()
    await client.call(workers.scripts.update, { account_id, script_name: 'worker', metadata: { main_module: 'a.js', bindings: [{ type: 'queue', name: 'MAIL', queue_name: 'mail' }] }, files: [{ name: 'a.js', type: 'application/javascript+module', content: 'export default { queue(batch) {} }' }] })
    const consumer = await client.call(queues.consumers.create, { ...here, type: 'worker', script_name: 'worker', settings: { batch_size: 50 } })
    expect(consumer).toMatchObject({ type: 'worker', script: 'worker', queue_name: 'mail', settings: { batch_size: 50, max_retries: 3, max_wait_time_ms: 5000 } })
    expect(await client.call(queues.get, here)).toMatchObject({ consumers_total_count: 1, producers: [{ type: 'worker', script: 'worker' }] })
    const one = { ...here, consumer_id: consumer.consumer_id }
    const changed = await client.call(queues.consumers.update, { ...one, type: 'http_pull', settings: { max_retries: 1 } })
    expect(changed).toMatchObject({ consumer_id: consumer.consumer_id, type: 'http_pull', settings: { max_retries: 1, visibility_timeout_ms: 30_000 } })
    expect(changed).not.toHaveProperty('script')
    expect(await client.call(queues.consumers.get, one)).toEqual(changed)
    expect(await client.call(queues.consumers.list, here)).toEqual([changed])
    await client.call(queues.consumers.remove, one)
    expect(await client.call(queues.consumers.list, here)).toEqual([])
  })
})

describe('messages', () => {
  it('are given out in their order, and are gone when they are acknowledged', async () => {
    const { client, here } = await started()
    await client.call(queues.consumers.create, { ...here, type: 'http_pull' })
    expect(await client.call(queues.messages.push, { ...here, body: 'ü' })).toMatchObject({ metadata: { metrics: { backlog_count: 1, backlog_bytes: 2 } } })
    await client.call(queues.messages.bulkPush, { ...here, messages: [{ body: { a: 1 } }, { body: '2', content_type: 'json' }] })
    const { messages, message_backlog_count } = await client.call(queues.messages.pull, { ...here, batch_size: 10 })
    expect(message_backlog_count).toBe(3)
    expect(messages.map(({ body, attempts, metadata }) => [body, attempts, metadata?.['CF-Content-Type']])).toEqual([['ü', 1, 'text'], [Buffer.from('{"a":1}').toString('base64'), 1, 'json'], [Buffer.from('"2"').toString('base64'), 1, 'json']])
    expect((await client.call(queues.messages.pull, here)).messages).toEqual([])
    const acks = messages.map(({ lease_id }) => ({ lease_id }))
    expect(await client.call(queues.messages.ack, { ...here, acks: [...acks, { lease_id: 'none' }] })).toEqual({ ackCount: 3, retryCount: 0, warnings: { none: 'lease is unknown or over' } })
    expect(await client.call(queues.messages.pull, here)).toMatchObject({ messages: [], message_backlog_count: 0 })
  })

  it('come again when their lease is over, later when that is asked for, and go to another queue when they failed too often', async () => {
    const { client, clock, here } = await started()
    const { queue_id: dead } = await client.call(queues.create, { account_id, queue_name: 'failed' })
    await client.call(queues.consumers.create, { ...here, type: 'http_pull', dead_letter_queue: 'failed', settings: { max_retries: 2, visibility_timeout_ms: 10_000 } })
    await client.call(queues.consumers.create, { account_id, queue_id: dead, type: 'http_pull' })
    await client.call(queues.messages.push, { ...here, body: 'x', delay_seconds: 5 })
    const pull = async () => (await client.call(queues.messages.pull, here)).messages
    expect(await pull()).toEqual([])
    clock.advance(5000)
    expect(await pull()).toMatchObject([{ attempts: 1 }])
    clock.advance(10_000)
    const [second] = await pull()
    expect(second).toMatchObject({ attempts: 2 })
    expect(await client.call(queues.messages.ack, { ...here, retries: [{ lease_id: second?.lease_id ?? '', delay_seconds: 60 }] })).toMatchObject({ retryCount: 1 })
    clock.advance(59_000)
    expect(await pull()).toEqual([])
    clock.advance(1000)
    expect(await pull()).toMatchObject([{ attempts: 3 }])
    clock.advance(10_000)
    expect(await pull()).toEqual([])
    expect((await client.call(queues.messages.pull, { account_id, queue_id: dead })).messages).toMatchObject([{ body: 'x', attempts: 1 }])
  })

  it('wait while the queue is paused, and are gone when nobody took them in time', async () => {
    const { client, clock, here } = await started()
    await client.call(queues.consumers.create, { ...here, type: 'http_pull' })
    await client.call(queues.edit, { ...here, settings: { delivery_paused: true, message_retention_period: 60 } })
    await client.call(queues.messages.push, { ...here, body: 'x' })
    expect(await client.call(queues.messages.pull, here)).toMatchObject({ messages: [], message_backlog_count: 1 })
    clock.advance(61_000)
    await client.call(queues.edit, { ...here, settings: { delivery_paused: false } })
    expect(await client.call(queues.messages.pull, here)).toMatchObject({ messages: [], message_backlog_count: 0 })
  })
})
