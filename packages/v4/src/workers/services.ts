/**
 * Workers as services: what stands behind a name, with its environments. Deploying programs ask for it before they upload.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { inAccount } from './common.ts'
import { Script } from './scripts.ts'

const oneService = {
  ...inAccount,
  /** Name of the service, which is that of its Worker. */
  service_name: identifier,
}

/** One environment of a service. */
const ServiceEnvironment = z.object({
  /** Name; `production` unless another was made. */
  environment: z.string(),
  /** When it was made, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
  /** The Worker that answers in it. */
  script: z.optional(Script),
})
export interface ServiceEnvironment extends z.output<typeof ServiceEnvironment> {}

/** A service. */
const Service = z.object({
  /** Name. */
  id: z.string(),
  /** When it was made, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
  /** The environment that answers when none is named. */
  default_environment: ServiceEnvironment,
  /** All environments. */
  environments: z.optional(z.array(ServiceEnvironment)),
})
export interface Service extends z.output<typeof Service> {}

const ServiceGet = z.strictObject(oneService)
export interface ServiceGet extends z.input<typeof ServiceGet> {}

/**
 * Read a service: its Worker as it was deployed last.
 * @example const { default_environment } = await cf.workers.services.get({ account_id, service_name: 'hello' })
 */
export const get = endpoint<ServiceGet, Service>('GET /accounts/{account_id}/workers/services/{service_name}', { input: ServiceGet, result: Service, permission: '#worker:read' })

const ServiceDelete = z.strictObject({
  ...oneService,
  /** Delete it though other Workers need it. Default false. */
  force: z.optional(z.boolean()),
})
export interface ServiceDelete extends z.input<typeof ServiceDelete> {}

/**
 * Delete a service: its Worker in every environment, with routes, secrets and schedules.
 * @example await cf.workers.services.remove({ account_id, service_name: 'hello' })
 */
export const remove = endpoint<ServiceDelete, Id | null>('DELETE /accounts/{account_id}/workers/services/{service_name}', {
  input: ServiceDelete,
  result: z.nullable(Id),
  query: ['force'],
  permission: '#worker:edit',
  repeated: { codes: [10007], result: (input) => ({ id: input['service_name'] }) },
})
