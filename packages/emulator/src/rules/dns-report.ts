import { refuse, type Refusal } from '../errors.ts'
import { instant, secondDate } from './dates.ts'
import { metricOf, queriesOf, type QueryCell } from './dns-queries.ts'

/** What a report is asked for, checked, with its defaults. */
export interface ReportQuestion {
  readonly metrics: readonly string[]
  readonly dimensions: readonly string[]
  /** Milliseconds since 1970. */
  readonly since: number
  readonly until: number
  readonly limit: number
  readonly sort: readonly string[]
  readonly filters?: string
  readonly passes: (cell: QueryCell) => boolean
}

const hourMs = 3600 * 1000
const dayMs = 24 * hourMs

/** How far back queries are kept; plans differ, and the longest is taken for all. */
const keptMs = 62 * dayMs

const invalid = (field: string, detail: string): Refusal => refuse('query_report', { field, detail })

const listOf = (value: unknown, fallback: string): readonly string[] => String(value === undefined || value === '' ? fallback : value).split(',').map((name) => name.trim()).filter((name) => name !== '')

const operators: Readonly<Record<string, (wanted: string) => (value: string) => boolean>> = {
  '==': (wanted) => (value) => value === wanted,
  '!=': (wanted) => (value) => value !== wanted,
  '=~': (wanted) => {
    const pattern = patternOf(wanted)
    return (value) => pattern.test(value)
  },
  '!~': (wanted) => {
    const pattern = patternOf(wanted)
    return (value) => !pattern.test(value)
  },
}

const patternOf = (text: string): RegExp => {
  try {
    return new RegExp(text)
  } catch {
    throw invalid('filters', `${text} is no regular expression`)
  }
}

/** A filter such as `a==b,a==c;d!=e`: what stands between `;` must all pass, of what stands between `,` one. */
const filterOf = (text: string, known: readonly string[]): ReportQuestion['passes'] => {
  const groups = text.split(/;| AND /).map((group) =>
    group.split(/,| OR /).map((term) => {
      const [, name = '', operator = '', wanted = ''] = /^\s*(\w+)\s*(==|!=|=~|!~)\s*(.*?)\s*$/.exec(term) ?? []
      const test = operators[operator]
      if (test === undefined || !known.includes(name)) throw invalid('filters', `${term.trim()} is not a dimension, ==, !=, =~ or !~, and a value`)
      const passes = test(wanted)
      return ({ dimensions }: QueryCell) => passes(dimensions[name] ?? '')
    }),
  )
  return (cell) => groups.every((group) => group.some((passes) => passes(cell)))
}

const moment = (input: Readonly<Record<string, unknown>>, field: 'since' | 'until', fallback: number): number => {
  if (input[field] === undefined || input[field] === '') return fallback
  const time = instant(input[field])
  if (time === undefined) throw invalid(field, 'must be a time such as 2026-11-20T12:00:00Z')
  return time
}

/**
 * What a report is asked for.
 * @throws Refusal `query_report`.
 */
export const reportQuestion = (input: Readonly<Record<string, unknown>>, now: number, knownDimensions: readonly string[]): ReportQuestion => {
  const until = moment(input, 'until', now)
  const since = moment(input, 'since', until - 6 * hourMs)
  if (since >= until) throw invalid('since', 'must be before until')
  if (since < now - keptMs) throw invalid('since', 'must not be more than 62 days ago')
  const metrics = listOf(input['metrics'], 'queryCount')
  const dimensions = listOf(input['dimensions'], '')
  const sort = listOf(input['sort'], '')
  const unknown = sort.find((name) => ![...metrics, ...dimensions].includes(name.replace(/^[+-]/, '')))
  if (unknown !== undefined) throw invalid('sort', `${unknown} is neither a metric nor a dimension of the report`)
  const filters = input['filters']
  const given = typeof filters === 'string' && filters !== '' ? filters : undefined
  return { metrics, dimensions, since, until: Math.min(until, now), limit: Number(input['limit'] ?? 100_000), sort, passes: given === undefined ? () => true : filterOf(given, knownDimensions), ...(given === undefined ? {} : { filters: given }) }
}

