import { dns } from '@zonewright/v4'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { queriesOf } from './rules/dns-queries.ts'
import { intervalsOf } from './rules/dns-report.ts'
import { manualClock, zoneId as zone_id } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const { analytics } = dns
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const start = () => strictClient({ clock: manualClock() })

describe('DNS analytics', () => {
  it('are one row of six hours when nothing is said', async () => {
    const client = await start()
    const report = await client.call(analytics.report, { zone_id })
    expect(report).toMatchObject({ rows: 1, data: [{ dimensions: [] }], data_lag: 0, min: {}, max: {}, query: { since: '2026-11-20T06:00:00Z', until: '2026-11-20T12:00:00Z', metrics: ['queryCount'], dimensions: [], limit: 100_000 } })
    expect(report.data[0]?.metrics).toEqual([report.totals['queryCount']])
    expect(report.totals['queryCount']).toBeGreaterThan(100)
  })

  it('add up, whatever they are broken down by', async () => {
    const client = await start()
    const { totals } = await client.call(analytics.report, { zone_id })
    for (const dimension of analytics.queryDimensions) {
      const { data } = await client.call(analytics.report, { zone_id, dimensions: dimension })
      expect([dimension, sum(data.map(({ metrics }) => metrics[0] ?? 0))]).toEqual([dimension, totals['queryCount']])
    }
    const { data } = await client.call(analytics.report, { zone_id, metrics: 'queryCount,uncachedCount', dimensions: 'responseCached' })
    expect(data.find(({ dimensions }) => dimensions[0] === 'Cached')?.metrics[1]).toBe(0)
  })

  it('are filtered, ordered and cut off', async () => {
    const client = await start()
    const { data, rows, query } = await client.call(analytics.report, { zone_id, dimensions: 'queryName,queryType', sort: '-queryCount', limit: 3, filters: 'queryType==A,queryType==AAAA;queryName=~example' })
    expect(rows).toBe(3)
    expect(query).toMatchObject({ sort: ['-queryCount'], filters: 'queryType==A,queryType==AAAA;queryName=~example' })
    const counts = data.map(({ metrics }) => metrics[0] ?? 0)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(data[0]?.dimensions).toEqual(['www.example.com', 'A'])
    expect((await client.call(analytics.report, { zone_id, dimensions: 'queryName', filters: 'responseCode!=NOERROR' })).data.map(({ dimensions }) => dimensions)).toEqual([['wpad.example.com']])
  })

  it('have parts of time that add up to the whole', async () => {
    const client = await start()
    const whole = await client.call(analytics.report, { zone_id, dimensions: 'coloName' })
    for (const time_delta of ['auto', 'minute', 'day', 'all', 'week'] as const) {
      const { data, time_intervals } = await client.call(analytics.byTime, { zone_id, dimensions: 'coloName', time_delta })
      expect(time_intervals).toHaveLength({ auto: 6, minute: 360, day: 1, all: 1, week: 1 }[time_delta])
      expect(data.map(({ dimensions, metrics }) => [dimensions[0], sum(metrics[0] ?? [])])).toEqual(whole.data.map(({ dimensions, metrics }) => [dimensions[0], metrics[0]]))
    }
  })

  it.each([
    [{ since: '2026-11-20T12:00:00Z', until: '2026-11-20T11:00:00Z' }],
    [{ since: '2026-01-01T00:00:00Z' }],
    [{ since: 'yesterday' }],
    [{ sort: 'queryName' }],
    [{ filters: 'queryName=~(' }],
    [{ filters: 'nothing==1' }],
  ])('refuse %j', async (query) => {
    await expect((await start()).call(analytics.report, { zone_id, ...query })).rejects.toMatchObject({ status: 400, faults: [{ code: 1010 }] })
  })

  it('have nothing of a name that is no metric, before anything is sent', async () => {
    await expect((await start()).call(analytics.report, { zone_id, metrics: 'queryCount,none' })).rejects.toThrow(/expected names separated by commas/)
  })
})

describe('the queries for a zone', () => {
  const zone = { id: zone_id, name: 'example.com', status: 'active' }
  const count = (since: number, until: number): number => sum([...queriesOf(zone, since, until)].map((cell) => cell.count))
  const time = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 0, 2) })

  it('between two times are those before any moment between and those after', () => {
    fc.assert(
      fc.property(time, time, time, (a, b, c) => {
        const [first, middle, last] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number]
        expect(count(first, middle) + count(middle, last)).toBe(count(first, last))
      }),
      { numRuns: 25 },
    )
  })

  it('are none while the zone is not active', () => {
    expect([...queriesOf({ ...zone, status: 'pending' }, 0, 7_200_000)]).toEqual([])
  })
})

describe('the parts of a time', () => {
  it.each([
    ['month', ['2025-12-15', '2026-01-01', '2026-02-01', '2026-03-01', '2026-03-10']],
    ['quarter', ['2025-12-15', '2026-01-01', '2026-03-10']],
    ['year', ['2025-12-15', '2026-01-01', '2026-03-10']],
  ])('of the calendar by %s begin on its first day', (delta, days) => {
    const times = days.map((day) => Date.parse(day))
    expect(intervalsOf(times[0] ?? 0, times.at(-1) ?? 0, delta)).toEqual(times.slice(1).map((end, index) => [times[index], end]))
  })

  it('by week begin on a Monday', () => {
    const [, second] = intervalsOf(Date.UTC(2026, 10, 18), Date.UTC(2026, 10, 28), 'week')
    expect(new Date(second?.[0] ?? 0).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  })
})
