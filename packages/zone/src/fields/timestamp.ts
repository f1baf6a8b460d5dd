import { parseDecimal } from './integer.ts'
import { tokenField } from './token-field.ts'

const expected = 'a time as YYYYMMDDHHmmSS, or a number of seconds from 0 to 4294967295'

/** A point of time, as the bounds of a signature; on the wire seconds since 1970 modulo 2^32 (RFC 4034 section 3.2). */
export const timestamp = tokenField({
  expected,
  letters: 'none',
  octets: 'time',
  canonical(word) {
    const seconds = word.length === 14 ? secondsOf(word) : word.length > 10 ? -1 : parseDecimal(word, 0xffffffff)
    return seconds < 0 ? undefined : printTime(seconds)
  },
  write: (text, wire) => wire.u32(secondsOf(text)),
  read: (wire) => printTime(wire.u32()),
})

/** Seconds since 1970, modulo 2^32 as on the wire; -1 when the text is no time of the calendar. */
function secondsOf(text: string): number {
  if (parseDecimal(text, 1e14) < 0) return -1
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [[0, 4], [4, 6], [6, 8], [8, 10], [10, 12], [12, 14]].map(([from, to]) => Number(text.slice(from, to)))
  // A leap second is allowed and runs over into the next minute.
  if (year < 1970 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return -1
  const days = Date.UTC(year, month - 1, day) / 1000
  if (day < 1 || new Date(days * 1000).getUTCMonth() !== month - 1) return -1
  return (days + hour * 3600 + minute * 60 + second) % 2 ** 32
}

function printTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')
}
