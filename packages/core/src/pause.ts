import { longestTimerMs } from './limits.ts'
import { onAbort } from './on-abort.ts'

/**
 * Waits, and ends at once with the signal's reason when it is aborted.
 * @param milliseconds more than 24.8 days count as 24.8 days
 */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason as Error)
      return
    }
    const timer = setTimeout(
      () => {
        forget?.()
        resolve()
      },
      Math.min(milliseconds, longestTimerMs),
    )
    const forget =
      signal === undefined
        ? undefined
        : onAbort(signal, () => {
            clearTimeout(timer)
            reject(signal.reason as Error)
          })
  })
