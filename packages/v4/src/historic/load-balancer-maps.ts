/**
 * Load-balancer maps of the user, which are load balancers of zones today.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const pools = z.array(z.string())

const LoadBalancerMap = z.object({
  /** Identifier of the map. Read-only. */
  id: z.string(),
  /** Description. */
  description: z.optional(z.string()),
  /** Pools for everybody, in order of use. */
  global_pools: pools,
  /** Pools by region, such as `WNAM`, in order of use. */
  region_pools: z.record(z.string(), pools),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
})
export interface LoadBalancerMap extends z.output<typeof LoadBalancerMap> {}

const MapCreate = z.strictObject({
  /** Description. */
  description: z.optional(z.string()),
  /** Pools for everybody, in order of use; at least one. */
  global_pools: pools.check(z.minLength(1)),
  /** Pools by region, such as `WNAM`; an empty list for none, as old programs send it. */
  region_pools: z.optional(z.union([z.record(z.string(), pools), z.array(z.unknown()).check(z.maxLength(0))])),
})
export interface MapCreate extends z.input<typeof MapCreate> {}

/**
 * Create a map. Use `loadBalancers.create` instead: the service no longer answers this.
 * @example await cf.historic.loadBalancerMaps.create({ global_pools: [id] })
 */
export const create = endpoint<MapCreate, LoadBalancerMap>('POST /user/load_balancers/maps', { input: MapCreate, result: LoadBalancerMap, permission: '#lb:edit', sunset: '2018-01' })

const MapRegionUpdate = z.strictObject({
  /** Identifier of the map. */
  map_id: hexIdentifier,
  /** Region, such as `WNAM`. */
  region: z.enum(['WNAM', 'ENAM', 'WEU', 'EEU', 'NSAM', 'SSAM', 'OC', 'ME', 'NAF', 'SAF', 'IN', 'SEAS', 'NEAS']),
  /** The region's pools in order of use, or a single one; the whole body. */
  pools: z.union([z.string(), pools]),
})
export interface MapRegionUpdate extends z.input<typeof MapRegionUpdate> {}

/**
 * Say which pools a region of a map has. Use `region_pools` of `loadBalancers.edit` instead: the service no longer answers this.
 * @example await cf.historic.loadBalancerMaps.updateRegion({ map_id: id, region: 'WNAM', pools: [id] })
 */
export const updateRegion = endpoint<MapRegionUpdate, LoadBalancerMap>('PUT /user/load_balancers/maps/{map_id}/region/{region}', { input: MapRegionUpdate, result: LoadBalancerMap, permission: '#lb:edit', body: { json: 'pools' }, sunset: '2018-01' })
