/**
 * Railguns of the user: receivers that made the way to a server shorter. The service ended them in 2024.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { Railgun, RailgunZone, railgunName, railgunPaging } from './railgun.ts'

const oneRailgun = {
  /** Identifier of the Railgun. */
  railgun_id: hexIdentifier,
}

const RailgunList = z.strictObject({
  /** Sorting direction, by date of creation. Default `asc`. */
  direction: z.optional(direction),
  ...railgunPaging,
})
export interface RailgunList extends z.input<typeof RailgunList> {}

/**
 * List the Railguns of the user.
 * @example for await (const railgun of cf.historic.railguns.list({  })) console.log(railgun.name, railgun.status)
 */
export const list = listing<RailgunList, Railgun>('GET /railguns', { input: RailgunList, item: Railgun, page: pageNumber({ perPage: 50 }), secrets: ['activation_key'], sunset: '2024-01-31' })

const RailgunCreate = z.strictObject({
  /** Name, at most 160 characters. */
  name: railgunName,
})
export interface RailgunCreate extends z.input<typeof RailgunCreate> {}

/**
 * Create a Railgun; its receiver signs in with the activation key.
 * @example const { activation_key } = await cf.historic.railguns.create({ name: 'My Railgun' })
 */
export const create = endpoint<RailgunCreate, Railgun>('POST /railguns', { input: RailgunCreate, result: Railgun, secrets: ['activation_key'], sunset: '2024-01-31' })

const RailgunGet = z.strictObject(oneRailgun)
export interface RailgunGet extends z.input<typeof RailgunGet> {}

/**
 * Read one Railgun.
 * @example const { zones_connected } = await cf.historic.railguns.get({ railgun_id: id })
 */
export const get = endpoint<RailgunGet, Railgun>('GET /railguns/{railgun_id}', { input: RailgunGet, result: Railgun, secrets: ['activation_key'], sunset: '2024-01-31' })

const RailgunEdit = z.strictObject({
  ...oneRailgun,
  /** Name, at most 160 characters. */
  name: z.optional(railgunName),
  /** Whether it takes connections. */
  enabled: z.optional(z.boolean()),
})
export interface RailgunEdit extends z.input<typeof RailgunEdit> {}

/**
 * Switch a Railgun on or off, or rename it.
 * @example await cf.historic.railguns.edit({ railgun_id: id, enabled: false })
 */
export const edit = endpoint<RailgunEdit, Railgun>('PATCH /railguns/{railgun_id}', { input: RailgunEdit, result: Railgun, secrets: ['activation_key'], safety: 'idempotent', sunset: '2024-01-31' })

const RailgunDelete = z.strictObject(oneRailgun)
export interface RailgunDelete extends z.input<typeof RailgunDelete> {}

/**
 * Delete a Railgun and disconnect its zones.
 * @example await cf.historic.railguns.remove({ railgun_id: id })
 */
export const remove = endpoint<RailgunDelete, Id>('DELETE /railguns/{railgun_id}', {
  input: RailgunDelete,
  result: Id,
  sunset: '2024-01-31',
  repeated: { codes: [1001], result: (input) => ({ id: input['railgun_id'] }) },
})

const RailgunZones = z.strictObject(oneRailgun)
export interface RailgunZones extends z.input<typeof RailgunZones> {}

/**
 * List the zones that are connected to a Railgun; all at once.
 * @example const zones = await cf.historic.railguns.zones({ railgun_id: id })
 */
export const zones = endpoint<RailgunZones, RailgunZone[]>('GET /railguns/{railgun_id}/zones', { input: RailgunZones, result: z.array(RailgunZone), sunset: '2024-01-31' })
