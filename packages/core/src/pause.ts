/** The longest time that a timer takes; with more it would fire at once. */
export const longestTimerMs = 2_147_483_647

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
    const onAbort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      },
      Math.min(milliseconds, longestTimerMs),
    )
    signal?.addEventListener('abort', onAbort, { once: true })
  })
