/**
 * Messages of a queue, put in and fetched over HTTP.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneQueue } from './common.ts'

const delay = z.optional(z.int().check(z.gte(0), z.lte(86_400)))

const messageFields = {
  /** What it says: text, or anything that JSON can say; at most 128 kB. */
  body: z.unknown(),
  /** How the body is kept. Default `text` for texts, `json` for the rest. */
  content_type: z.optional(z.enum(['text', 'json'])),
  /** Seconds before it is given out, 0 to 86,400. Default: that of the queue. */
  delay_seconds: delay,
}

/** What putting messages in came to. */
const Pushed = z.object({
  /** Figures beside the messages. */
  metadata: z.optional(
    z.object({
      /** What waits in the queue, not exact. */
      metrics: z.optional(
        z.object({
          /** Bytes of messages that wait. */
          backlog_bytes: z.number(),
          /** Messages that wait. */
          backlog_count: z.number(),
          /** When the oldest one came, in milliseconds since 1970; 0 when not known. */
          oldest_message_timestamp_ms: z.number(),
        }),
      ),
    }),
  ),
})
export interface Pushed extends z.output<typeof Pushed> {}

const MessagePush = z.strictObject({ ...oneQueue, ...messageFields })
export interface MessagePush extends z.input<typeof MessagePush> {}

/**
 * Put a message into a queue.
 * @example await cf.queues.messages.push({ account_id, queue_id: id, body: { order: 1 }, content_type: 'json' })
 */
export const push = endpoint<MessagePush, Pushed>('POST /accounts/{account_id}/queues/{queue_id}/messages', { input: MessagePush, result: Pushed, permission: '#queues:edit', since: '2025-05' })

const MessageBulkPush = z.strictObject({
  ...oneQueue,
  /** The messages, at most 100 and 256 kB. */
  messages: z.array(z.strictObject(messageFields)).check(z.minLength(1), z.maxLength(100)),
  /** Seconds before those are given out that do not say it themselves, 0 to 86,400. */
  delay_seconds: delay,
})
export interface MessageBulkPush extends z.input<typeof MessageBulkPush> {}

/**
 * Put up to 100 messages into a queue.
 * @example await cf.queues.messages.bulkPush({ account_id, queue_id: id, messages: [{ body: 'one' }, { body: 'two', delay_seconds: 60 }] })
 */
export const bulkPush = endpoint<MessageBulkPush, Pushed>('POST /accounts/{account_id}/queues/{queue_id}/messages/batch', { input: MessageBulkPush, result: Pushed, permission: '#queues:edit', since: '2025-05' })

/** Messages that were fetched. */
const Pulled = z.object({
  /** The messages, oldest first. */
  messages: z.array(
    z.object({
      /** Identifier, 32 hexadecimal digits. */
      id: z.string(),
      /** What it says: text as it was put in, or JSON in base64. */
      body: z.string(),
      /** How often it was given out, this time too. */
      attempts: z.number(),
      /** When it was put in, in milliseconds since 1970. */
      timestamp_ms: z.number(),
      /** What to acknowledge it with. */
      lease_id: z.string(),
      /** Such as `CF-Content-Type`. */
      metadata: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
  /** Messages that wait, those that were fetched too. */
  message_backlog_count: z.optional(z.number()),
})
export interface Pulled extends z.output<typeof Pulled> {}

const MessagePull = z.strictObject({
  ...oneQueue,
  /** Most messages, 1 to 100. Default 5. */
  batch_size: z.optional(z.int().check(z.gte(1), z.lte(100))),
  /** Milliseconds for which they are nobody else's, 1,000 to 43,200,000. Default: that of the consumer. */
  visibility_timeout_ms: z.optional(z.int().check(z.gte(1000), z.lte(43_200_000))),
})
export interface MessagePull extends z.input<typeof MessagePull> {}

/**
 * Fetch messages. What is not acknowledged in time comes again. The queue needs a consumer of the type `http_pull`.
 * @example const { messages } = await cf.queues.messages.pull({ account_id, queue_id: id, batch_size: 10 })
 */
export const pull = endpoint<MessagePull, Pulled>('POST /accounts/{account_id}/queues/{queue_id}/messages/pull', { input: MessagePull, result: Pulled, permission: '#queues:edit', since: '2024-03' })

/** What was acknowledged. */
const Acknowledged = z.object({
  /** Messages that are done. */
  ackCount: z.number(),
  /** Messages that will come again. */
  retryCount: z.number(),
  /** What was odd, by the lease. */
  warnings: z.optional(z.union([z.record(z.string(), z.string()), z.array(z.string())])),
})
export interface Acknowledged extends z.output<typeof Acknowledged> {}

const MessageAck = z.strictObject({
  ...oneQueue,
  /** Messages that are done. */
  acks: z.optional(
    z.array(
      z.strictObject({
        /** The lease that came with it. */
        lease_id: z.string().check(z.minLength(1)),
      }),
    ),
  ),
  /** Messages to be given out again. */
  retries: z.optional(
    z.array(
      z.strictObject({
        /** The lease that came with it. */
        lease_id: z.string().check(z.minLength(1)),
        /** Seconds before that, 0 to 86,400. Default: that of the consumer. */
        delay_seconds: delay,
      }),
    ),
  ),
})
export interface MessageAck extends z.input<typeof MessageAck> {}

/**
 * Say which messages are done, and which are to come again.
 * @example await cf.queues.messages.ack({ account_id, queue_id: id, acks: [{ lease_id: id }] })
 */
export const ack = endpoint<MessageAck, Acknowledged>('POST /accounts/{account_id}/queues/{queue_id}/messages/ack', { input: MessageAck, result: Acknowledged, permission: '#queues:edit', since: '2024-03' })
