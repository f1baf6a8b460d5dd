/**
 * Tails: the logs of a Worker as they come, over a web socket.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { oneScript } from './common.ts'

/** A tail. */
const Tail = z.object({
  /** Identifier. Read-only. */
  id: z.string(),
  /** Address of the web socket; whoever has it can read the logs. Read-only. */
  url: z.string(),
  /** When it ends, RFC 3339. Read-only. */
  expires_at: z.string(),
})
export interface Tail extends z.output<typeof Tail> {}

const secrets = ['url']

const TailList = z.strictObject(oneScript)
export interface TailList extends z.input<typeof TailList> {}

/**
 * List the tails of a Worker that have not ended.
 * @example const tails = await cf.workers.tails.list({ account_id, script_name: 'hello' })
 */
export const list = endpoint<TailList, Tail[]>('GET /accounts/{account_id}/workers/scripts/{script_name}/tails', { input: TailList, result: z.array(Tail), permission: '#worker_tail:read', since: '2020-07', secrets })

const TailCreate = z.strictObject({
  ...oneScript,
  /** What to let through, such as `{ sampling_rate: 0.1 }`, `{ outcome: ['exception'] }` or `{ method: ['GET'] }`; all of it when not said. */
  filters: z.optional(z.array(z.record(z.string(), z.unknown()))),
})
export interface TailCreate extends z.input<typeof TailCreate> {}

/**
 * Start a tail.
 * @example const { url, expires_at } = await cf.workers.tails.create({ account_id, script_name: 'hello', filters: [{ outcome: ['exception'] }] })
 */
export const create = endpoint<TailCreate, Tail>('POST /accounts/{account_id}/workers/scripts/{script_name}/tails', { input: TailCreate, result: Tail, permission: '#worker_tail:read', since: '2020-07', secrets })

const TailDelete = z.strictObject({
  ...oneScript,
  /** Identifier of the tail. */
  tail_id: hexIdentifier,
})
export interface TailDelete extends z.input<typeof TailDelete> {}

/**
 * End a tail.
 * @example await cf.workers.tails.remove({ account_id, script_name: 'hello', tail_id: id })
 */
export const remove = endpoint<TailDelete, null>('DELETE /accounts/{account_id}/workers/scripts/{script_name}/tails/{tail_id}', { input: TailDelete, result: z.literal(null), permission: '#worker_tail:read', since: '2020-07' })
