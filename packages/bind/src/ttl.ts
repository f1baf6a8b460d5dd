/** Longest time to live that a record can have (RFC 2181 section 8). */
export const MAX_TTL = 2_147_483_647

/** Longest one that the reader takes: what four octets hold. Most servers take it as it stands; `checkZone` warns of what is over {@link MAX_TTL}. */
export const LARGEST_TTL = 4_294_967_295

// Larger than any TTL, small enough that sums stay exact.
const FAR_BEYOND = 1e12

const unitSeconds: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 }

/**
 * Reads a time as BIND does: digits alone are seconds, else every number has a unit, in any order and case.
 *
 * Returns -1 for a text of another form; the value may be larger than any TTL, which the caller refuses.
 * @example parseTtl('1h30m') // 5400
 */
export function parseTtl(text: string): number {
  let total = 0
  let value = -1
  let units = false
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit >= 0 && digit <= 9) {
      value = Math.min(FAR_BEYOND, (value < 0 ? 0 : value * 10) + digit)
      continue
    }
    const seconds = unitSeconds[(text[i] as string).toLowerCase()]
    if (seconds === undefined || value < 0) return -1
    total = Math.min(FAR_BEYOND, total + value * seconds)
    value = -1
    units = true
  }
  if (value >= 0) return units ? -1 : value
  return units ? total : -1
}

/**
 * The octets of a token as plain seconds, or -1 when it is anything else; up to ten digits.
 * @example plainSeconds(new Uint8Array([51, 48, 48]), 0, 3) // 300
 */
export function plainSeconds(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 10 || end === start) return -1
  let value = 0
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
