import { historic } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { type Period, periodOf } from '../rules/analytics-period.ts'
import { dataCentres, trafficOf } from '../rules/traffic.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

type Place = (typeof dataCentres)[number]

const date = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`

const part = ({ zone }: ZoneContext, since: number, until: number, place?: Place): Record<string, unknown> => ({ since: date(since), until: date(until), ...trafficOf(zone, since, until, place) })

const series = (context: ZoneContext, { since, until, step }: Period, place?: Place): readonly Record<string, unknown>[] => {
  if (context.input['exclude_series'] === true) return []
  return Array.from({ length: Math.ceil((until - since) / step) }, (_, index) => part(context, since + index * step, Math.min(until, since + (index + 1) * step), place))
}

const queryOf = ({ since, until, step }: Period) => ({ since: date(since), until: date(until), time_delta: step / 60_000 })

const dashboard = (context: ZoneContext): Outcome => {
  const period = periodOf(context.input, context.clock.now())
  return { result: { totals: part(context, period.since, period.until), timeseries: series(context, period) }, query: queryOf(period) }
}

const colos = (context: ZoneContext): Outcome => {
  if (context.zone.plan !== 'enterprise') throw refuse('analytics_plan')
  const period = periodOf(context.input, context.clock.now())
  return { result: dataCentres.map((place) => ({ colo_id: place, timeseries: series(context, period, place) })), query: queryOf(period) }
}

/** Handlers of analytics before GraphQL. */
export const analyticsHandlers: readonly Handler[] = [serveZone(historic.analytics.dashboard, dashboard), serveZone(historic.analytics.colos, colos)]
