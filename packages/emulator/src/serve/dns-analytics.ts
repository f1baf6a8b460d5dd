import { dns } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { secondDate } from '../rules/dates.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { metricOf } from '../rules/dns-queries.ts'
import { intervalsOf, reportOf, type ReportQuestion, reportQuestion, shownQuestion } from '../rules/dns-report.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

const { analytics } = dns

/** The time of a question, and what is the same in both kinds of report. */
const questionOf = (context: ZoneContext, endpoint: typeof analytics.report | typeof analytics.byTime): { readonly question: ReportQuestion; readonly given: Readonly<Record<string, unknown>> } => {
  const given = declaredInput(endpoint, context.input, (field, detail) => refuse('query_report', { field, detail }))
  return { given, question: reportQuestion(given, context.clock.now(), analytics.queryDimensions) }
}

const frame = { min: {}, max: {}, data_lag: 0 }

const report = (context: ZoneContext) => {
  const { question } = questionOf(context, analytics.report)
  const { rows, totals } = reportOf(context.zone, question, [[question.since, question.until]])
  const data = rows.map(({ dimensions, cells }) => ({ dimensions, metrics: question.metrics.map((name) => metricOf(name, cells.flat())) }))
  return { result: { rows: data.length, data, ...frame, totals, query: shownQuestion(question) } }
}

const byTime = (context: ZoneContext) => {
  const { question, given } = questionOf(context, analytics.byTime)
  const delta = String(given['time_delta'] ?? 'auto')
  const intervals = intervalsOf(question.since, question.until, delta)
  const { rows, totals } = reportOf(context.zone, question, intervals)
  const data = rows.map(({ dimensions, cells }) => ({ dimensions, metrics: question.metrics.map((name) => cells.map((part) => metricOf(name, part))) }))
  return { result: { rows: data.length, data, ...frame, totals, query: { ...shownQuestion(question), time_delta: delta }, time_intervals: intervals.map((interval) => interval.map(secondDate)) } }
}

/** Handlers of DNS analytics. */
export const dnsAnalyticsHandlers: readonly Handler[] = [serveZone(analytics.report, report), serveZone(analytics.byTime, byTime)]
