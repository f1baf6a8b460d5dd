import { statistics } from '@zonewright/legacy-client/traffic'
import { graphql } from '@zonewright/v4'
import { invalidInput } from '../../fault.ts'
import { action } from '../translation.ts'
import type { ClientScene } from '../scene.ts'
import { type V4Zone, zoneOf } from './zone-of.ts'
import { settingsObject, settingsOf } from './zone-settings.ts'

const hour = 3_600_000
const day = 24 * hour

/** Stretches of time by number: how long, how long ago they end, and whether they need a paid plan. */
const stretches: Readonly<Record<number, { readonly length: number; readonly ago: number; readonly paid?: true }>> = {
  10: { length: 365 * day, ago: day },
  20: { length: 30 * day, ago: day },
  30: { length: 7 * day, ago: day },
  40: { length: day, ago: day },
  100: { length: 24 * hour, ago: 0, paid: true },
  110: { length: 12 * hour, ago: 0, paid: true },
  120: { length: 6 * hour, ago: 0, paid: true },
}

interface Sums {
  readonly requests: number
  readonly cachedRequests: number
  readonly bytes: number
  readonly cachedBytes: number
  readonly pageViews: number
  readonly threats: number
}

/** Sums of the rows of a stretch: whole days where it is longer than one, hours else. */
const trafficOf = async ({ caller }: ClientScene, zone: V4Zone, from: number, to: number): Promise<Sums & { readonly uniques: number }> => {
  const byDay = to - from > day
  const text = (time: number): string => (byDay ? new Date(time).toISOString().slice(0, 10) : `${new Date(time).toISOString().slice(0, 19)}Z`)
  const [dataset, dimension, type] = byDay ? ['httpRequests1dGroups', 'date', 'Date'] : ['httpRequests1hGroups', 'datetime', 'Time']
  const query = `query ($zone: string!, $from: ${type}!, $to: ${type}!) { viewer { zones(filter: { zoneTag: $zone }) { rows: ${dataset}(limit: 1000, filter: { ${dimension}_geq: $from, ${dimension}_lt: $to }) { sum { requests cachedRequests bytes cachedBytes pageViews threats } uniq { uniques } dimensions { ${dimension} } } } } }`
  const { data } = await caller.v4.call(graphql.query, { query, variables: { zone: zone.id, from: text(from), to: text(to) } })
  const rows = (data as { readonly viewer?: { readonly zones?: readonly { readonly rows?: readonly { readonly sum: Sums; readonly uniq: { readonly uniques: number } }[] }[] } } | null)?.viewer?.zones?.[0]?.rows ?? []
  const total = (name: keyof Sums): number => rows.reduce((sum, row) => sum + row.sum[name], 0)
  return { requests: total('requests'), cachedRequests: total('cachedRequests'), bytes: total('bytes'), cachedBytes: total('cachedBytes'), pageViews: total('pageViews'), threats: total('threats'), uniques: rows.reduce((sum, row) => sum + row.uniq.uniques, 0) }
}

/** `stats`: the traffic of a zone by GraphQL, with some of its settings. The service's unit of traffic was KiB. */
export const stats = action(statistics, async (scene, { z, interval = 20 }) => {
  const zone = await zoneOf(scene, z)
  const stretch = stretches[interval]
  const free = (zone.plan?.legacy_id ?? 'free') === 'free'
  if (stretch === undefined || (stretch.paid === true && free)) throw invalidInput(`interval ${interval} needs a paid plan; 20, 30 and 40 do not.`)
  const now = Math.floor(scene.now())
  const timeEnd = now - stretch.ago
  const timeZero = timeEnd - stretch.length
  const traffic = await trafficOf(scene, zone, timeZero, timeEnd)
  const { userSecuritySetting, dev_mode, ipv46, ob, cache_lvl, outboundLinks } = settingsObject(await settingsOf(scene, zone), now)
  const kib = (bytes: number): number => bytes / 1024
  const figures = {
    cachedServerTime: now,
    cachedExpryTime: now + 600_000,
    trafficBreakdown: { pageviews: { regular: traffic.pageViews, threat: traffic.threats, crawler: 0 }, uniques: { regular: traffic.uniques, threat: 0, crawler: 0 } },
    bandwidthServed: { cloudflare: kib(traffic.bytes), user: kib(traffic.bytes - traffic.cachedBytes) },
    requestsServed: { cloudflare: traffic.requests, user: traffic.requests - traffic.cachedRequests },
    pro_zone: !free,
    pageLoadTime: null,
    currentServerTime: now,
    interval,
    zoneCDate: Date.parse(zone.created_on),
    userSecuritySetting,
    dev_mode,
    ipv46,
    ob,
    cache_lvl,
    outboundLinks,
  }
  return { response: { result: { timeZero, timeEnd, count: 1, has_more: false, objs: [figures] } } }
})
