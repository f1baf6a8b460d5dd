/**
 * DNS queries for a zone: how many, by what they asked for and how they were answered.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

/** Numbers that a report can have; times are in milliseconds. */
export const queryMetrics = ['queryCount', 'uncachedCount', 'staleCount', 'responseTimeAvg', 'responseTimeMedian', 'responseTime90th', 'responseTime99th'] as const

/** What the rows of a report can be broken down by. */
export const queryDimensions = ['queryName', 'queryType', 'responseCode', 'responseCached', 'coloName', 'origin', 'dayOfWeek', 'tcp', 'ipVersion', 'querySizeBucket', 'responseSizeBucket'] as const

/** Lengths of the parts of a report by time. */
export const timeDeltas = ['all', 'auto', 'year', 'quarter', 'month', 'week', 'day', 'hour', 'dekaminute', 'minute'] as const

const namesOf = (text: string): readonly string[] => text.split(',').map((name) => name.trim())
const among = (known: readonly string[]) => z.string().check(z.refine((text: string) => namesOf(text).every((name) => known.includes(name)), `expected names separated by commas, out of ${known.join(', ')}`))

const reportQuery = {
  /** Names of the dimensions, one for each value of a row. */
  dimensions: z.array(z.string()),
  /** Names of the metrics, in the order of the numbers. */
  metrics: z.array(z.string()),
  /** Start of the time, RFC 3339, inclusive. */
  since: z.string(),
  /** End of the time, RFC 3339, exclusive. */
  until: z.string(),
  /** Most rows. */
  limit: z.number(),
  /** What the rows had to pass, as it was given. */
  filters: z.optional(z.string()),
  /** What the rows are ordered by, each with `-` in front for the largest first. */
  sort: z.optional(z.array(z.string())),
}

const reportFields = {
  /** How many rows there are. */
  rows: z.number(),
  /** Each metric over all rows. */
  totals: z.record(z.string(), z.unknown()),
  /** Nothing, so far. */
  min: z.record(z.string(), z.unknown()),
  /** Nothing, so far. */
  max: z.record(z.string(), z.unknown()),
  /** Seconds before now of which queries may be missing. */
  data_lag: z.number(),
}

const DnsReport = z.object({
  /** One row for each combination of dimensions. */
  data: z.array(
    z.object({
      /** Values of the dimensions. */
      dimensions: z.array(z.string()),
      /** Values of the metrics. */
      metrics: z.array(z.number()),
    }),
  ),
  /** What was asked for, with its defaults. */
  query: z.object(reportQuery),
  ...reportFields,
})
export interface DnsReport extends z.output<typeof DnsReport> {}

const DnsReportByTime = z.object({
  /** One row for each combination of dimensions. */
  data: z.array(
    z.object({
      /** Values of the dimensions. */
      dimensions: z.array(z.string()),
      /** Values of each metric, one for each part of the time. */
      metrics: z.array(z.array(z.number())),
    }),
  ),
  /** What was asked for, with its defaults. */
  query: z.object({
    ...reportQuery,
    /** Length of the parts. */
    time_delta: z.string(),
  }),
  /** Start and end of each part, RFC 3339. */
  time_intervals: z.array(z.array(z.string())),
  ...reportFields,
})
export interface DnsReportByTime extends z.output<typeof DnsReportByTime> {}

const question = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Names of metrics, separated by commas. Default `queryCount`. */
  metrics: z.optional(among(queryMetrics)),
  /** Names of dimensions to break down by, separated by commas; none for one row. */
  dimensions: z.optional(among(queryDimensions)),
  /** Start, RFC 3339. Default six hours before the end. */
  since: z.optional(z.string()),
  /** End, RFC 3339. Default now. */
  until: z.optional(z.string()),
  /** Most rows, at least 1. Default 100000. */
  limit: z.optional(z.int().check(z.gte(1))),
  /** Dimensions and metrics to order by, separated by commas, each with `-` in front for the largest first. */
  sort: z.optional(z.string()),
  /** What rows must pass, such as `responseCode==NOERROR;queryType==AAAA`: `;` is and, `,` is or, which binds closer; also `!=`, `=~`, `!~`. */
  filters: z.optional(z.string()),
}

const DnsReportGet = z.strictObject(question)
export interface DnsReportGet extends z.input<typeof DnsReportGet> {}

/**
 * Read how a zone's DNS queries were answered, over a whole time.
 * @example const { data } = await cf.dns.analytics.report({ zone_id, metrics: 'queryCount,uncachedCount', dimensions: 'queryName,queryType', sort: '-queryCount', limit: 10 })
 */
export const report = endpoint<DnsReportGet, DnsReport>('GET /zones/{zone_id}/dns_analytics/report', { input: DnsReportGet, result: DnsReport, permission: '#analytics:read' })

const DnsReportByTimeGet = z.strictObject({
  ...question,
  /** Length of the parts; `auto` is hours up to four days, else days. Default `auto`. */
  time_delta: z.optional(z.enum(timeDeltas)),
})
export interface DnsReportByTimeGet extends z.input<typeof DnsReportByTimeGet> {}

/**
 * Read how a zone's DNS queries were answered, by parts of a time.
 * @example const { time_intervals, data } = await cf.dns.analytics.byTime({ zone_id, dimensions: 'responseCode', time_delta: 'hour' })
 */
export const byTime = endpoint<DnsReportByTimeGet, DnsReportByTime>('GET /zones/{zone_id}/dns_analytics/report/bytime', { input: DnsReportByTimeGet, result: DnsReportByTime, permission: '#analytics:read' })
