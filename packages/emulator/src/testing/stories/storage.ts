import { d1, queues, r2 } from '@zonewright/v4'

import { type Visitor, visitResource } from '../visitor.ts'

/** Databases and buckets. */
export const storageStory = async (visitor: Visitor): Promise<void> => {
  const { visit } = visitor
  const replication = { read_replication: { mode: 'auto' } }
  await visitResource(visitor, d1.databases, { id: 'database_id', from: 'uuid', create: { name: 'orders' }, edit: replication, update: replication })
  await visit(d1.query, { sql: 'SELECT 1 AS a' })
  await visit(d1.importSql, { action: 'init', etag: '0cc175b9c0f1b6a831c399e269772661' })
  await visit(d1.exportSql, { output_format: 'polling' })
  await visit(d1.raw, { sql: 'SELECT 1 AS a' })

  await visitResource(visitor, r2.buckets, { id: 'bucket_name', from: 'name', create: { name: 'backups' }, edit: { storage_class: 'InfrequentAccess' } })
  visitor.know({ object_key: 'a/b.txt' })
  await visit(r2.objects.put, { content: 'text' })
  await visit(r2.objects.get)
  await visit(r2.objects.remove)
  await visit(r2.cors.update, { rules: [{ allowed: { origins: ['https://example.com'], methods: ['GET'] } }] })
  await visit(r2.cors.get)
  await visit(r2.cors.remove)
}

/** Queues, who takes messages out of them, and the messages. */
export const queueStory = async (visitor: Visitor): Promise<void> => {
  const { visit } = visitor
  const settings = { settings: { delivery_delay: 0 } }
  await visitResource(visitor, queues, { id: 'queue_id', from: 'queue_id', create: { queue_name: 'mail' }, edit: settings, update: settings })
  const consumer = { type: 'http_pull' }
  await visitResource(visitor, queues.consumers, { id: 'consumer_id', from: 'consumer_id', create: consumer, update: consumer })
  await visit(queues.messages.push, { body: 'one' })
  await visit(queues.messages.bulkPush, { messages: [{ body: 'two' }] })
  const { messages } = await visit(queues.messages.pull, { batch_size: 10 })
  await visit(queues.messages.ack, { acks: (messages as readonly { readonly lease_id: string }[]).map(({ lease_id }) => ({ lease_id })) })
}
