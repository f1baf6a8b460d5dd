/**
 * Hostnames that a Worker answers as the origin itself.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { inAccount } from './common.ts'

const oneDomain = {
  ...inAccount,
  /** Identifier of the domain. */
  domain_id: identifier,
}

/** A hostname of a Worker. */
export const Domain = z.object({
  /** Identifier. Read-only. */
  id: z.string(),
  /** The hostname. */
  hostname: z.string(),
  /** Name of the Worker. */
  service: z.string(),
  /** Environment of the Worker. */
  environment: z.optional(z.string()),
  /** Identifier of the zone that the hostname is in. */
  zone_id: z.string(),
  /** Name of that zone. Read-only. */
  zone_name: z.string(),
})
export interface Domain extends z.output<typeof Domain> {}

const filter = z.optional(z.string())

const DomainList = z.strictObject({
  ...inAccount,
  /** Hostname. */
  hostname: filter,
  /** Name of the Worker. */
  service: filter,
  /** Environment of the Worker. */
  environment: filter,
  /** Identifier of the zone. */
  zone_id: filter,
  /** Name of the zone. */
  zone_name: filter,
})
export interface DomainList extends z.input<typeof DomainList> {}

/**
 * List the hostnames of an account's Workers, all at once.
 * @example const domains = await cf.workers.domains.list({ account_id, service: 'hello' })
 */
export const list = endpoint<DomainList, Domain[]>('GET /accounts/{account_id}/workers/domains', { input: DomainList, result: z.array(Domain), permission: '#worker:read' })

const DomainPut = z.strictObject({
  ...inAccount,
  /** The hostname: that of the zone, or below it. */
  hostname: z.string().check(z.minLength(1), z.maxLength(253)),
  /** Name of the Worker. */
  service: z.string().check(z.minLength(1)),
  /** Identifier of the zone that the hostname is in. */
  zone_id: z.string().check(z.minLength(1)),
  /** Environment of the Worker. Default `production`. */
  environment: z.optional(z.string()),
})
export interface DomainPut extends z.input<typeof DomainPut> {}

/**
 * Let a Worker answer a hostname.
 * @example await cf.workers.domains.put({ account_id, zone_id, hostname: 'api.example.com', service: 'hello' })
 */
export const put = endpoint<DomainPut, Domain>('PUT /accounts/{account_id}/workers/domains', { input: DomainPut, result: Domain, permission: '#worker:edit' })

const DomainGet = z.strictObject(oneDomain)
export interface DomainGet extends z.input<typeof DomainGet> {}

/**
 * Read one hostname of a Worker.
 * @example const { service } = await cf.workers.domains.get({ account_id, domain_id: id })
 */
export const get = endpoint<DomainGet, Domain>('GET /accounts/{account_id}/workers/domains/{domain_id}', { input: DomainGet, result: Domain, permission: '#worker:read' })

const DomainRecordGet = z.strictObject(oneDomain)
export interface DomainRecordGet extends z.input<typeof DomainRecordGet> {}

/**
 * Read one hostname, as programs that deploy ask for it.
 * @example const { service } = await cf.workers.domains.getRecord({ account_id, domain_id: id })
 */
export const getRecord = endpoint<DomainRecordGet, Domain>('GET /accounts/{account_id}/workers/domains/records/{domain_id}', { input: DomainRecordGet, result: Domain, permission: '#worker:read' })

const DomainDelete = z.strictObject(oneDomain)
export interface DomainDelete extends z.input<typeof DomainDelete> {}

/**
 * Take a hostname away from its Worker.
 * @example await cf.workers.domains.remove({ account_id, domain_id: id })
 */
export const remove = endpoint<DomainDelete, null>('DELETE /accounts/{account_id}/workers/domains/{domain_id}', { input: DomainDelete, result: z.literal(null), permission: '#worker:edit', repeated: { codes: [100114], result: () => null } })
