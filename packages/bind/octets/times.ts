import { at, end, ended, isDigit, moveTo, writtenTo } from './scan'
import { copy } from './sixteen'

const DIGITS: usize = 14

/** Reads a point of time of fourteen digits; seconds since 1970, the 29th of February and leap seconds are for the parser. */
export function time(): bool {
  for (let index: usize = 0; index < DIGITS; index++) if (!isDigit(load<u8>(at + index))) return false
  const year = pair(0) * 100 + pair(2)
  const month = pair(4)
  const day = pair(6)
  if (year < 1970 || year > 2105 || month < 1 || month > 12 || day < 1 || day > daysOf(month) || pair(8) > 23 || pair(10) > 59 || pair(12) > 59) return false
  copy(end, at, DIGITS)
  writtenTo(end + DIGITS)
  moveTo(at + DIGITS)
  return ended()
}

function pair(index: usize): i32 {
  return load<u8>(at + index) * 10 + load<u8>(at + index, 1) - 0x30 * 11
}

function daysOf(month: i32): i32 {
  if (month == 2) return 28
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
}
