import { refuse } from '../errors.ts'
import { unitMs } from './traffic.ts'

/** The time that an analytics call asks for. */
export interface Period {
  /** Milliseconds since 1970. */
  readonly since: number
  readonly until: number
  /** Milliseconds of one part. */
  readonly step: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const yearMs = 366 * dayMs

const moment = (field: string, value: unknown, fallback: number, now: number): number => {
  if (value === undefined || value === '') return now + fallback * minuteMs
  const text = String(value)
  if (/^-?\d+$/.test(text)) {
    if (Number(text) > 0) throw refuse('analytics_period', { field, detail: 'minutes must be negative, or 0 for now' })
    return now + Number(text) * minuteMs
  }
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw refuse('analytics_period', { field, detail: 'must be RFC 3339 or a negative number of minutes' })
  return time
}

const stepOf = (span: number): number => (span <= 4 * dayMs ? unitMs : dayMs)

/**
 * The time from `since` to `until`, with the length of its parts: an hour up to 4 days, else a day. With `continuous`, the end moves back to where the last part is complete, and the start with it.
 * @throws Refusal `analytics_period`.
 */
export const periodOf = (input: Readonly<Record<string, unknown>>, now: number): Period => {
  const since = moment('since', input['since'], -10_080, now)
  const until = moment('until', input['until'], 0, now)
  if (since >= until) throw refuse('analytics_period', { field: 'since', detail: 'must be before until' })
  if (until > now) throw refuse('analytics_period', { field: 'until', detail: 'must not be in the future' })
  if (since < now - yearMs) throw refuse('analytics_period', { field: 'since', detail: 'must not be more than a year ago' })
  const step = stepOf(until - since)
  if (input['continuous'] === false) return { since: Math.floor(since / step) * step, until, step }
  const end = Math.floor(until / step) * step
  return { since: Math.min(Math.floor(since / step) * step, end - step), until: end, step }
}
