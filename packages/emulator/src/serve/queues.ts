import type { AnyEndpoint } from '@zonewright/core'
import { queues } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { fieldsOf } from '../rules/fields.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'
import { type Consumer, consumerOf, type FoundQueue, messageScope, type Queue, queueInvalid, queueOf, queuesIn } from './queue-state.ts'
import { queueMessageHandlers } from './queue-messages.ts'
import { workerOf, workersOf } from './worker-scripts.ts'

const defaultSettings = { delivery_delay: 0, delivery_paused: false, message_retention_period: 345_600 }

const shownConsumer = (queue: Queue, { id, script, ...consumer }: Consumer): Record<string, unknown> => ({ consumer_id: id, queue_name: queue.name, ...(script === undefined ? {} : { script }), ...consumer })

/** Workers that put messages into a queue are those with a binding to it. */
const producersOf = (context: Context, account: string, name: string): readonly Record<string, unknown>[] =>
  workersOf(context)
    .all(account)
    .filter(({ value }) => value.settings.bindings.some((binding) => binding.type === 'queue' && binding['queue_name'] === name))
    .map(({ id }) => ({ type: 'worker', script: id }))

const shown = (context: Context, { account, id, queue }: FoundQueue): Record<string, unknown> => {
  const producers = producersOf(context, account, queue.name)
  return {
    queue_id: id,
    queue_name: queue.name,
    created_on: queue.created_on,
    modified_on: queue.modified_on,
    settings: queue.settings,
    producers_total_count: producers.length,
    producers,
    consumers_total_count: queue.consumers.length,
    consumers: queue.consumers.map((consumer) => shownConsumer(queue, consumer)),
  }
}

const keep = (context: Context, found: FoundQueue): Outcome => {
  const queue = { ...found.queue, modified_on: microsecondDate(context.clock.now()) }
  queuesIn(context).put(found.account, found.id, queue)
  return { result: shown(context, { ...found, queue }) }
}

const nameOf = (context: Context, account: string, name: unknown, own?: string): string => {
  if (typeof name !== 'string' || !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(name)) throw refuse('queue_name')
  if (queuesIn(context).all(account).some(({ id, value }) => id !== own && value.name === name)) throw refuse('queue_name_taken', { name })
  return name
}

const create = (context: Context): Outcome => {
  const account = accountOf(context).id
  const name = nameOf(context, account, context.input['queue_name'])
  const now = microsecondDate(context.clock.now())
  return keep(context, { account, id: context.ids.next(), queue: { name, settings: defaultSettings, consumers: [], created_on: now, modified_on: now } })
}

const change = (endpoint: AnyEndpoint, settingsBefore: (queue: Queue) => Queue['settings']) => (context: Context): Outcome => {
  const found = queueOf(context)
  const { account, id, queue } = found
  const name = context.input['queue_name'] === undefined ? queue.name : nameOf(context, account, context.input['queue_name'], id)
  const { settings } = declaredInput(endpoint, context.input, queueInvalid)
  return keep(context, { account, id, queue: { ...queue, name, settings: { ...settingsBefore(queue), ...fieldsOf(settings) } } })
}

const remove = (context: Context): Outcome => {
  const { account, id } = queueOf(context)
  context.state.documents.clear(messageScope(id))
  queuesIn(context).remove(account, id)
  return { result: null }
}

const workerSettings = { batch_size: 10, max_concurrency: null, max_retries: 3, max_wait_time_ms: 5000, retry_delay: 0 }
const pullSettings = { batch_size: 10, max_retries: 3, retry_delay: 0, visibility_timeout_ms: 30_000 }

const consumerFrom = (context: Context, endpoint: AnyEndpoint, { account }: FoundQueue, own: Pick<Consumer, 'id' | 'created_on'>): Consumer => {
  const { type, script_name: script, dead_letter_queue: dead, settings } = declaredInput(endpoint, context.input, queueInvalid)
  if (type === undefined) throw queueInvalid('type', 'is required')
  const base = type === 'worker' ? workerSettings : pullSettings
  const foreign = Object.keys(fieldsOf(settings)).find((name) => !Object.hasOwn(base, name))
  if (foreign !== undefined) throw queueInvalid(`settings.${foreign}`, `is no setting of the type ${String(type)}`)
  if (type === 'worker' && !workerOf(context, account, String(script)).handlers.includes('queue')) throw refuse('queue_handler')
  if (dead !== undefined && dead !== '' && !queuesIn(context).all(account).some(({ value }) => value.name === dead)) throw refuse('queue_not_found')
  return { ...own, type: String(type), settings: { ...base, ...fieldsOf(settings) }, ...(type === 'worker' ? { script: String(script) } : {}), ...(dead === undefined || dead === '' ? {} : { dead_letter_queue: String(dead) }) }
}

const createConsumer = (context: Context): Outcome => {
  const found = queueOf(context)
  if (found.queue.consumers.length > 0) throw refuse('queue_consumer_exists')
  const consumer = consumerFrom(context, queues.consumers.create, found, { id: context.ids.next(), created_on: microsecondDate(context.clock.now()) })
  keep(context, { ...found, queue: { ...found.queue, consumers: [consumer] } })
  return { result: shownConsumer(found.queue, consumer) }
}

const updateConsumer = (context: Context): Outcome => {
  const found = queueOf(context)
  const { id, created_on } = consumerOf(context, found.queue)
  const consumer = consumerFrom(context, queues.consumers.update, found, { id, created_on })
  keep(context, { ...found, queue: { ...found.queue, consumers: [consumer] } })
  return { result: shownConsumer(found.queue, consumer) }
}

/** Handlers of Queues. Messages wait and are fetched over HTTP; no Worker is run with them. */
export const queueHandlers: readonly Handler[] = [
  serve(queues.list, (context) => {
    const account = accountOf(context).id
    return paged(queuesIn(context).all(account).map(({ id, value }) => shown(context, { account, id, queue: value })), context.input, { perPage: 20, most: 100 })
  }),
  serve(queues.create, create),
  serve(queues.get, (context) => ({ result: shown(context, queueOf(context)) })),
  serve(queues.update, change(queues.update, () => defaultSettings)),
  serve(queues.edit, change(queues.edit, ({ settings }) => settings)),
  serve(queues.remove, remove),
  serve(queues.consumers.list, (context) => {
    const { queue } = queueOf(context)
    return { result: queue.consumers.map((consumer) => shownConsumer(queue, consumer)) }
  }),
  serve(queues.consumers.create, createConsumer),
  serve(queues.consumers.get, (context) => {
    const { queue } = queueOf(context)
    return { result: shownConsumer(queue, consumerOf(context, queue)) }
  }),
  serve(queues.consumers.update, updateConsumer),
  serve(queues.consumers.remove, (context) => {
    const found = queueOf(context)
    consumerOf(context, found.queue)
    keep(context, { ...found, queue: { ...found.queue, consumers: [] } })
    return { result: null }
  }),
  ...queueMessageHandlers,
]
