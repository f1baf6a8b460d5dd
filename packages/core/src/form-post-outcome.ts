import { ApiError, DecodeError, TransportError } from './errors.ts'

/**
 * Whether a write that ended with this error may have been carried out all the same: it was sent, and no answer tells. A
 * refusal by the service or by its rate limiter tells, and so does a connection that never came about. A call that its own
 * signal ended may have been on its way.
 * @example if (mayHaveHappened(error)) console.error('look before you send it again')
 */
export const mayHaveHappened = (error: unknown, signal?: AbortSignal): boolean =>
  (signal?.aborted === true && error === signal.reason) || (error instanceof TransportError && error.phase === 'sent') || (error instanceof DecodeError && error.status !== 429) || (error instanceof ApiError && error.status >= 500)