/** Start and end of the parts of a time, in milliseconds since 1970. */
export type Interval = readonly [start: number, end: number]

/** Start of the calendar's part that a time is in, and of the next one. */
const boundsOf = (time: number, delta: string): Interval => {
  const date = new Date(time)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const months = { month: 1, quarter: 3, year: 12 }[delta]
  if (months !== undefined) {
    const first = Math.floor(month / months) * months
    return [Date.UTC(year, first), Date.UTC(year, first + months)]
  }
  const step = { minute: 60_000, dekaminute: 600_000, hour: hourMs, day: dayMs }[delta] ?? 7 * dayMs
  // Weeks begin on Monday; the first day of 1970 was a Thursday.
  const shift = delta === 'week' ? 4 * dayMs : 0
  const start = Math.floor((time - shift) / step) * step + shift
  return [start, start + step]
}

/**
 * The parts of a time.
 * @throws Refusal `query_report` for more than 10,000.
 */
export const intervalsOf = (since: number, until: number, delta: string): readonly Interval[] => {
  if (delta === 'all') return [[since, until]]
  const step = delta === 'auto' ? (until - since <= 4 * dayMs ? 'hour' : 'day') : delta
  const parts: Interval[] = []
  for (let start = since; start < until; ) {
    const [, end] = boundsOf(start, step)
    parts.push([start, Math.min(end, until)])
    start = end
    if (parts.length > 10_000) throw invalid('time_delta', 'makes more than 10000 parts')
  }
  return parts
}

interface Row {
  readonly dimensions: readonly string[]
  /** Queries of the row, by part of the time. */
  readonly cells: readonly (readonly QueryCell[])[]
}

/** The report over some parts of a time: rows, and each metric over all of them. */
export const reportOf = (zone: { readonly id: string; readonly name: string; readonly status: string }, { metrics, dimensions, sort, limit, passes }: ReportQuestion, intervals: readonly Interval[]) => {
  const byKey = new Map<string, { readonly dimensions: readonly string[]; readonly cells: QueryCell[][] }>()
  for (const [index, [start, end]] of intervals.entries()) {
    for (const cell of queriesOf(zone, start, end)) {
      if (!passes(cell)) continue
      const values = dimensions.map((name) => cell.dimensions[name] ?? '')
      const key = values.join('\n')
      const row = byKey.get(key) ?? { dimensions: values, cells: intervals.map(() => []) }
      row.cells[index]?.push(cell)
      byKey.set(key, row)
    }
  }
  const all: readonly Row[] = [...byKey.values()]
  const keyOf = (row: Row, name: string): string | number => {
    const dimension = dimensions.indexOf(name)
    return dimension < 0 ? metricOf(name, row.cells.flat()) : (row.dimensions[dimension] ?? '')
  }
  const rows = all.toSorted((a, b) => {
    for (const order of sort) {
      const name = order.replace(/^[+-]/, '')
      const [one, other] = [keyOf(a, name), keyOf(b, name)]
      if (one !== other) return (one < other ? -1 : 1) * (order.startsWith('-') ? -1 : 1)
    }
    return a.dimensions.join('\n') < b.dimensions.join('\n') ? -1 : 1
  })
  const everything = all.flatMap((row) => row.cells.flat())
  return { rows: rows.slice(0, limit), totals: Object.fromEntries(metrics.map((name) => [name, metricOf(name, everything)])) }
}

/** The question as a report repeats it. */
export const shownQuestion = ({ dimensions, metrics, since, until, limit, sort, filters }: ReportQuestion): Readonly<Record<string, unknown>> => ({ dimensions, metrics, since: secondDate(since), until: secondDate(until), limit, ...(filters === undefined ? {} : { filters }), ...(sort.length === 0 ? {} : { sort }) })
