/**
 * What needs a Worker: it is asked before the Worker is deleted.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneScript } from './common.ts'

/** A Worker that needs another one. */
const Dependant = z.object({
  /** Name of the Worker that has the binding. */
  service: z.string(),
  /** Its environment. */
  environment: z.string(),
  /** Name of the binding. */
  name: z.string(),
})
export interface Dependant extends z.output<typeof Dependant> {}

/** A Worker whose binding leads to a Durable Object of another one. */
const ObjectDependant = z.object({
  /** Name of the Worker that has the binding. */
  service: z.string(),
  /** Its environment. */
  environment: z.string(),
  /** Name of the binding. */
  name: z.string(),
  /** Identifier of the namespace of the objects. */
  durable_object_namespace_id: z.optional(z.string()),
  /** Name of that namespace. */
  durable_object_namespace_name: z.string(),
})
export interface ObjectDependant extends z.output<typeof ObjectDependant> {}

/** Who needs a Worker, and whom it needs. */
const References = z.object({
  /** Workers that call it, and that it calls. */
  services: z.optional(
    z.object({
      /** Workers that call it. */
      incoming: z.array(Dependant),
      /** Workers that it calls. */
      outgoing: z.array(Dependant),
      /** Whether functions of a Pages project call it. */
      pages_function: z.boolean(),
    }),
  ),
  /** Workers that use its Durable Objects. */
  durable_objects: z.optional(z.array(ObjectDependant)),
})
export interface References extends z.output<typeof References> {}

const ReferencesGet = z.strictObject(oneScript)
export interface ReferencesGet extends z.input<typeof ReferencesGet> {}

/**
 * Read what needs a Worker.
 * @example const { services } = await cf.workers.references.get({ account_id, script_name: 'hello' })
 */
export const get = endpoint<ReferencesGet, References>('GET /accounts/{account_id}/workers/scripts/{script_name}/references', { input: ReferencesGet, result: References, permission: '#worker:read' })

/** A Worker whose traces another one receives. */
const TailProducer = z.object({
  /** The Worker that receives. */
  consumer: z.object({
    /** Its name. */
    service: z.string(),
    /** Its environment. */
    environment: z.optional(z.string()),
  }),
  /** The Worker that sends. */
  producer: z.object({
    /** Its name. */
    service: z.string(),
    /** Its environment. */
    environment: z.optional(z.string()),
  }),
  /** Whether logs are pushed to a Logpush job, too. */
  log_push: z.optional(z.boolean()),
})
export interface TailProducer extends z.output<typeof TailProducer> {}

const TailProducerList = z.strictObject(oneScript)
export interface TailProducerList extends z.input<typeof TailProducerList> {}

/**
 * List the Workers whose traces a Worker receives, all at once.
 * @example const producers = await cf.workers.references.tailProducers({ account_id, script_name: 'logs' })
 */
export const tailProducers = endpoint<TailProducerList, TailProducer[]>('GET /accounts/{account_id}/workers/tails/by-consumer/{script_name}', { input: TailProducerList, result: z.array(TailProducer), permission: '#worker:read' })
