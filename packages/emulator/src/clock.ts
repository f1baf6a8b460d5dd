/**
 * Where the time comes from, in milliseconds since 1970-01-01 UTC; fractions are microseconds.
 * A test hands in its own and moves it by hand.
 */
export interface Clock {
  now(): number
}

/** The machine's clock with the microseconds that record dates carry. */
export const systemClock: Clock = { now: () => performance.timeOrigin + performance.now() }

/**
 * RFC 3339 in UTC with microseconds, trailing zeros cut, as the DNS service prints its dates.
 * @example microsecondDate(1_700_000_000_024.967) // '2023-11-14T22:13:20.024967Z'
 */
export const microsecondDate = (milliseconds: number): string => {
  const micros = Math.round(milliseconds * 1000)
  const seconds = Math.floor(micros / 1_000_000)
  const fraction = String(micros - seconds * 1_000_000).padStart(6, '0').replace(/0+$/, '')
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19)
  return fraction === '' ? `${whole}Z` : `${whole}.${fraction}Z`
}
