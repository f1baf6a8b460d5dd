import * as z from '@zonewright/core/schema'
import { address, basic, inZone } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { LoadedStatistics } from './statistics.ts'

const StatisticsGet = z.strictObject({
  ...inZone,
  /** 10 a year (in 2010 only), 20 thirty days, 30 seven days, 40 one day, all up to a day ago; with paid plans 100, 110 and 120: the last 24, 12 and 6 hours. Default 20. */
  interval: z.optional(z.literal([10, 20, 30, 40, 100, 110, 120])),
})
export interface StatisticsGet extends z.input<typeof StatisticsGet> {}

/**
 * Read the traffic of a zone, and some of its settings. Editions 2010 and 2012.
 * @example const [figures] = (await cf.traffic.statistics({ z: 'example.com', interval: 30 })).result.objs
 */
export const statistics = endpoint<StatisticsGet, LoadedStatistics>('stats', { input: StatisticsGet, result: LoadedStatistics, safety: 'read' })

/** How visitors are asked for, whatever names the zone. */
export const visitorFilter = {
  /** How many hours to look back, at most 48. Default 24. */
  hours: z.optional(z.int().check(z.gte(1), z.lte(48))),
  /** `r` people, `s` search engines, `t` attackers; all when not said. */
  class: z.optional(z.enum(['r', 's', 't'])),
  /** Say where they are. */
  geo: z.optional(z.literal(1)),
}

const VisitorList = z.strictObject({ ...inZone, ...visitorFilter })
export interface VisitorList extends z.input<typeof VisitorList> {}

const Visitor = z.object({
  /** IP address. */
  ip: z.string(),
  /** `regular`, `crawler` or `threat`. */
  classification: z.string(),
  /** Requests. */
  hits: z.number(),
  /** Degrees north; 0 with longitude 0 when it is not known. */
  latitude: z.optional(z.number()),
  /** Degrees east. */
  longitude: z.optional(z.number()),
  /** Name of the zone; since 2012. */
  zone_name: z.optional(z.string()),
})
export interface Visitor extends z.output<typeof Visitor> {}

export const LoadedVisitors = z.object({
  /** Visitors. */
  ips: z.array(Visitor),
})
export interface LoadedVisitors extends z.output<typeof LoadedVisitors> {}

/**
 * Read who visited a zone. Edition 2012; for 2010 see `edition2010.visitors`.
 * @example const { ips } = await cf.traffic.visitors({ z: 'example.com', hours: 48, class: 't', geo: 1 })
 */
export const visitors = endpoint<VisitorList, LoadedVisitors>('zone_ips', { input: VisitorList, result: LoadedVisitors, safety: 'read' })

/** How an address is asked for. */
export const AddressLookUp = z.strictObject({
  ...basic,
  /** The IP address. */
  ip: address,
})
export interface AddressLookUp extends z.input<typeof AddressLookUp> {}

/** What is known of addresses, by address: `BAD:` and a score on a logarithmic scale, `SE:` for search engines, false for nothing. */
export const KnownAddresses = z.record(z.string(), z.union([z.string(), z.literal(false)]))
export type KnownAddresses = Readonly<Record<string, string | false>>

/**
 * Look up what is known of an IP address. Edition 2012; for 2010 see `edition2010.lookUp`.
 * @example const known = (await cf.traffic.lookUp({ ip: '192.0.2.1' }))['192.0.2.1']
 */
export const lookUp = endpoint<AddressLookUp, KnownAddresses>('ip_lkup', { input: AddressLookUp, result: KnownAddresses, safety: 'read' })
