/**
 * Analytics of a zone before GraphQL.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

/** Counts by a word, such as a country. */
const counts = z.record(z.string(), z.number())

const encryption = z.object({
  /** Over HTTPS. */
  encrypted: z.number(),
  /** Over plain HTTP. */
  unencrypted: z.number(),
})

const Traffic = z.object({
  /** Start of the time, RFC 3339, inclusive. */
  since: z.string(),
  /** End of the time, RFC 3339, exclusive. */
  until: z.string(),
  /** Requests. */
  requests: z.object({
    /** All of them. */
    all: z.number(),
    /** Answered from the cache. */
    cached: z.number(),
    /** Answered by the server behind. */
    uncached: z.number(),
    /** By type of content, such as `html`. */
    content_type: counts,
    /** By country, two letters. */
    country: counts,
    /** With and without encryption. */
    ssl: encryption,
    /** By HTTP status. */
    http_status: counts,
  }),
  /** Bytes. */
  bandwidth: z.object({
    /** All of them. */
    all: z.number(),
    /** Sent from the cache. */
    cached: z.number(),
    /** Sent by the server behind. */
    uncached: z.number(),
    /** By type of content, such as `html`. */
    content_type: counts,
    /** By country, two letters. */
    country: counts,
    /** With and without encryption. */
    ssl: encryption,
  }),
  /** Requests that were turned away as threats. */
  threats: z.object({
    /** All of them. */
    all: z.number(),
    /** By country, two letters. */
    country: counts,
    /** By kind, such as `user.ban.ip`. */
    type: counts,
  }),
  /** Pages that were looked at. */
  pageviews: z.object({
    /** All of them. */
    all: z.number(),
    /** By search engine. */
    search_engines: counts,
  }),
  /** Visitors, by address. */
  uniques: z.object({
    /** All of them. A visitor counts once in a longer time, so parts may add up to more. */
    all: z.number(),
  }),
})
export interface Traffic extends z.output<typeof Traffic> {}

const Dashboard = z.object({
  /** The whole time. */
  totals: Traffic,
  /** Its parts, one after the other; none when they were not wanted. */
  timeseries: z.array(Traffic),
})
export interface Dashboard extends z.output<typeof Dashboard> {}

const Colo = z.object({
  /** Code of the data centre, three letters. */
  colo_id: z.string(),
  /** Parts of the time, one after the other; none when they were not wanted. */
  timeseries: z.array(Traffic),
})
export interface Colo extends z.output<typeof Colo> {}

const moment = z.union([z.int(), z.string()])

const period = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Start: RFC 3339, or minutes before now as a negative number; at most a year back. Default -10080. */
  since: z.optional(moment),
  /** End: RFC 3339, or minutes before now as a negative number. Default 0, now. */
  until: z.optional(moment),
  /** Leave the parts out. Default false. */
  exclude_series: z.optional(z.boolean()),
  /** Move start and end back so that all parts are complete. Default true. */
  continuous: z.optional(z.boolean()),
}

const DashboardGet = z.strictObject(period)
export interface DashboardGet extends z.input<typeof DashboardGet> {}

/**
 * Totals and parts of a zone's traffic. Use `graphql.query` instead: the service no longer answers this.
 * @example const { totals } = await cf.historic.analytics.dashboard({ zone_id, since: -1440 })
 */
export const dashboard = endpoint<DashboardGet, Dashboard>('GET /zones/{zone_id}/analytics/dashboard', { input: DashboardGet, result: Dashboard, permission: '#analytics:read', sunset: '2021-03-01' })

const ColosGet = z.strictObject(period)
export interface ColosGet extends z.input<typeof ColosGet> {}

/**
 * A zone's traffic by data centre; Enterprise. Use `graphql.query` instead: the service no longer answers this.
 * @example const colos = await cf.historic.analytics.colos({ zone_id, since: -1440 })
 */
export const colos = endpoint<ColosGet, Colo[]>('GET /zones/{zone_id}/analytics/colos', { input: ColosGet, result: z.array(Colo), permission: '#analytics:read', sunset: '2021-03-01' })
