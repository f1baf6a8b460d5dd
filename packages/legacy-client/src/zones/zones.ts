import * as z from '@zonewright/core/schema'
import { basic, inZone } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { LegacyZone } from './zone.ts'

const ZoneList = z.strictObject({
  ...basic,
  /** Zones to leave out at the start. */
  o: z.optional(z.int().check(z.gte(0))),
})
export interface ZoneList extends z.input<typeof ZoneList> {}

/**
 * List the zones of the account. Edition 2012, where it counts as one page.
 * @example for await (const zone of cf.zones.list({})) console.log(zone.zone_name, zone.zone_status)
 */
export const list = listing<ZoneList, LegacyZone>('zone_load_multi', 'zones', { input: ZoneList, item: LegacyZone })

const ZoneGet = z.strictObject(inZone)
export interface ZoneGet extends z.input<typeof ZoneGet> {}

const LoadedZone = z.object({
  /** The zone. */
  zone: z.object({
    /** The zone itself. */
    obj: LegacyZone,
  }),
})
export interface LoadedZone extends z.output<typeof LoadedZone> {}

/**
 * Read one zone. In no edition, but plugins of the time call it.
 * @example const { zone } = await cf.zones.get({ z: 'example.com' })
 */
export const get = endpoint<ZoneGet, LoadedZone>('zone_load', { input: ZoneGet, result: LoadedZone, safety: 'read' })

const ZoneCheck = z.strictObject({
  ...basic,
  /** Names of zones; they travel with commas between. */
  zones: z.array(z.string().check(z.minLength(1), z.regex(/^[^,\s]+$/))).check(z.minLength(1)),
})
export interface ZoneCheck extends z.input<typeof ZoneCheck> {}

const CheckedZones = z.object({
  /** Identifier of each zone by its name; 0 for one that is not active in this account. */
  zones: z.record(z.string(), z.number()),
})
export interface CheckedZones extends z.output<typeof CheckedZones> {}

/**
 * Read the identifiers of zones by their names. Editions 2010 and 2012.
 * @example const { zones } = await cf.zones.check({ zones: ['example.com', 'example.net'] })
 */
export const check = endpoint<ZoneCheck, CheckedZones>('zone_check', { input: ZoneCheck, result: CheckedZones, safety: 'read' })
