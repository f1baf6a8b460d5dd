/**
 * Durable Objects: the namespaces that the classes of Workers make.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { listing } from '../protocol.ts'
import { inAccount } from './common.ts'

/** The objects of one class. */
const ObjectNamespace = z.object({
  /** Identifier. */
  id: z.string(),
  /** Name: that of the Worker and the class. */
  name: z.string(),
  /** Name of the Worker. */
  script: z.string(),
  /** Name of the class. */
  class: z.string(),
  /** Whether each object has a database of SQLite. */
  use_sqlite: z.optional(z.boolean()),
})
export interface ObjectNamespace extends z.output<typeof ObjectNamespace> {}

const NamespaceList = z.strictObject({
  ...inAccount,
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Namespaces a page, from 1 to 1,000. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(1000))),
})
export interface NamespaceList extends z.input<typeof NamespaceList> {}

/**
 * List the namespaces of an account.
 * @example for await (const { name, script } of cf.workers.durableObjects.list({ account_id })) console.log(name, script)
 */
export const list = listing<NamespaceList, ObjectNamespace>('GET /accounts/{account_id}/workers/durable_objects/namespaces', { input: NamespaceList, item: ObjectNamespace, page: pageNumber({ perPage: 1000 }), permission: '#worker:read' })
