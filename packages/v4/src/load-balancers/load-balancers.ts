import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { LoadBalancer, balancerName, balancerOptions } from './load-balancer.ts'

const oneBalancer = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the load balancer. */
  load_balancer_id: hexIdentifier,
}

const pools = z.array(identifier).check(z.minLength(1))

const LoadBalancerList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface LoadBalancerList extends z.input<typeof LoadBalancerList> {}

/**
 * List the load balancers of a zone; all at once.
 * @example const balancers = await cf.loadBalancers.list({ zone_id })
 */
export const list = endpoint<LoadBalancerList, LoadBalancer[]>('GET /zones/{zone_id}/load_balancers', { input: LoadBalancerList, result: z.array(LoadBalancer), permission: '#lb:read' })

const LoadBalancerCreate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Host name in the zone. */
  name: balancerName,
  /** Pools in order of use. */
  default_pools: pools,
  /** Pool to use when no other one is healthy. */
  fallback_pool: identifier,
  ...balancerOptions,
})
export interface LoadBalancerCreate extends z.input<typeof LoadBalancerCreate> {}

/**
 * Create a load balancer for a host name.
 * @example await cf.loadBalancers.create({ zone_id, name: 'www.example.com', default_pools: [id], fallback_pool: id, proxied: true })
 */
export const create = endpoint<LoadBalancerCreate, LoadBalancer>('POST /zones/{zone_id}/load_balancers', { input: LoadBalancerCreate, result: LoadBalancer, permission: '#lb:edit' })

const LoadBalancerGet = z.strictObject(oneBalancer)
export interface LoadBalancerGet extends z.input<typeof LoadBalancerGet> {}

/**
 * Read one load balancer.
 * @example const { default_pools } = await cf.loadBalancers.get({ zone_id, load_balancer_id: id })
 */
export const get = endpoint<LoadBalancerGet, LoadBalancer>('GET /zones/{zone_id}/load_balancers/{load_balancer_id}', { input: LoadBalancerGet, result: LoadBalancer, permission: '#lb:read' })

const LoadBalancerUpdate = z.strictObject({
  ...oneBalancer,
  /** Host name in the zone. */
  name: balancerName,
  /** Pools in order of use. */
  default_pools: pools,
  /** Pool to use when no other one is healthy. */
  fallback_pool: identifier,
  ...balancerOptions,
})
export interface LoadBalancerUpdate extends z.input<typeof LoadBalancerUpdate> {}

/**
 * Replace a load balancer: what is not said goes back to its default.
 * @example await cf.loadBalancers.update({ zone_id, load_balancer_id: id, name: 'www.example.com', default_pools: [id], fallback_pool: id })
 */
export const update = endpoint<LoadBalancerUpdate, LoadBalancer>('PUT /zones/{zone_id}/load_balancers/{load_balancer_id}', { input: LoadBalancerUpdate, result: LoadBalancer, permission: '#lb:edit' })

const LoadBalancerEdit = z.strictObject({
  ...oneBalancer,
  /** Host name in the zone. */
  name: z.optional(balancerName),
  /** Pools in order of use. */
  default_pools: z.optional(pools),
  /** Pool to use when no other one is healthy. */
  fallback_pool: z.optional(identifier),
  ...balancerOptions,
})
export interface LoadBalancerEdit extends z.input<typeof LoadBalancerEdit> {}

/**
 * Change parts of a load balancer; what is not said stays.
 * @example await cf.loadBalancers.edit({ zone_id, load_balancer_id: id, enabled: false })
 */
export const edit = endpoint<LoadBalancerEdit, LoadBalancer>('PATCH /zones/{zone_id}/load_balancers/{load_balancer_id}', { input: LoadBalancerEdit, result: LoadBalancer, permission: '#lb:edit', safety: 'idempotent' })

const LoadBalancerDelete = z.strictObject(oneBalancer)
export interface LoadBalancerDelete extends z.input<typeof LoadBalancerDelete> {}

/**
 * Delete a load balancer.
 * @example await cf.loadBalancers.remove({ zone_id, load_balancer_id: id })
 */
export const remove = endpoint<LoadBalancerDelete, Id>('DELETE /zones/{zone_id}/load_balancers/{load_balancer_id}', {
  input: LoadBalancerDelete,
  result: Id,
  permission: '#lb:edit',
  repeated: { codes: [1001], result: (input) => ({ id: input['load_balancer_id'] }) },
})
