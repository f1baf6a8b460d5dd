import * as z from '@zonewright/core/schema'
import { pageNumber } from '@zonewright/core'
import { inAccount, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { oneQueue } from './common.ts'
import { Consumer } from './consumer.ts'

/** A queue. */
const Queue = z.object({
  /** Identifier, 32 hexadecimal digits. Read-only. */
  queue_id: z.string(),
  /** Name; no two in an account are the same. */
  queue_name: z.string(),
  /** How messages are kept and given out. */
  settings: z.optional(
    z.object({
      /** Seconds that every message waits before it is given out. */
      delivery_delay: z.optional(z.number()),
      /** Whether nothing is given out. */
      delivery_paused: z.optional(z.boolean()),
      /** Seconds after which a message that nobody took is gone. */
      message_retention_period: z.optional(z.number()),
    }),
  ),
  /** Who takes messages out. Read-only. */
  consumers: z.optional(z.array(Consumer)),
  /** How many those are. Read-only. */
  consumers_total_count: z.optional(z.number()),
  /** Workers and buckets that put messages in. Read-only. */
  producers: z.optional(
    z.array(
      z.object({
        /** `worker` or `r2_bucket`. */
        type: z.optional(z.string()),
        /** Name of the Worker. */
        script: z.optional(z.string()),
        /** Name of the bucket. */
        bucket_name: z.optional(z.string()),
      }),
    ),
  ),
  /** How many those are. Read-only. */
  producers_total_count: z.optional(z.number()),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface Queue extends z.output<typeof Queue> {}

/** Name of a queue. */
const queueName = z.string().check(z.minLength(1), z.maxLength(63))

const settings = z.strictObject({
  /** Seconds that every message waits before it is given out, 0 to 86,400. Default 0. */
  delivery_delay: z.optional(z.int().check(z.gte(0), z.lte(86_400))),
  /** Whether nothing is given out. Default false. */
  delivery_paused: z.optional(z.boolean()),
  /** Seconds after which a message that nobody took is gone, 60 to 1,209,600. Default 345,600. */
  message_retention_period: z.optional(z.int().check(z.gte(60), z.lte(1_209_600))),
})

const QueueList = z.strictObject({ ...inAccount, ...paging })
export interface QueueList extends z.input<typeof QueueList> {}

/**
 * List the queues of an account.
 * @example for await (const queue of cf.queues.list({ account_id })) console.log(queue.queue_name, queue.consumers_total_count)
 */
export const list = listing<QueueList, Queue>('GET /accounts/{account_id}/queues', { input: QueueList, item: Queue, page: pageNumber({ perPage: 100 }), permission: '#queues:read', since: '2024-03' })

const QueueCreate = z.strictObject({
  ...inAccount,
  /** Name: letters, digits and `-`, at most 63 characters. */
  queue_name: queueName,
})
export interface QueueCreate extends z.input<typeof QueueCreate> {}

/**
 * Create a queue.
 * @example const { queue_id } = await cf.queues.create({ account_id, queue_name: 'mail' })
 */
export const create = endpoint<QueueCreate, Queue>('POST /accounts/{account_id}/queues', { input: QueueCreate, result: Queue, permission: '#queues:edit', since: '2024-03' })

const QueueGet = z.strictObject(oneQueue)
export interface QueueGet extends z.input<typeof QueueGet> {}

/**
 * Read one queue.
 * @example const { settings } = await cf.queues.get({ account_id, queue_id: id })
 */
export const get = endpoint<QueueGet, Queue>('GET /accounts/{account_id}/queues/{queue_id}', { input: QueueGet, result: Queue, permission: '#queues:read', since: '2024-03' })

const QueueUpdate = z.strictObject({
  ...oneQueue,
  /** Name; the one it has when not said. */
  queue_name: z.optional(queueName),
  /** How messages are kept and given out; what is not said takes its default. */
  settings: z.optional(settings),
})
export interface QueueUpdate extends z.input<typeof QueueUpdate> {}

/**
 * Replace the settings of a queue.
 * @example await cf.queues.update({ account_id, queue_id: id, settings: { delivery_delay: 60 } })
 */
export const update = endpoint<QueueUpdate, Queue>('PUT /accounts/{account_id}/queues/{queue_id}', { input: QueueUpdate, result: Queue, permission: '#queues:edit', since: '2024-03' })

const QueueEdit = z.strictObject({
  ...oneQueue,
  /** New name. */
  queue_name: z.optional(queueName),
  /** What to change; what is not said stays. */
  settings: z.optional(settings),
})
export interface QueueEdit extends z.input<typeof QueueEdit> {}

/**
 * Change settings of a queue, such as to pause it.
 * @example await cf.queues.edit({ account_id, queue_id: id, settings: { delivery_paused: true } })
 */
export const edit = endpoint<QueueEdit, Queue>('PATCH /accounts/{account_id}/queues/{queue_id}', { input: QueueEdit, result: Queue, permission: '#queues:edit', safety: 'idempotent', since: '2024-12' })

const QueueDelete = z.strictObject(oneQueue)
export interface QueueDelete extends z.input<typeof QueueDelete> {}

/**
 * Delete a queue with its messages.
 * @example await cf.queues.remove({ account_id, queue_id: id })
 */
export const remove = endpoint<QueueDelete, null>('DELETE /accounts/{account_id}/queues/{queue_id}', { input: QueueDelete, result: z.literal(null), permission: '#queues:edit', since: '2024-03', repeated: { codes: [11_000], result: () => null } })
