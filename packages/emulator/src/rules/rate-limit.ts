import type { Clock } from '../clock.ts'

/** How many requests a caller may make. */
export interface RateLimit {
  /** Requests in a window. */
  readonly requests: number
  /** Length of the window in seconds; also how long a caller who exceeds it is blocked. */
  readonly seconds: number
}

/** The documented budget: 1,200 requests in five minutes for a user and all of their tokens together. */
export const documentedLimit: RateLimit = { requests: 1200, seconds: 300 }

/** Whether a request may pass. */
export interface Allowance {
  readonly allowed: boolean
  /** Requests left in the window. */
  readonly remaining: number
  /** Seconds until the window begins anew. */
  readonly reset: number
}

/** Counts requests per caller. */
export interface RateCounter {
  /** Counts one request of this caller. */
  take(caller: string): Allowance
}

/**
 * A counter with fixed windows. Who exceeds the limit is blocked for a whole window from then on, as documented.
 * @example rateCounter(documentedLimit, systemClock).take('a').remaining // 1199
 */
export const rateCounter = (limit: RateLimit, clock: Clock): RateCounter => {
  const windows = new Map<string, { start: number; used: number; blocked: boolean }>()
  return {
    take(caller) {
      const now = clock.now()
      let window = windows.get(caller)
      if (window === undefined || now >= window.start + limit.seconds * 1000) {
        window = { start: now, used: 0, blocked: false }
        windows.set(caller, window)
      }
      if (!window.blocked && window.used >= limit.requests) {
        window.blocked = true
        window.start = now
      }
      if (!window.blocked) window.used++
      return { allowed: !window.blocked, remaining: Math.max(0, limit.requests - window.used), reset: Math.max(1, Math.ceil((window.start + limit.seconds * 1000 - now) / 1000)) }
    },
  }
}

/** A bucket per name that empties by use and fills by time. */
export interface Buckets {
  /** Takes one out; false when the bucket is empty. */
  take(name: string, size: { readonly bucket: number; readonly perSecond: number }, amount?: number): boolean
}

/** Makes token buckets. */
export const tokenBuckets = (clock: Clock): Buckets => {
  const levels = new Map<string, { level: number; at: number }>()
  return {
    take(name, { bucket, perSecond }, amount = 1) {
      const now = clock.now()
      const before = levels.get(name) ?? { level: bucket, at: now }
      const level = Math.min(bucket, before.level + ((now - before.at) / 1000) * perSecond)
      const enough = level >= amount
      levels.set(name, { level: enough ? level - amount : level, at: now })
      return enough
    },
  }
}
