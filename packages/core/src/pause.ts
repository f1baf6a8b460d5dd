import { longestTimerMs } from './limits.ts'
import { onAbort } from './on-abort.ts'

/**
 * Waits, and ends at once with the signal's reason when it is aborted.
 * @param milliseconds more than 24.8 days count as 24.8 days
 * @param over ends the wait, too, but as if the time were over
 */
export const pause = (milliseconds: number, signal?: AbortSignal, over?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason as Error)
      return
    }
    if (over?.aborted === true) {
      resolve()
      return
    }
    const forgets: (() => void)[] = []
    const end = (): void => {
      clearTimeout(timer)
      for (const forget of forgets) forget()
      resolve()
    }
    const timer = setTimeout(end, Math.min(milliseconds, longestTimerMs))
    if (over !== undefined) forgets.push(onAbort(over, end))
    if (signal === undefined) return
    const giveUp = (): void => {
      reject(signal.reason as Error)
      end()
    }
    forgets.push(onAbort(signal, giveUp))
  })
