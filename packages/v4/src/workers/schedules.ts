/**
 * Times at which a Worker is run by itself.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneScript } from './common.ts'

const Schedules = z.object({
  /** The schedules, in the order in which they were given. */
  schedules: z.array(
    z.object({
      /** When, in the form of cron with five fields, UTC. */
      cron: z.string(),
      /** When it was added, RFC 3339. Read-only. */
      created_on: z.optional(z.string()),
      /** When it was changed last, RFC 3339. Read-only. */
      modified_on: z.optional(z.string()),
    }),
  ),
})
export interface Schedules extends z.output<typeof Schedules> {}

const SchedulesGet = z.strictObject(oneScript)
export interface SchedulesGet extends z.input<typeof SchedulesGet> {}

/**
 * Read the schedules of a Worker.
 * @example const { schedules } = await cf.workers.schedules.get({ account_id, script_name: 'hello' })
 */
export const get = endpoint<SchedulesGet, Schedules>('GET /accounts/{account_id}/workers/scripts/{script_name}/schedules', { input: SchedulesGet, result: Schedules, permission: '#worker:read' })

const SchedulesUpdate = z.strictObject({
  ...oneScript,
  /** The schedules; those that are not said are gone. */
  schedules: z.array(
    z.strictObject({
      /** When, in the form of cron with five fields, UTC. */
      cron: z.string().check(z.minLength(1)),
    }),
  ),
})
export interface SchedulesUpdate extends z.input<typeof SchedulesUpdate> {}

/**
 * Replace the schedules of a Worker; an empty list ends them.
 * @example await cf.workers.schedules.update({ account_id, script_name: 'hello', schedules: [{ cron: '0 3 * * *' }] })
 */
export const update = endpoint<SchedulesUpdate, Schedules>('PUT /accounts/{account_id}/workers/scripts/{script_name}/schedules', { input: SchedulesUpdate, result: Schedules, body: { json: 'schedules' }, permission: '#worker:edit' })
