import { ipv4, ipv6 } from './addresses'
import { at, done, end, ended, gap, isDigit, moveTo, write, writtenTo } from './scan'
import { copy } from './sixteen'

const ALPN = 1
const NO_DEFAULT_ALPN = 2
const PORT = 3
const IPV4_HINT = 4
const IPV6_HINT = 6

/** Reads the everyday service parameters when they stand in the order of their keys; all others are for the parser. */
export function serviceParameters(): bool {
  let before = 0
  while (!done()) {
    const from = at
    while (isKey(load<u8>(at))) moveTo(at + 1)
    const length = at - from
    const key = keyOf(from, length)
    // What a key asks of others is for the parser, but for alpn, which stands right before.
    if (key <= before || (key == NO_DEFAULT_ALPN && before != ALPN)) return false
    if (before > 0) write(0x20)
    copy(end, from, length)
    writtenTo(end + length)
    if (key != NO_DEFAULT_ALPN && !value(key)) return false
    if (!ended()) return false
    before = key
    gap()
  }
  return true
}

@inline
function isKey(octet: u32): bool {
  return octet - 0x61 <= 25 || octet == 0x2d || octet == 0x34 || octet == 0x36
}

function keyOf(from: usize, length: usize): i32 {
  // The first four octets of each as they lie in memory; the length and the fourth from the end tell the rest.
  const first = load<u32>(from)
  const fourth = load<u32>(from + length - 4)
  if (length == 4) return first == 0x6e706c61 ? ALPN : first == 0x74726f70 ? PORT : 0
  if (length == 8 && fourth == 0x746e6968) return first == 0x34767069 ? IPV4_HINT : first == 0x36767069 ? IPV6_HINT : 0
  return length == 15 && first == 0x642d6f6e && load<u64>(from + 3) == 0x2d746c7561666564 && fourth == 0x6e706c61 ? NO_DEFAULT_ALPN : 0
}

function value(key: i32): bool {
  if (load<u8>(at) != 0x3d) return false
  moveTo(at + 1)
  write(0x3d)
  const quoted = load<u8>(at) == 0x22
  if (quoted) moveTo(at + 1)
  if (!(key == ALPN ? protocols() : key == PORT ? port() : addresses(key))) return false
  if (!quoted) return true
  moveTo(at + 1)
  return load<u8>(at - 1) == 0x22
}

// Identifiers of letters, digits and a few signs, which need no escape.
function protocols(): bool {
  let length = 0
  write(0x22)
  while (true) {
    const octet: u32 = load<u8>(at)
    if ((octet | 0x20) - 0x61 > 25 && octet - 0x2d > 12 && octet != 0x2c) break
    if (octet == 0x2c && length == 0) return false
    length = octet == 0x2c ? 0 : length + 1
    if (length > 255) return false
    write(octet)
    moveTo(at + 1)
  }
  write(0x22)
  return length > 0
}

function port(): bool {
  const start = at
  let number: u32 = 0
  for (let octet: u32 = load<u8>(at); isDigit(octet); octet = load<u8>(at)) {
    number = number * 10 + octet - 0x30
    if (number > 0xffff) return false
    write(octet)
    moveTo(at + 1)
  }
  // A leading zero is not canonical.
  return at == start + 1 || (at > start && load<u8>(start) != 0x30)
}

function addresses(key: i32): bool {
  while (true) {
    if (!(key == IPV4_HINT ? ipv4() : ipv6())) return false
    if (load<u8>(at) != 0x2c) break
    write(0x2c)
    moveTo(at + 1)
  }
  return true
}
