import { GROUPS } from './memory'
import { at, done, ended, gap, isDigit, moveTo, write, writeNumber } from './scan'

const METRE: u32 = 0x6d
const MINUS: u32 = 0x2d
const PLUS: u32 = 0x2b
const NONE: u64 = u64.MAX_VALUE

/** Reads a location as LOC writes it and writes the canonical form: all parts, one digit and zeros for the sizes. */
export function location(): bool {
  if (!angle(90, 0x4e, 0x53)) return false
  write(0x20)
  if (!angle(180, 0x45, 0x57)) return false
  write(0x20)
  return altitude() && size(100) && size(1_000_000) && size(1000)
}

function angle(most: u64, positive: u32, negative: u32): bool {
  memory.fill(GROUPS, 0, 6)
  for (let part: usize = 0; part < 4; part++) {
    const octet: u32 = load<u8>(at)
    if (part > 0 && (octet == positive || octet == negative)) {
      moveTo(at + 1)
      if (!ended()) return false
      gap()
      writeAngle(octet, positive)
      return true
    }
    const value = part == 3 || octet == 0x2e ? NONE : fixedPoint(part == 2 ? 3 : 0)
    // An angle of the most degrees, and whatever else is near a limit, is for the parser.
    if (value > (part == 0 ? most - 1 : part == 1 ? 59 : 59_999) || !ended()) return false
    store<u16>(GROUPS + (part << 1), <u16>value)
    gap()
  }
  return false
}

function writeAngle(direction: u32, positive: u32): void {
  const degrees = load<u16>(GROUPS)
  const minutes = load<u16>(GROUPS, 2)
  const thousandths = load<u16>(GROUPS, 4)
  writeNumber(degrees)
  write(0x20)
  writeNumber(minutes)
  write(0x20)
  writeFixedPoint(thousandths, 3)
  write(0x20)
  write((degrees | minutes | thousandths) == 0 ? positive : direction)
}

function altitude(): bool {
  const sign: u32 = load<u8>(at)
  if (sign == MINUS || sign == PLUS) moveTo(at + 1)
  const value = metres()
  if (value > 10_000_000) return false
  if (sign == MINUS && value > 0) write(MINUS)
  writeFixedPoint(value, 2)
  write(METRE)
  gap()
  return true
}

function size(absent: u64): bool {
  const value = done() ? absent : metres()
  if (value > 9_000_000_000) return false
  let power: u64 = 1
  while (power * 10 <= value) power *= 10
  const cut = value - (value % power)
  write(0x20)
  if (cut < 100) writeFixedPoint(cut, 2)
  else writeNumber(cut / 100)
  write(METRE)
  gap()
  return true
}

function metres(): u64 {
  const centimetres = fixedPoint(2)
  if (load<u8>(at) == METRE) moveTo(at + 1)
  return ended() ? centimetres : NONE
}

// Digits with at most `places` of them behind a point, as a number of the smallest part.
function fixedPoint(places: i32): u64 {
  let from = at
  let value: u64 = 0
  let digits = 0
  let behind = -1
  while (digits < 12 && behind < places) {
    const octet: u32 = load<u8>(from)
    if (octet == 0x2e && behind < 0 && places > 0) behind = 0
    else if (isDigit(octet)) {
      value = value * 10 + (octet - 0x30)
      digits++
      if (behind >= 0) behind++
    } else break
    from++
  }
  moveTo(from)
  if (digits == 0) return NONE
  for (let missing = places - max(behind, 0); missing > 0; missing--) value *= 10
  return value
}

function writeFixedPoint(value: u64, places: i32): void {
  const unit: u64 = places == 3 ? 1000 : 100
  writeNumber(value / unit)
  write(0x2e)
  let rest = value % unit
  for (let power = unit / 10; power >= 1; power /= 10) {
    write(<u32>(0x30 + rest / power))
    rest %= power
  }
}
