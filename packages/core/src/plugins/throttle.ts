import type { Call } from '../call.ts'
import { type Credentials, forMethod } from '../credentials.ts'
import { ApiError, DecodeError } from '../errors.ts'
import type { Plugin } from '../plugin.ts'
import { type Account, accountOf, blockAccount, gateOf } from './accounts.ts'
import { Gate } from './gate.ts'
import type { SlidingWindow } from './sliding-window.ts'

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

/** Where a call waits, and whom a refusal blocks. */
interface Turn {
  readonly gate: Gate
  readonly account?: Account
}

/** Finds a call's gate; the last one is kept, since most clients have one base URL and one credential. */
const finder = (options: ThrottleOptions): ((call: Call) => Turn) => {
  const { budget, requests = 1200, windowMs = 300_000 } = options
  if (budget !== undefined) {
    const turn: Turn = { gate: new Gate(budget) }
    return () => turn
  }
  let lastUrl: string | undefined
  let lastCredentials: Credentials | undefined
  let last: (Turn & { readonly account: Account }) | undefined
  return (call) => {
    const credentials = call.credentials === undefined ? undefined : forMethod(call.credentials, call.endpoint.target.method)
    if (last === undefined || last.account.retired || lastUrl !== call.baseUrl || lastCredentials !== credentials) {
      const account = accountOf(new URL(call.baseUrl).origin, credentials?.secret.reveal() ?? '')
      last = { account, gate: gateOf(account, requests, windowMs) }
      lastUrl = call.baseUrl
      lastCredentials = credentials
    }
    return last
  }
}

const isRefusal = (error: unknown): error is ApiError | DecodeError => (error instanceof ApiError && error.rateLimited) || (error instanceof DecodeError && error.status === 429)

/**
 * Keeps calls within the service's rate limit as a sliding window: 1,200 requests in any 300 seconds
 * (developers.cloudflare.com, "Rate limits"). A 429 blocks everyone who shares the credential, also other clients.
 * @example createClient({ throttle: { requests: 600 } })
 */
export const throttle = (options: ThrottleOptions = {}): Plugin => ({
  name: 'throttle',
  setup: () => {
    const turnOf = finder(options)
    const closing = new AbortController()
    return {
      async around(call, next) {
        const { account, gate } = turnOf(call)
        const turn = gate.enter(call.signal, closing.signal)
        if (turn !== undefined) await turn
        try {
          return await next(call)
        } catch (error) {
          if (isRefusal(error)) {
            const until = performance.now() + Math.min(error.retryAfterMs ?? options.blockMs ?? 5000, options.maxBlockMs ?? 300_000)
            if (account === undefined) gate.block(until)
            else blockAccount(account, until)
          }
          throw error
        }
      },
      close: () => Promise.resolve(closing.abort()),
    }
  },
})
