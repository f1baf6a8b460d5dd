import { dataCentres, groupAt, numberAt, type Numbers, trafficOf, unitMs } from '../traffic.ts'
import { type Field, QueryError } from './read.ts'

/** The zone whose traffic is asked for. */
export interface AskedZone {
  readonly id: string
  readonly name: string
  readonly status: string
}

/** A row of a dataset before its fields are chosen. */
export type Row = Readonly<Record<string, unknown>>

/** A request for a dataset. */
export interface Asked {
  readonly zone: AskedZone
  readonly field: Field
  /** Milliseconds since 1970. */
  readonly now: number
}

const dayMs = 24 * 3600 * 1000

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Filter of one field: its name and an operator behind it. */
const operators: Readonly<Record<string, (value: string, wanted: unknown) => boolean>> = {
  gt: (value, wanted) => value > String(wanted),
  geq: (value, wanted) => value >= String(wanted),
  lt: (value, wanted) => value < String(wanted),
  leq: (value, wanted) => value <= String(wanted),
  neq: (value, wanted) => value !== String(wanted),
  in: (value, wanted) => Array.isArray(wanted) && wanted.map(String).includes(value),
  notin: (value, wanted) => Array.isArray(wanted) && !wanted.map(String).includes(value),
}

const passes = (values: Readonly<Record<string, string>>, filter: unknown): boolean => {
  if (filter === undefined) return true
  if (!isObject(filter)) throw new QueryError('filter must be an object')
  return Object.entries(filter).every(([key, wanted]) => {
    if (key === 'AND' || key === 'OR') {
      const all = Array.isArray(wanted) ? wanted : [wanted]
      return key === 'AND' ? all.every((one) => passes(values, one)) : all.some((one) => passes(values, one))
    }
    const [, name = key, operator] = /^(.+)_(gt|geq|lt|leq|neq|in|notin)$/.exec(key) ?? []
    const value = values[name]
    if (value === undefined) throw new QueryError(`unknown filter field ${JSON.stringify(key)}`)
    return operator === undefined ? value === String(wanted) : (operators[operator]?.(value, wanted) ?? false)
  })
}

const limitOf = ({ field }: Asked): number => {
  const { limit = 10_000 } = field.arguments
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 10_000) throw new QueryError('limit must be positive number and not greater than 10000')
  return limit
}

const map = (numbers: Numbers, make: (name: string, count: number) => Row): readonly Row[] => Object.entries(numbers).map(([name, count]) => make(name, Number(count)))

const sumOf = (traffic: Numbers): Row => ({
  requests: numberAt(traffic, 'requests', 'all'),
  cachedRequests: numberAt(traffic, 'requests', 'cached'),
  encryptedRequests: numberAt(traffic, 'requests', 'ssl', 'encrypted'),
  bytes: numberAt(traffic, 'bandwidth', 'all'),
  cachedBytes: numberAt(traffic, 'bandwidth', 'cached'),
  encryptedBytes: numberAt(traffic, 'bandwidth', 'ssl', 'encrypted'),
  pageViews: numberAt(traffic, 'pageviews', 'all'),
  threats: numberAt(traffic, 'threats', 'all'),
  countryMap: map(groupAt(traffic, 'requests', 'country'), (name, requests) => ({ clientCountryName: name, requests, bytes: numberAt(traffic, 'bandwidth', 'country', name), threats: numberAt(traffic, 'threats', 'country', name) })),
  contentTypeMap: map(groupAt(traffic, 'requests', 'content_type'), (name, requests) => ({ edgeResponseContentTypeName: name, requests, bytes: numberAt(traffic, 'bandwidth', 'content_type', name) })),
  responseStatusMap: map(groupAt(traffic, 'requests', 'http_status'), (name, requests) => ({ edgeResponseStatus: Number(name), requests })),
  threatPathingMap: map(groupAt(traffic, 'threats', 'type'), (name, requests) => ({ threatPathingName: name, requests })),
})

