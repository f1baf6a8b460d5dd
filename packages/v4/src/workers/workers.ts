/**
 * Workers as today's programs see them: with an identifier that stays, and what refers to them.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { inAccount } from './common.ts'

/** A Worker with all that holds for its versions. */
const Worker = z.object({
  /** Identifier; it stays when the code changes. Read-only. */
  id: z.string(),
  /** Name. */
  name: z.string(),
  /** Whether logs are pushed to a Logpush job. */
  logpush: z.boolean(),
  /** Where logs and traces go. */
  observability: z.record(z.string(), z.unknown()),
  /** What needs it. Read-only. */
  references: z.object({
    /** Its hostnames. */
    domains: z.array(z.record(z.string(), z.unknown())),
    /** Workers that use its Durable Objects. */
    durable_objects: z.array(z.record(z.string(), z.unknown())),
    /** Queues whose messages it takes. */
    queues: z.array(z.record(z.string(), z.unknown())),
    /** Workers that call it. */
    workers: z.array(z.record(z.string(), z.unknown())),
    /** Namespaces whose Workers call out through it. */
    dispatch_namespace_outbounds: z.array(z.record(z.string(), z.unknown())),
  }),
  /** Whether it answers below `workers.dev`. */
  subdomain: z.object({
    /** Whether the Worker itself does. */
    enabled: z.boolean(),
    /** Whether its versions do. */
    previews_enabled: z.boolean(),
  }),
  /** Words by which Workers are found again. */
  tags: z.array(z.string()),
  /** Workers that receive its traces. */
  tail_consumers: z.array(z.record(z.string(), z.unknown())),
  /** When it was made, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  updated_on: z.string(),
  /** When it was deployed last, RFC 3339. Read-only. */
  deployed_on: z.optional(z.nullable(z.string())),
})
export interface Worker extends z.output<typeof Worker> {}

const WorkerGet = z.strictObject({
  ...inAccount,
  /** Identifier of the Worker, or its name. */
  worker_id: identifier,
})
export interface WorkerGet extends z.input<typeof WorkerGet> {}

/**
 * Read a Worker, without its code.
 * @example const { subdomain, references } = await cf.workers.workers.get({ account_id, worker_id: 'hello' })
 */
export const get = endpoint<WorkerGet, Worker>('GET /accounts/{account_id}/workers/workers/{worker_id}', { input: WorkerGet, result: Worker, permission: '#worker:read', since: '2025-09' })
