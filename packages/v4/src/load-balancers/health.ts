import * as z from '@zonewright/core/schema'
import { hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const originHealth = z.record(
  z.string(),
  z.object({
    /** Whether the server is well. */
    healthy: z.optional(z.boolean()),
    /** What was wrong. */
    failure_reason: z.optional(z.string()),
    /** Status of its answer. */
    response_code: z.optional(z.number()),
    /** Time that its answer took, such as `12.1ms`. */
    rtt: z.optional(z.string()),
  }),
)

/** How the servers of a pool look from one place. */
export const PoolSight = z.object({
  /** Whether enough servers are well. */
  healthy: z.optional(z.boolean()),
  /** Each server by its address. */
  origins: z.optional(z.array(originHealth)),
})
export interface PoolSight extends z.output<typeof PoolSight> {}

/** How the servers of a pool are. */
export const PoolHealth = z.object({
  /** Identifier of the pool. */
  pool_id: z.optional(z.string()),
  /** What each data centre sees, by its place, such as `Amsterdam, NL`; nothing when no monitor checks the pool. */
  pop_health: z.optional(z.record(z.string(), PoolSight)),
})
export interface PoolHealth extends z.output<typeof PoolHealth> {}

/** A check that was started. */
export const Preview = z.object({
  /** Identifier of what comes of it. */
  preview_id: z.optional(z.string()),
  /** Names of the pools that are checked, by identifier. */
  pools: z.optional(z.record(z.string(), z.string())),
})
export interface Preview extends z.output<typeof Preview> {}

const PreviewGet = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Identifier that the start of the check gave. */
  preview_id: identifier,
})
export interface PreviewGet extends z.input<typeof PreviewGet> {}

/**
 * Read what came of a check that `pools.preview` or `monitors.preview` started, by identifier of the pool.
 * @example const pools = await cf.loadBalancers.preview({ account_id, preview_id: id })
 */
export const preview = endpoint<PreviewGet, Record<string, PoolSight>>('GET /accounts/{account_id}/load_balancers/preview/{preview_id}', { input: PreviewGet, result: z.record(z.string(), PoolSight), permission: '#lb:read' })