const second = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`

const momentsOf = (start: number): Readonly<Record<string, string>> => ({ date: second(start).slice(0, 10), datetime: second(start) })

/** Rows of one time each; with no dimension asked for, the time that passes the filter is one row. */
const groups = (step: number, days: number) => (asked: Asked): readonly Row[] => {
  const { zone, field, now } = asked
  const end = Math.floor(now / step) * step
  const starts = Array.from({ length: (days * dayMs) / step + 1 }, (_, index) => end - ((days * dayMs) / step - index) * step).filter((start) => passes(momentsOf(start), field.arguments['filter']))
  const row = (since: number, until: number): Row => {
    const traffic = trafficOf(zone, since, Math.min(until, now))
    return { sum: sumOf(traffic), uniq: { uniques: numberAt(traffic, 'uniques', 'all') }, dimensions: momentsOf(since) }
  }
  if (field.fields.some(({ name }) => name === 'dimensions')) return starts.map((start) => row(start, start + step))
  const [first] = starts
  const last = starts.at(-1)
  return first === undefined || last === undefined ? [] : [row(first, last + step)]
}

const actions = ['block', 'challenge', 'jschallenge', 'log'] as const
const paths = ['/', '/login', '/wp-login.php', '/admin'] as const

/** One event for every threat, made from its place and time. */
const events = ({ zone, field, now }: Asked): readonly Row[] => {
  const rows: Row[] = []
  for (let unit = Math.floor((now - dayMs) / unitMs); unit * unitMs < now; unit++) {
    for (const [place, centre] of dataCentres.entries()) {
      const traffic = trafficOf(zone, unit * unitMs, (unit + 1) * unitMs, centre)
      const [country = 'XX'] = Object.keys(groupAt(traffic, 'threats', 'country'))
      for (let index = 0; index < numberAt(traffic, 'threats', 'all'); index++) {
        const number = unit * 7 + place * 3 + index
        const row = {
          action: actions[number % actions.length] ?? 'block',
          clientIP: `198.51.100.${number % 256}`,
          clientCountryName: country,
          clientRequestHTTPHost: zone.name,
          clientRequestHTTPMethodName: 'GET',
          clientRequestPath: paths[number % paths.length] ?? '/',
          datetime: second(unit * unitMs + (index * 61_000 + place * 7000) % unitMs),
          rayName: (unit * 1000 + place * 100 + index).toString(16).padStart(16, '0'),
          source: 'firewallrules',
          userAgent: 'Mozilla/5.0',
        }
        if (row.datetime <= second(now) && passes(row, field.arguments['filter'])) rows.push(row)
      }
    }
  }
  return rows
}

/** Datasets by name. */
const datasets: Readonly<Record<string, (asked: Asked) => readonly Row[]>> = {
  httpRequests1hGroups: groups(3600 * 1000, 3),
  httpRequests1dGroups: groups(dayMs, 365),
  firewallEventsAdaptive: events,
}

const orderKey = (row: Row, key: string): unknown => {
  if (key in row) return row[key]
  const [outer = '', inner = ''] = key.split('_')
  const group = row[outer]
  if (isObject(group) && inner in group) return group[inner]
  const dimensions = row['dimensions']
  if (isObject(dimensions) && key in dimensions) return dimensions[key]
  throw new QueryError(`cannot order by ${JSON.stringify(key)}`)
}

const inOrder = (rows: readonly Row[], orderBy: unknown): readonly Row[] => {
  const orders = (Array.isArray(orderBy) ? orderBy : orderBy === undefined ? [] : [orderBy]).map(String)
  return rows.toSorted((a, b) => {
    for (const order of orders) {
      const [, key = '', direction] = /^(.+)_(ASC|DESC)$/.exec(order) ?? []
      const [one, other] = [orderKey(a, key), orderKey(b, key)] as [string, string]
      if (one !== other) return (one < other ? -1 : 1) * (direction === 'DESC' ? -1 : 1)
    }
    return 0
  })
}

/**
 * The rows of a dataset: filtered, in order, no more than the limit.
 * @throws QueryError
 */
export const rowsOf = (asked: Asked): readonly Row[] => {
  const { name, arguments: given } = asked.field
  const make = Object.hasOwn(datasets, name) ? datasets[name] : undefined
  if (make === undefined) throw new QueryError(`unknown field ${JSON.stringify(name)}`)
  const limit = limitOf(asked)
  return inOrder(make(asked), given['orderBy']).slice(0, limit)
}

/**
 * What of a value is asked for, under the names that are asked for.
 * @throws QueryError for fields that are not there.
 */
export const chosen = (value: unknown, fields: readonly Field[]): unknown => {
  if (fields.length === 0) return value
  if (Array.isArray(value)) return value.map((one) => chosen(one, fields))
  if (!isObject(value)) throw new QueryError('a plain value has no fields')
  return Object.fromEntries(
    fields.map((field) => {
      if (!Object.hasOwn(value, field.name)) throw new QueryError(`unknown field ${JSON.stringify(field.name)}`)
      return [field.alias, chosen(value[field.name], field.fields)]
    }),
  )
}
