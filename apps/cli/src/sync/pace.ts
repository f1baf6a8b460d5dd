/** Seconds as a person says them. */
const time = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`)

/**
 * How far something is, how fast it goes and how long it will take.
 * @param seconds since its start; nothing is said about the pace before there is one.
 * @example paceText(250, 1000, 5) // '250 of 1000, 50/s, 15 s left'
 */
export const paceText = (done: number, total: number, seconds: number): string => {
  const share = `${done} of ${total}`
  if (done === 0 || done === total || seconds <= 0) return share
  const rate = done / seconds
  return `${share}, ${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s, ${time((total - done) / rate)} left`
}
