/**
 * Who takes messages out of a queue: a Worker, or whoever fetches them; one a queue.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { oneQueue } from './common.ts'
import { Consumer, consumerFields } from './consumer.ts'

const oneConsumer = {
  ...oneQueue,
  /** Identifier of the consumer. */
  consumer_id: hexIdentifier,
}

const ConsumerList = z.strictObject(oneQueue)
export interface ConsumerList extends z.input<typeof ConsumerList> {}

/**
 * List the consumers of a queue, all at once.
 * @example const [consumer] = await cf.queues.consumers.list({ account_id, queue_id: id })
 */
export const list = endpoint<ConsumerList, Consumer[]>('GET /accounts/{account_id}/queues/{queue_id}/consumers', { input: ConsumerList, result: z.array(Consumer), permission: '#queues:read', since: '2024-03' })

const ConsumerCreate = z.strictObject({ ...oneQueue, ...consumerFields })
export interface ConsumerCreate extends z.input<typeof ConsumerCreate> {}

/**
 * Give a queue its consumer.
 * @example await cf.queues.consumers.create({ account_id, queue_id: id, type: 'http_pull', settings: { visibility_timeout_ms: 10_000 } })
 */
export const create = endpoint<ConsumerCreate, Consumer>('POST /accounts/{account_id}/queues/{queue_id}/consumers', { input: ConsumerCreate, result: Consumer, permission: '#queues:edit', since: '2024-03' })

const ConsumerGet = z.strictObject(oneConsumer)
export interface ConsumerGet extends z.input<typeof ConsumerGet> {}

/**
 * Read one consumer.
 * @example const { settings } = await cf.queues.consumers.get({ account_id, queue_id: id, consumer_id: id })
 */
export const get = endpoint<ConsumerGet, Consumer>('GET /accounts/{account_id}/queues/{queue_id}/consumers/{consumer_id}', { input: ConsumerGet, result: Consumer, permission: '#queues:read', since: '2025-01' })

const ConsumerUpdate = z.strictObject({ ...oneConsumer, ...consumerFields })
export interface ConsumerUpdate extends z.input<typeof ConsumerUpdate> {}

/**
 * Replace the settings of a consumer.
 * @example await cf.queues.consumers.update({ account_id, queue_id: id, consumer_id: id, type: 'worker', script_name: 'hello', settings: { batch_size: 50 } })
 */
export const update = endpoint<ConsumerUpdate, Consumer>('PUT /accounts/{account_id}/queues/{queue_id}/consumers/{consumer_id}', { input: ConsumerUpdate, result: Consumer, permission: '#queues:edit', since: '2024-03' })

const ConsumerDelete = z.strictObject(oneConsumer)
export interface ConsumerDelete extends z.input<typeof ConsumerDelete> {}

/**
 * Take the consumer away; messages stay.
 * @example await cf.queues.consumers.remove({ account_id, queue_id: id, consumer_id: id })
 */
export const remove = endpoint<ConsumerDelete, null>('DELETE /accounts/{account_id}/queues/{queue_id}/consumers/{consumer_id}', { input: ConsumerDelete, result: z.literal(null), permission: '#queues:edit', since: '2024-03', repeated: { codes: [11_006], result: () => null } })
