import { ApiError, DecodeError, type Plugin } from '@zonewright/core'
import { SlidingWindow } from '@zonewright/core/plugins'

import { FormPostFault } from './fault.ts'

/** Longest time that a refusal of API v4 counts, in milliseconds. */
const longestMs = 300_000

const isLimit = (error: unknown): error is ApiError | DecodeError => (error instanceof ApiError && error.rateLimited) || (error instanceof DecodeError && error.status === 429)

/**
 * Says at once that the limit of calls is reached, 1,200 in five minutes or sooner when API v4 said so. A client of API v4 waits
 * for minutes then; programs of the time do not, and know what `E_MAXAPI` means.
 */
export const refuseBeyondBudget: Plugin = {
  name: 'refuse-beyond-budget',
  setup() {
    const budget = new SlidingWindow({ requests: 1200, windowMs: 300_000 })
    return {
      async around(call, next) {
        const wait = budget.take(performance.now())
        if (wait > 0) throw new FormPostFault({ message: `The limit of calls is reached; wait ${Math.ceil(wait / 1000)} seconds.`, word: 'E_MAXAPI', number: 601, rateLimited: true })
        try {
          return await next(call)
        } catch (error) {
          if (isLimit(error)) budget.blockUntil(performance.now() + Math.min(error.retryAfterMs ?? 0, longestMs))
          throw error
        }
      },
    }
  },
}
