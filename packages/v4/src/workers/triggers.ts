/**
 * All routes, or all hostnames, of one Worker in one call, whatever their zone: what is not named is taken away.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneScript } from './common.ts'
import { Domain } from './domains.ts'
import { Route } from './routes.ts'

const zoneHint = {
  /** Identifier of the zone; found by the hostname when not said. */
  zone_id: z.optional(z.string()),
  /** Name of the zone, in the place of its identifier. */
  zone_name: z.optional(z.string()),
}

const RoutesUpdate = z.strictObject({
  ...oneScript,
  /** The routes. */
  routes: z.array(
    z.strictObject({
      /** URLs, such as `example.com/api/*`; `*` stands for any text. */
      pattern: z.string().check(z.minLength(1)),
      ...zoneHint,
    }),
  ),
})
export interface RoutesUpdate extends z.input<typeof RoutesUpdate> {}

/**
 * Set all routes of a Worker.
 * @example await cf.workers.triggers.updateRoutes({ account_id, script_name: 'hello', routes: [{ pattern: 'example.com/api/*', zone_name: 'example.com' }] })
 */
export const updateRoutes = endpoint<RoutesUpdate, Route[]>('PUT /accounts/{account_id}/workers/scripts/{script_name}/routes', { input: RoutesUpdate, result: z.array(Route), body: { json: 'routes' }, permission: '#worker:edit' })

const origin = z.strictObject({
  /** The hostname. */
  hostname: z.string().check(z.minLength(1), z.maxLength(253)),
  ...zoneHint,
  /** Whether it is answered. */
  enabled: z.optional(z.boolean()),
  /** Whether previews have names below it. */
  previews_enabled: z.optional(z.boolean()),
})

const DomainsCompare = z.strictObject({
  ...oneScript,
  /** The hostnames. */
  origins: z.array(origin),
  /** Count hostnames that are not named as removed. Default false. */
  replace_state: z.optional(z.boolean()),
})
export interface DomainsCompare extends z.input<typeof DomainsCompare> {}

/** A hostname that stays, and whether something about it changes. */
const KeptDomain = z.object({
  /** Identifier. */
  id: z.string(),
  /** The hostname. */
  hostname: z.string(),
  /** Name of the Worker that has it now. */
  service: z.string(),
  /** Identifier of the zone that the hostname is in. */
  zone_id: z.string(),
  /** Name of that zone. */
  zone_name: z.string(),
  /** Whether it would get another Worker. */
  modified: z.boolean(),
})
export interface KeptDomain extends z.output<typeof KeptDomain> {}

/** What a change of hostnames would do. */
const DomainChanges = z.object({
  /** Hostnames that are new. */
  added: z.array(z.record(z.string(), z.unknown())),
  /** Hostnames that would go. */
  removed: z.array(Domain),
  /** Hostnames that are there. */
  updated: z.array(KeptDomain),
  /** Hostnames that have DNS records of their own. */
  conflicting: z.array(z.record(z.string(), z.unknown())),
})
export interface DomainChanges extends z.output<typeof DomainChanges> {}

/**
 * Ask what a change of all hostnames of a Worker would do; nothing changes.
 * @example const { conflicting } = await cf.workers.triggers.compareDomains({ account_id, script_name: 'hello', origins: [{ hostname: 'api.example.com' }] })
 */
export const compareDomains = endpoint<DomainsCompare, DomainChanges>('POST /accounts/{account_id}/workers/scripts/{script_name}/domains/changeset', { input: DomainsCompare, result: DomainChanges, query: ['replace_state'], body: { json: 'origins' }, permission: '#worker:read', safety: 'read' })

const DomainsUpdate = z.strictObject({
  ...oneScript,
  /** The hostnames. */
  origins: z.array(origin),
  /** Change hostnames of all environments. Default false. */
  override_scope: z.optional(z.boolean()),
  /** Take hostnames from other Workers. Default false. */
  override_existing_origin: z.optional(z.boolean()),
  /** Put the Worker in the place of DNS records that are there. Default false. */
  override_existing_dns_record: z.optional(z.boolean()),
})
export interface DomainsUpdate extends z.input<typeof DomainsUpdate> {}

/**
 * Set all hostnames of a Worker.
 * @example await cf.workers.triggers.updateDomains({ account_id, script_name: 'hello', origins: [{ hostname: 'api.example.com' }] })
 */
export const updateDomains = endpoint<DomainsUpdate, Domain[]>('PUT /accounts/{account_id}/workers/scripts/{script_name}/domains/records', { input: DomainsUpdate, result: z.array(Domain), permission: '#worker:edit' })
