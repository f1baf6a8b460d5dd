import * as z from '@zonewright/core/schema'

/** Who takes messages out of a queue. */
export const Consumer = z.object({
  /** Identifier. Read-only. */
  consumer_id: z.string(),
  /** `worker` when a Worker is called, `http_pull` when messages are fetched. */
  type: z.string(),
  /** Name of the queue. Read-only. */
  queue_name: z.optional(z.string()),
  /** Name of the Worker; only with `worker`. */
  script: z.optional(z.string()),
  /** Queue for messages that failed too often. */
  dead_letter_queue: z.optional(z.string()),
  /** How messages are given out. */
  settings: z.optional(
    z.object({
      /** Most messages in a batch. */
      batch_size: z.optional(z.number()),
      /** Most runs at the same time, or null for as many as needed; only with `worker`. */
      max_concurrency: z.optional(z.nullable(z.number())),
      /** How often a message is tried again. */
      max_retries: z.optional(z.number()),
      /** Milliseconds that a batch waits to be filled; only with `worker`. */
      max_wait_time_ms: z.optional(z.number()),
      /** Seconds before a failed message is tried again. */
      retry_delay: z.optional(z.number()),
      /** Milliseconds for which a fetched message is nobody else's; only with `http_pull`. */
      visibility_timeout_ms: z.optional(z.number()),
    }),
  ),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
})
export interface Consumer extends z.output<typeof Consumer> {}

/** What can be said of a consumer. */
export const consumerFields = {
  /** Whether a Worker is called, or messages are fetched. */
  type: z.enum(['worker', 'http_pull']),
  /** Name of the Worker; needed with `worker`. */
  script_name: z.optional(z.string().check(z.minLength(1))),
  /** Name of the queue for messages that failed too often; without one they are thrown away. */
  dead_letter_queue: z.optional(z.string()),
  /** How messages are given out. */
  settings: z.optional(
    z.strictObject({
      /** Most messages in a batch, 1 to 100. Default 10. */
      batch_size: z.optional(z.int().check(z.gte(1), z.lte(100))),
      /** Most runs at the same time, 1 to 250, or null for as many as needed; only with `worker`. */
      max_concurrency: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(250)))),
      /** How often a message is tried again, 0 to 100. Default 3. */
      max_retries: z.optional(z.int().check(z.gte(0), z.lte(100))),
      /** Milliseconds that a batch waits to be filled, 0 to 60,000. Default 5,000; only with `worker`. */
      max_wait_time_ms: z.optional(z.int().check(z.gte(0), z.lte(60_000))),
      /** Seconds before a failed message is tried again, 0 to 86,400. Default 0. */
      retry_delay: z.optional(z.int().check(z.gte(0), z.lte(86_400))),
      /** Milliseconds for which a fetched message is nobody else's, 0 to 43,200,000. Default 30,000; only with `http_pull`. */
      visibility_timeout_ms: z.optional(z.int().check(z.gte(0), z.lte(43_200_000))),
    }),
  ),
}
