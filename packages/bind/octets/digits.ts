import { nibble, sextet } from './kinds'
import { at, done, end, ended, gap, moveTo, writtenTo } from './scan'
import { copyBase64, copyHex } from './sixteen'

/** Reads at least one octet of hexadecimal digits, to the end of the rdata. */
export function hex(): bool {
  let to = end
  do {
    let from = at
    while (true) {
      const digits = copyHex(to, from)
      from += digits
      to += digits
      if (digits < 16) break
    }
    moveTo(from)
    if (!ended()) return false
    gap()
  } while (nibble(load<u8>(at)) >= 0)
  const length = to - end
  writtenTo(to)
  return length > 0 && (length & 1) == 0 && done()
}

/** Reads at least one octet in base64, to the end of the rdata. */
export function base64(): bool {
  const start = end
  let to = start
  let lastValue = 0
  while (true) {
    let from = at
    while (true) {
      const digits = copyBase64(to, from)
      from += digits
      to += digits
      if (digits < 16) break
    }
    if (from == at) break
    moveTo(from)
    lastValue = sextet(load<u8>(from - 1))
    if (load<u8>(from) == 0x3d) break
    if (!ended()) return false
    gap()
  }
  const tail = <i32>(to - start) & 3
  // Bits that no octet uses are zero.
  if (tail == 1 || (tail > 1 && (lastValue & (tail == 2 ? 15 : 3)) != 0)) return false
  for (let missing = (4 - tail) & 3; missing > 0; missing--) {
    if (load<u8>(at) != 0x3d) return false
    moveTo(at + 1)
    store<u8>(to++, 0x3d)
  }
  writtenTo(to)
  return to > start && ended()
}

const MOST_SALT: usize = 510

/** Reads the salt of NSEC3: hexadecimal digits without blanks, or `-`. */
export function salt(): bool {
  let from = at
  let to = end
  if (load<u8>(from) == 0x2d) {
    store<u8>(to++, 0x2d)
    from++
  } else {
    while (true) {
      const octet: u32 = load<u8>(from)
      if (nibble(octet) < 0) break
      store<u8>(to++, <u8>(octet > 0x39 ? octet & 0xdf : octet))
      from++
    }
    const length = to - end
    if (length == 0 || (length & 1) != 0 || length > MOST_SALT) return false
  }
  moveTo(from)
  writtenTo(to)
  return ended()
}

const MOST_HASH: usize = 408

/** Reads the next hashed owner of NSEC3: base32 with the digits 0 to 9 and A to V, in whole groups of eight. */
export function hashedOwner(): bool {
  let from = at
  let to = end
  while (true) {
    const octet: u32 = load<u8>(from)
    const letter = octet & 0xdf
    if (octet - 0x30 <= 9) store<u8>(to++, <u8>octet)
    else if (letter - 0x41 <= 21 && octet > 0x40) store<u8>(to++, <u8>letter)
    else break
    from++
  }
  const length = to - end
  if (length == 0 || length > MOST_HASH || (length & 7) != 0) return false
  moveTo(from)
  writtenTo(to)
  return ended()
}
