import { queues } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { type FoundQueue, messageScope, queueInvalid, queueOf, queuesIn } from './queue-state.ts'

interface Message {
  readonly body: unknown
  readonly contentType: 'text' | 'json'
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** When it may be given out, in milliseconds since 1970: after its delay, or when its lease is over. */
  readonly visibleAt: number
  readonly attempts: number
  /** What it was given out with last. */
  readonly lease?: string
}

const mostMessageBytes = 128_000
const mostBatchBytes = 256_000

const messagesIn = ({ state }: Context): Collection<Message> => state.documents.collection('queue_messages')

/** Messages that have not waited too long; the others are forgotten. */
const waiting = (context: Context, { id, queue }: FoundQueue): readonly Document<Message>[] => {
  const oldest = context.clock.now() - queue.settings.message_retention_period * 1000
  return messagesIn(context).all(messageScope(id)).filter((message) => {
    if (message.value.at > oldest) return true
    messagesIn(context).remove(messageScope(id), message.id)
    return false
  })
}

const sum = (messages: readonly Message[]): number => messages.reduce((total, { bytes }) => total + bytes, 0)

const put = (context: Context, found: FoundQueue, messages: readonly Message[]): Outcome => {
  if (messages.some(({ bytes }) => bytes > mostMessageBytes)) throw refuse('queue_message_size')
  if (sum(messages) > mostBatchBytes) throw refuse('queue_batch_size')
  for (const message of messages) messagesIn(context).put(messageScope(found.id), context.ids.next(), message)
  const all = waiting(context, found).map(({ value }) => value)
  return { result: { metadata: { metrics: { backlog_count: all.length, backlog_bytes: sum(all), oldest_message_timestamp_ms: Math.floor(all[0]?.at ?? 0) } } } }
}

interface Given {
  readonly body?: unknown
  readonly content_type?: 'text' | 'json'
  readonly delay_seconds?: number
}

const messageOf = (context: Context, { queue }: FoundQueue, { body, content_type: type, delay_seconds: delay = queue.settings.delivery_delay }: Given): Message => {
  if (body === undefined) throw queueInvalid('body', 'is required')
  const contentType = type ?? (typeof body === 'string' ? 'text' : 'json')
  if (contentType === 'text' && typeof body !== 'string') throw queueInvalid('body', 'must be of type string with the content type text')
  const at = context.clock.now()
  return { body, contentType, bytes: Buffer.byteLength(contentType === 'text' ? String(body) : JSON.stringify(body)), at, visibleAt: at + delay * 1000, attempts: 0 }
}

const push = (context: Context): Outcome => {
  const found = queueOf(context)
  return put(context, found, [messageOf(context, found, declaredInput(queues.messages.push, context.input, queueInvalid))])
}

const bulkPush = (context: Context): Outcome => {
  const found = queueOf(context)
  const { messages, delay_seconds: delay } = declaredInput(queues.messages.bulkPush, context.input, queueInvalid)
  if (!Array.isArray(messages)) throw queueInvalid('messages', 'must be of type array')
  return put(context, found, messages.map((message: Given) => messageOf(context, found, { ...(delay === undefined ? {} : { delay_seconds: Number(delay) }), ...message })))
}

/** A message that failed too often goes to the queue for such, or is thrown away. */
const discard = (context: Context, { account, id, queue }: FoundQueue, message: Document<Message>): void => {
  messagesIn(context).remove(messageScope(id), message.id)
  const name = queue.consumers[0]?.dead_letter_queue
  const dead = name === undefined ? undefined : queuesIn(context).all(account).find(({ value }) => value.name === name)
  const { lease: _, ...value } = message.value
  if (dead !== undefined) messagesIn(context).put(messageScope(dead.id), message.id, { ...value, attempts: 0, at: context.clock.now(), visibleAt: context.clock.now() })
}

const pull = (context: Context): Outcome => {
  const found = queueOf(context)
  const settings = found.queue.consumers.find(({ type }) => type === 'http_pull')?.settings
  if (settings === undefined) throw refuse('queue_pull_disabled')
  const { batch_size: size = 5, visibility_timeout_ms: timeout = settings['visibility_timeout_ms'] } = declaredInput(queues.messages.pull, context.input, queueInvalid)
  const now = context.clock.now()
  const spent = ({ value }: Document<Message>): boolean => value.visibleAt <= now && value.attempts > Number(settings['max_retries'])
  for (const message of waiting(context, found)) if (spent(message)) discard(context, found, message)
  const all = waiting(context, found)
  const ready = found.queue.settings.delivery_paused ? [] : all.filter(({ value }) => value.visibleAt <= now).slice(0, Number(size))
  const messages = ready.map(({ id, value }) => {
    const lease = Buffer.from(context.ids.next()).toString('base64url')
    const attempts = value.attempts + 1
    messagesIn(context).put(messageScope(found.id), id, { ...value, attempts, lease, visibleAt: now + Number(timeout) })
    const { contentType } = value
    const body = contentType === 'text' ? String(value.body) : Buffer.from(JSON.stringify(value.body)).toString('base64')
    return { id, body, timestamp_ms: Math.floor(value.at), attempts, lease_id: lease, metadata: { 'CF-Content-Type': contentType, 'CF-sourceMessageSource': 'http' } }
  })
  return { result: { message_backlog_count: all.length, messages } }
}

interface Lease {
  readonly lease_id: string
  readonly delay_seconds?: number
}

const ack = (context: Context): Outcome => {
  const found = queueOf(context)
  const given = declaredInput(queues.messages.ack, context.input, queueInvalid)
  const [acks = [], retries = []] = [given['acks'], given['retries']] as readonly (readonly Lease[] | undefined)[]
  const now = context.clock.now()
  const warnings: Record<string, string> = {}
  const leased = ({ lease_id: lease }: Lease): Document<Message> | undefined => {
    const message = waiting(context, found).find(({ value }) => value.lease === lease && value.visibleAt > now)
    if (message === undefined) warnings[lease] = 'lease is unknown or over'
    return message
  }
  const done = acks.flatMap((lease) => leased(lease) ?? [])
  for (const { id } of done) messagesIn(context).remove(messageScope(found.id), id)
  const again = retries.flatMap((lease) => {
    const message = leased(lease)
    return message === undefined ? [] : [{ message, delay: lease.delay_seconds ?? Number(found.queue.consumers[0]?.settings['retry_delay'] ?? 0) }]
  })
  for (const { message, delay } of again) {
    const { lease: _, ...value } = message.value
    messagesIn(context).put(messageScope(found.id), message.id, { ...value, visibleAt: now + delay * 1000 })
  }
  return { result: { ackCount: done.length, retryCount: again.length, warnings } }
}

/** Handlers of messages. */
export const queueMessageHandlers: readonly Handler[] = [serve(queues.messages.push, push), serve(queues.messages.bulkPush, bulkPush), serve(queues.messages.pull, pull), serve(queues.messages.ack, ack)]
