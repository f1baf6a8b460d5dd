import * as z from '@zonewright/core/schema'

const number = z.number()

/** Visits by who came. */
export const Visits = z.object({
  /** People. */
  regular: number,
  /** Attackers. */
  threat: number,
  /** Search engines. */
  crawler: number,
})
export interface Visits extends z.output<typeof Visits> {}

/** An amount that the service took over and one that was left to the origin. */
export const Share = z.object({
  /** All of it, as visitors see it. */
  cloudflare: number,
  /** What reached the origin. */
  user: number,
})
export interface Share extends z.output<typeof Share> {}

/** Traffic of a zone in one stretch of time, with some of its settings. */
export const Statistics = z.object({
  /** When the figures were made, milliseconds. */
  cachedServerTime: number,
  /** Until when they are kept, milliseconds; the name is spelt so. */
  cachedExpryTime: number,
  /** Visits. */
  trafficBreakdown: z.object({
    /** Pages that were looked at. */
    pageviews: Visits,
    /** Different IP addresses. */
    uniques: Visits,
  }),
  /** Traffic in KiB. */
  bandwidthServed: Share,
  /** Requests. */
  requestsServed: Share,
  /** Whether the zone has a paid plan; since 2012. */
  pro_zone: z.optional(z.boolean()),
  /** Seconds that a page takes, or null. */
  pageLoadTime: z.optional(
    z.nullable(
      z.object({
        /** Without the service. */
        without: number,
        /** With it. */
        cloudflare: number,
      }),
    ),
  ),
  /** Always null; in 2010 only. */
  totalUserTimeSaved: z.optional(z.unknown()),
  /** The service's clock, milliseconds. */
  currentServerTime: number,
  /** Number of the stretch of time. */
  interval: number,
  /** When the zone was created, milliseconds; since 2012. */
  zoneCDate: z.optional(number),
  /** Security level in words, such as `Medium`. */
  userSecuritySetting: z.string(),
  /** Unix time: 0 never, in the future on until then, in the past ended then. */
  dev_mode: number,
  /** IPv6: 0 off, 3 on; since 2012. */
  ipv46: z.optional(number),
  /** Always Online: 1 on, 0 off; since 2012. */
  ob: z.optional(number),
  /** Cache level: `agg`, `iqs` or `basic`; since 2012. */
  cache_lvl: z.optional(z.string()),
  /** Links to other sites; since 2015. */
  outboundLinks: z.optional(z.string()),
})
export interface Statistics extends z.output<typeof Statistics> {}

/** An answer with statistics. */
export const LoadedStatistics = z.object({
  /** What was found. */
  result: z.object({
    /** Start of the stretch of time, milliseconds. */
    timeZero: number,
    /** Its end, milliseconds; since 2012. */
    timeEnd: z.optional(number),
    /** Number of items in `objs`. */
    count: number,
    /** Always false. */
    has_more: z.boolean(),
    /** One set of figures. */
    objs: z.array(Statistics),
  }),
})
export interface LoadedStatistics extends z.output<typeof LoadedStatistics> {}
