import { at, ended, isDigit, moveTo, writeNumber } from './scan'

const MOST: u64 = 0xffffffff

/** Reads seconds: a number, or numbers with the units w, d, h, m, s in any order; more than 4,294,967,295 when it is none. */
export function seconds(): u64 {
  let from = at
  let total: u64 = 0
  let hasUnits = false
  while (true) {
    let value: u64 = 0
    const start = from
    let octet: u32 = load<u8>(from)
    while (isDigit(octet) && value <= MOST) {
      value = value * 10 + octet - 0x30
      octet = load<u8>(++from)
    }
    if (from == start) break
    const unit = secondsOf(octet | 0x20)
    if (unit == 0) {
      // A number without a unit stands alone.
      if (hasUnits) return u64.MAX_VALUE
      moveTo(from)
      return value
    }
    from++
    total += value * unit
    if (total > MOST) return u64.MAX_VALUE
    hasUnits = true
  }
  moveTo(from)
  return hasUnits ? total : u64.MAX_VALUE
}

function secondsOf(letter: u32): u64 {
  switch (letter) {
    case 0x73: return 1
    case 0x6d: return 60
    case 0x68: return 3600
    case 0x64: return 86_400
    case 0x77: return 604_800
  }
  return 0
}

/** Reads a period and writes it as a plain number. */
export function period(): bool {
  const value = seconds()
  if (value > MOST || !ended()) return false
  writeNumber(value)
  return true
}
