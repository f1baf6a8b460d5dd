import type { Field } from '../field.ts'
import { u32 } from './integer.ts'

const expected = 'a number of seconds from 0 to 4294967295, or a period such as 1w2d3h4m5s'

/**
 * Reads a period in seconds: a plain number, or numbers with the units w, d, h, m, s in either case and any order.
 *
 * @returns seconds from 0 to 4294967295, or -1 when `text` is no period.
 * @example const seconds = parsePeriod('1h30m') // 5400
 */
export function parsePeriod(text: string): number {
  let total = 0
  let number = -1
  let hasUnits = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x30 && code <= 0x39) {
      number = (number < 0 ? 0 : number) * 10 + code - 0x30
      if (number > 0xffffffff) return -1
      continue
    }
    const unit = secondsOf(code | 0x20)
    if (number < 0 || unit === 0) return -1
    total += number * unit
    if (total > 0xffffffff) return -1
    number = -1
    hasUnits = true
  }
  // A number without a unit stands alone: 1h5 leaves open what the 5 is.
  if (number >= 0) return hasUnits ? -1 : number
  return hasUnits ? total : -1
}

function secondsOf(letter: number): number {
  if (letter === 0x73) return 1
  if (letter === 0x6d) return 60
  if (letter === 0x68) return 3600
  if (letter === 0x64) return 86_400
  return letter === 0x77 ? 604_800 : 0
}

/** A period in seconds, such as the refresh of a SOA record; four octets on the wire, printed as a plain number. */
export const period: Field<number> = {
  ...u32,
  expected,
  octets: 'period',
  parse(cursor) {
    const seconds = parsePeriod(cursor.word(expected))
    if (seconds < 0) cursor.fail(expected)
    return seconds
  },
}
