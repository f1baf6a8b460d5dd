import { ApiError, DecodeError } from '../errors.ts'
import { pause } from '../pause.ts'
import type { Plugin } from '../plugin.ts'
import { SlidingWindow } from './sliding-window.ts'

/** Settings of the rate limiter. */
export interface ThrottleOptions {
  /** Most requests in one window. Default 1,200, as the service counts them. */
  readonly requests?: number
  /** Length of the window in milliseconds. Default 300,000. */
  readonly windowMs?: number
  /** Longest block that a 429 can ask for, in milliseconds. Default 300,000. */
  readonly maxBlockMs?: number
  /** Block after a 429 that does not say how long, in milliseconds. Default 5,000. */
  readonly blockMs?: number
  /** A budget to share on purpose, also between credentials; by default each credential has its own at each origin. */
  readonly budget?: SlidingWindow
}

/**
 * Budgets by origin and secret. The service counts by user, whatever the number of clients in this process,
 * so two clients with one credential must see one budget: this is the reason for the only state outside a client.
 */
const shared = new Map<string, SlidingWindow>()

const budgetOf = (key: string, requests: number, windowMs: number): SlidingWindow => {
  let budget = shared.get(key)
  if (budget === undefined) {
    budget = new SlidingWindow({ requests, windowMs })
    shared.set(key, budget)
  }
  return budget
}

/**
 * Keeps calls within the service's rate limit as a sliding window. A 429 blocks everyone who shares the credential.
 * @example createClient({ throttle: { requests: 600 } })
 */
export const throttle = (options: ThrottleOptions = {}): Plugin => ({
  name: 'throttle',
  setup: () => ({
    async around(call, next) {
      const requests = options.requests ?? 1200
      const windowMs = options.windowMs ?? 300_000
      const budget = options.budget ?? budgetOf(`${new URL(call.baseUrl).origin} ${requests} ${windowMs} ${call.credentials?.secret.reveal() ?? ''}`, requests, windowMs)
      for (let wait = budget.take(Date.now()); wait > 0; wait = budget.take(Date.now())) await pause(wait, call.signal)
      try {
        return await next(call)
      } catch (error) {
        const limited = (error instanceof ApiError && error.rateLimited) || (error instanceof DecodeError && error.status === 429)
        if (limited) budget.blockUntil(Date.now() + Math.min(error.retryAfterMs ?? options.blockMs ?? 5000, options.maxBlockMs ?? 300_000))
        throw error
      }
    },
  }),
})
