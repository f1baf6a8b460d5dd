import { END, PLAIN, kindOf } from './kinds'
import { at, done, end, ended, gap, isDigit, moveTo, write, writtenTo } from './scan'
import { copyText } from './sixteen'

/** Reads a character-string of at most `most` octets, quoted or a word without escapes, and writes it in quotes. */
export function text(most: i32): bool {
  return load<u8>(at) == 0x22 ? quotedText(most) : word(most)
}

function word(most: i32): bool {
  let from = at
  let to = end
  store<u8>(to++, 0x22)
  let octet: u32 = load<u8>(from)
  while (kindOf(octet) == PLAIN) {
    store<u8>(to++, <u8>octet)
    octet = load<u8>(++from)
  }
  if (kindOf(octet) != END || from == at || from - at > <usize>most) return false
  store<u8>(to++, 0x22)
  moveTo(from)
  writtenTo(to)
  return true
}

function quotedText(most: i32): bool {
  if (load<u8>(at) != 0x22) return false
  let from = at + 1
  let to = end
  let left = most
  store<u8>(to++, 0x22)
  while (true) {
    const plain = copyText(to, from)
    from += plain
    to += plain
    left -= <i32>plain
    if (plain == 16) continue
    let octet: i32 = load<u8>(from++)
    if (octet == 0x22) break
    if (octet == 0x5c) {
      octet = escapedOctet(from)
      if (octet < 0) return false
      // An escape of digits is three characters long.
      from += isDigit(load<u8>(from)) ? 3 : 1
    } else if (octet == 0x0a || octet == 0x0d) return false
    if (octet >= 0x20 && octet <= 0x7e) {
      if (octet == 0x22 || octet == 0x5c) store<u8>(to++, 0x5c)
      store<u8>(to++, <u8>octet)
    } else {
      store<u8>(to, 0x5c)
      store<u8>(to, <u8>(0x30 + octet / 100), 1)
      store<u8>(to, <u8>(0x30 + (octet / 10) % 10), 2)
      store<u8>(to, <u8>(0x30 + octet % 10), 3)
      to += 4
    }
    left--
  }
  if (left < 0 || kindOf(load<u8>(from)) != END) return false
  store<u8>(to++, 0x22)
  moveTo(from)
  writtenTo(to)
  return true
}

// The octet that an escape stands for, `from` behind its backslash; -1 when it is none, or a line end.
function escapedOctet(from: usize): i32 {
  const first: i32 = load<u8>(from)
  if (!isDigit(first)) return first == 0x0a || first == 0x0d ? -1 : first
  const second: i32 = load<u8>(from, 1)
  if (!isDigit(second)) return -1
  const third: i32 = load<u8>(from, 2)
  if (!isDigit(third)) return -1
  const octet = (first - 0x30) * 100 + (second - 0x30) * 10 + third - 0x30
  return octet > 255 ? -1 : octet
}

/** Reads one or more character-strings to the end of the rdata. */
export function texts(): bool {
  if (!text(255)) return false
  gap()
  while (!done()) {
    write(0x20)
    if (!text(255)) return false
    gap()
  }
  return true
}

const MOST_TAG: usize = 255

/** Reads the property tag of a CAA record: letters and digits. */
export function caaTag(): bool {
  const start = at
  let from = at
  while (true) {
    const octet: u32 = load<u8>(from)
    if (!isDigit(octet) && (octet | 0x20) - 0x61 > 25) break
    write(octet)
    from++
  }
  moveTo(from)
  return from > start && from - start <= MOST_TAG && ended()
}
