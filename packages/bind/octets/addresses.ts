import { nibble } from './kinds'
import { GROUPS } from './memory'
import { at, end, isDigit, moveTo, writtenTo } from './scan'

// The octet of a hexadecimal digit.
@inline
function digitOf(value: usize): u8 {
  return <u8>(value > 9 ? value + 0x57 : value + 0x30)
}

/** Reads a dotted quad and writes it; what stands behind it is not looked at. */
export function ipv4(): bool {
  let from = at
  let to = end
  for (let part = 0; part < 4; part++) {
    if (part > 0) {
      if (load<u8>(from++) != 0x2e) return false
      store<u8>(to++, 0x2e)
    }
    let octet: u32 = load<u8>(from)
    if (!isDigit(octet)) return false
    let value = octet - 0x30
    while (true) {
      store<u8>(to++, <u8>octet)
      octet = load<u8>(++from)
      if (!isDigit(octet)) break
      if (value == 0) return false
      value = value * 10 + octet - 0x30
      if (value > 255) return false
    }
  }
  moveTo(from)
  writtenTo(to)
  return true
}

@inline
function group(index: i32): u16 {
  return load<u16>(GROUPS + ((<usize>index) << 1))
}

@inline
function setGroup(index: i32, value: u16): void {
  store<u16>(GROUPS + ((<usize>index) << 1), value)
}

/** Reads an IPv6 address and writes it as RFC 5952 says; those that hold an IPv4 one, or would be printed so, are not sure. */
export function ipv6(): bool {
  let from = at
  let count = 0
  let gapAt = -1
  if (load<u8>(from) == 0x3a) {
    if (load<u8>(from + 1) != 0x3a) return false
    gapAt = 0
    from += 2
  }
  while (true) {
    const start = from
    let sum: u32 = 0
    let value = nibble(load<u8>(from))
    while (value >= 0) {
      sum = sum * 16 + value
      value = nibble(load<u8>(++from))
      if (from - start > 4) return false
    }
    if (from == start) {
      // Only a gap may end an address.
      if (gapAt == count) break
      return false
    }
    if (count == 8) return false
    setGroup(count, <u16>sum)
    count++
    if (load<u8>(from) != 0x3a) break
    from++
    if (load<u8>(from) == 0x3a) {
      if (gapAt >= 0) return false
      gapAt = count
      from++
    }
  }
  if (gapAt < 0 ? count != 8 : count > 7) return false
  if (gapAt >= 0) {
    // What stands behind the gap moves to the end.
    const missing = 8 - count
    for (let index = 7; index >= gapAt; index--) setGroup(index, index >= gapAt + missing ? group(index - missing) : 0)
  }
  moveTo(from)
  return writeGroups()
}

function writeGroups(): bool {
  let best = -1
  let length = 1
  for (let index = 0; index < 8; index++) {
    if (group(index) != 0) continue
    const from = index
    while (index < 8 && group(index) == 0) index++
    if (index - from > length) {
      best = from
      length = index - from
    }
  }
  if (best == 0 && (length == 6 || (length == 5 && group(5) == 0xffff))) return false
  let to = end
  for (let index = 0; index < 8; index++) {
    if (index == best) {
      store<u8>(to++, 0x3a)
      if (index == 0) store<u8>(to++, 0x3a)
      index += length - 1
      if (index == 7 && best != 0) store<u8>(to++, 0x3a)
      continue
    }
    if (index > 0 && !(best == 0 && index == length)) store<u8>(to++, 0x3a)
    const value: usize = group(index)
    if (value > 0xfff) store<u8>(to++, digitOf(value >> 12))
    if (value > 0xff) store<u8>(to++, digitOf((value >> 8) & 15))
    if (value > 0xf) store<u8>(to++, digitOf((value >> 4) & 15))
    store<u8>(to++, digitOf(value & 15))
  }
  writtenTo(to)
  return true
}
