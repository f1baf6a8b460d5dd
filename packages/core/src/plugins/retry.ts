import type { Call } from '../call.ts'
import type { Safety } from '../endpoint.ts'
import { ApiError, DecodeError, TransportError } from '../errors.ts'
import { pause } from '../pause.ts'
import type { Plugin } from '../plugin.ts'

/** Settings of the retry plugin. */
export interface RetryOptions {
  /** Most tries of one call, the first included. Default 3. */
  readonly limit?: number
  /** First wait in milliseconds; it doubles with each try, with jitter. Default 500. */
  readonly baseMs?: number
  /** Longest wait in milliseconds; a longer `Retry-After` ends the call with its error instead. Default 60,000. */
  readonly maxWaitMs?: number
}

/** Statuses that a gateway gives when the request itself was fine. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530])

const isRateLimit = (error: unknown): boolean => (error instanceof ApiError && error.rateLimited) || (error instanceof DecodeError && error.status === 429)

/**
 * Whether a call may be sent again after this error. The one place that decides:
 *
 * | | never reached the service | rate limit | other passing failure or lost answer | anything else |
 * |---|---|---|---|---|
 * | read, idempotent | yes | yes | yes | no |
 * | unsafe | yes | yes | no: it may have been carried out | no |
 * @example if (mayRetry('unsafe', error)) await again()
 */
export const mayRetry = (safety: Safety, error: unknown): boolean => {
  if (error instanceof TransportError) return error.phase === 'connect' || safety !== 'unsafe'
  // A refusal by the rate limiter comes before anything is carried out.
  if (isRateLimit(error)) return true
  if (safety === 'unsafe') return false
  if (error instanceof ApiError) return passing.has(error.status)
  // A cut body or a gateway's HTML page; an answer of the service itself that is complete but wrong would be wrong again.
  return error instanceof DecodeError && (passing.has(error.status) || error.cut)
}

const waitMs = (error: unknown, attempt: number, baseMs: number): number => {
  const asked = error instanceof ApiError || error instanceof DecodeError ? error.retryAfterMs : undefined
  // Full jitter keeps a fleet of clients from coming back all at once.
  return asked ?? baseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)
}

const alreadyDone = (call: Call, error: unknown): error is ApiError => {
  const codes = call.endpoint.repeated?.codes
  return codes !== undefined && error instanceof ApiError && error.faults.length > 0 && error.faults.every((fault) => codes.includes(fault.code))
}

/**
 * Sends a call again when that can't double a write, by the declared safety of its endpoint.
 * @example createClient({ retry: { limit: 5 } })
 */
export const retry = (options: RetryOptions = {}): Plugin => ({
  name: 'retry',
  setup: () => {
    const closing = new AbortController()
    return {
      async around(call, next) {
        const limit = options.limit ?? 3
        let lost = false
        for (let attempt = 1; ; attempt++) {
          try {
            return await next(attempt === 1 ? call : { ...call, attempt })
          } catch (error) {
            // The first try was carried out and only its answer was lost: "not found" then means "gone, as asked".
            if (lost && alreadyDone(call, error)) return { result: call.endpoint.repeated?.result(call.input), status: error.status, headers: {}, ...(error.rayId === undefined ? {} : { rayId: error.rayId }) }
            if (attempt >= limit || !mayRetry(call.endpoint.safety, error)) throw error
            // Who has given up meanwhile hears the own reason, not of a failure that would have been repaired.
            call.signal?.throwIfAborted()
            const wait = waitMs(error, attempt, options.baseMs ?? 500)
            if (wait > (options.maxWaitMs ?? 60_000)) throw error
            // Only these two leave it open whether the try was carried out; a refusal in so many words does not.
            lost ||= (error instanceof TransportError && error.phase === 'sent') || !(error instanceof TransportError || isRateLimit(error))
            // A client that is closed ends the wait; its refusal comes from further in.
            await pause(wait, call.signal, closing.signal)
          }
        }
      },
      close: () => Promise.resolve(closing.abort()),
    }
  },
})
