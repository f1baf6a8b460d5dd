import { refuse } from '../errors.ts'
import type { Collection } from '../state/documents.ts'
import { accountOf } from './account-scope.ts'
import type { Context } from './handler.ts'

/** Who takes messages out of a queue. */
export interface Consumer {
  readonly id: string
  readonly type: string
  readonly script?: string
  readonly dead_letter_queue?: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly created_on: string
}

/** A queue without its messages. */
export interface Queue {
  readonly name: string
  readonly settings: { readonly delivery_delay: number; readonly delivery_paused: boolean; readonly message_retention_period: number }
  readonly consumers: readonly Consumer[]
  readonly created_on: string
  readonly modified_on: string
}

/** A queue of an account. */
export interface FoundQueue {
  readonly account: string
  readonly id: string
  readonly queue: Queue
}

/** Queues by account. */
export const queuesIn = ({ state }: Context): Collection<Queue> => state.documents.collection('queues')

/** What belongs to one queue stands in this scope. */
export const messageScope = (queue: string): string => `queue/${queue}`

/** The refusal of a field. */
export const queueInvalid = (field: string, detail: string) => refuse('queue_request', { field, detail })

/** @throws Refusal `queue_not_found`. */
export const queueOf = (context: Context): FoundQueue => {
  const account = accountOf(context).id
  const id = String(context.input['queue_id'])
  const queue = queuesIn(context).get(account, id)
  if (queue === undefined) throw refuse('queue_not_found')
  return { account, id, queue }
}

/** @throws Refusal `queue_consumer_not_found`. */
export const consumerOf = ({ input }: Context, { consumers }: Queue): Consumer => {
  const consumer = consumers.find(({ id }) => id === input['consumer_id'])
  if (consumer === undefined) throw refuse('queue_consumer_not_found')
  return consumer
}
