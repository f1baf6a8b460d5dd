import { dataCentres, numberAt, trafficOf, unitMs } from './traffic.ts'

/**
 * DNS queries that were never asked: whoever made the requests of {@link trafficOf} looked the names up before. They follow from
 * the zone and the time alone, by hour and data centre, and are always split in the same order, so that every view of them agrees.
 */
export interface QueryCell {
  /** Values of all dimensions. */
  readonly dimensions: Readonly<Record<string, string>>
  readonly count: number
  /** Milliseconds that an answer took. */
  readonly time: number
}

/** What is asked for, in the order of splitting: the first one of each gets what rounding leaves over. */
const names = [
  ['www.', 0.5, 'NOERROR'],
  ['', 0.35, 'NOERROR'],
  ['api.', 0.1, 'NOERROR'],
  ['wpad.', 0.05, 'NXDOMAIN'],
] as const
const types = [
  ['A', 0.6, 64],
  ['AAAA', 0.3, 80],
  ['HTTPS', 0.1, 112],
] as const
const versions = [
  ['4', 0.7],
  ['6', 0.3],
] as const
const cachings = [
  ['Cached', 0.8, 1],
  ['Uncached', 0.2, 14],
] as const

const split = <T extends readonly [unknown, number, ...unknown[]]>(whole: number, parts: readonly T[]): readonly (readonly [T, number])[] => {
  const counts = parts.map(([, share], index) => (index === 0 ? 0 : Math.floor(whole * share)))
  counts[0] = whole - counts.reduce((sum, count) => sum + count, 0)
  return parts.map((part, index) => [part, counts[index] ?? 0] as const)
}

const bucket = (size: number): string => {
  const start = Math.floor(size / 16) * 16
  return `${start}-${start + 15}`
}

/** How much of an hour's count lies between two times: each part gets its share, and all parts add up. */
const portion = (count: number, unit: number, since: number, until: number): number => {
  const at = (time: number): number => Math.floor(count * Math.min(1, Math.max(0, time / unitMs - unit)))
  return at(until) - at(since)
}

/** The queries for a zone between two times, in milliseconds since 1970; none for a zone that is not active. */
export const queriesOf = function* (zone: { readonly id: string; readonly name: string; readonly status: string }, since: number, until: number): Generator<QueryCell> {
  for (let unit = Math.floor(since / unitMs); unit * unitMs < until; unit++) {
    const day = String(new Date(unit * unitMs).getUTCDay() || 7)
    for (const [place, coloName] of dataCentres.entries()) {
      const requests = numberAt(trafficOf(zone, unit * unitMs, (unit + 1) * unitMs, coloName), 'requests', 'all')
      for (const [[label, , code], named] of split(Math.floor(requests / 2), names)) {
        const queryName = `${label}${zone.name}`
        for (const [[queryType, , size], typed] of split(named, types)) {
          for (const [[ipVersion], versioned] of split(typed, versions)) {
            for (const [[responseCached, , ms], whole] of split(versioned, cachings)) {
              const count = portion(whole, unit, since, until)
              if (count === 0) continue
              const dimensions = { queryName, queryType, responseCode: code, responseCached, coloName, origin: '', dayOfWeek: day, tcp: queryType === 'HTTPS' && responseCached === 'Uncached' ? '1' : '0', ipVersion, querySizeBucket: bucket(queryName.length + 18), responseSizeBucket: bucket(queryName.length + size) }
              yield { dimensions, count, time: ms + place }
            }
          }
        }
      }
    }
  }
}

/** A stale answer is one of a hundred of those from the cache. */
const isStale = ({ dimensions }: QueryCell): boolean => dimensions['responseCached'] === 'Cached'

const percentile = (cells: readonly QueryCell[], share: number): number => {
  const sorted = cells.toSorted((a, b) => a.time - b.time)
  const wanted = sorted.reduce((sum, { count }) => sum + count, 0) * share
  let seen = 0
  return sorted.find(({ count }) => (seen += count) >= wanted)?.time ?? 0
}

const total = (cells: readonly QueryCell[], of: (cell: QueryCell) => number = ({ count }) => count): number => cells.reduce((sum, cell) => sum + of(cell), 0)

const metrics: Readonly<Record<string, (cells: readonly QueryCell[]) => number>> = {
  queryCount: (cells) => total(cells),
  uncachedCount: (cells) => total(cells.filter(({ dimensions }) => dimensions['responseCached'] === 'Uncached')),
  staleCount: (cells) => Math.floor(total(cells.filter(isStale)) / 100),
  responseTimeAvg: (cells) => (cells.length === 0 ? 0 : Math.round((total(cells, ({ count, time }) => count * time) / total(cells)) * 1000) / 1000),
  responseTimeMedian: (cells) => percentile(cells, 0.5),
  responseTime90th: (cells) => percentile(cells, 0.9),
  responseTime99th: (cells) => percentile(cells, 0.99),
}

/** A metric over some queries. */
export const metricOf = (name: string, cells: readonly QueryCell[]): number => metrics[name]?.(cells) ?? 0
