import { END, kindOf } from './kinds'
import { OWNER_ORIGIN, OWNER_ORIGIN_LENGTH, RDATA_ORIGIN, RDATA_ORIGIN_LENGTH } from './memory'
import { at, end, moveTo, write, writtenTo } from './scan'
import { copy, partsOfName, storeLower } from './sixteen'

const MOST_NAME: usize = 254
const MOST_LABEL: usize = 63

/** Address in the text behind the first label of the name read last. */
export let labelEnd: usize = 0

/** Reads the owner of a record without escapes and writes it absolute, in lower case. */
export function ownerName(): bool {
  return name(true, OWNER_ORIGIN, load<u32>(OWNER_ORIGIN_LENGTH))
}

/** Reads a domain name in rdata without escapes and writes it absolute, in the case it has. */
export function hostName(): bool {
  return name(false, RDATA_ORIGIN, load<u32>(RDATA_ORIGIN_LENGTH))
}

// The `length` octets at `origin` complete a relative name.
@inline
function name(isOwner: bool, origin: usize, length: usize): bool {
  const start = at
  const shift = end - start
  let base = start
  let from = start
  let label = start
  let firstEnd: usize = 0
  while (true) {
    const octets = v128.load(base)
    if (isOwner) storeLower(base + shift, octets)
    else v128.store(base + shift, octets)
    let parts = partsOfName(octets)
    while (parts != 0) {
      from = base + ctz(parts)
      if (load<u8>(from) != 0x2e) break
      if (from == label || from - label > MOST_LABEL) return root()
      if (firstEnd == 0) firstEnd = from
      label = from + 1
      parts &= parts - 1
    }
    if (parts != 0) break
    base += 16
  }
  if (kindOf(load<u8>(from)) != END) return atSign(origin, length)
  let to = from + shift
  if (label != from || from == start) {
    if (from == label || from - label > MOST_LABEL || length == 0) return false
    if (firstEnd == 0) firstEnd = from
    copy(to, origin, length)
    to += length
  }
  if (to - end > MOST_NAME) return false
  moveTo(from)
  writtenTo(to)
  labelEnd = firstEnd + shift
  return true
}

// A dot that stands alone.
function root(): bool {
  if (load<u8>(at) != 0x2e || kindOf(load<u8>(at + 1)) != END) return false
  moveTo(at + 1)
  write(0x2e)
  labelEnd = end
  return true
}

// An at sign that stands alone.
function atSign(origin: usize, length: usize): bool {
  if (load<u8>(at) != 0x40 || kindOf(load<u8>(at + 1)) != END || length == 0) return false
  moveTo(at + 1)
  labelEnd = end + 1
  // The root has no label before its dot.
  const skipped: usize = length == 1 ? 0 : 1
  copy(end, origin + skipped, length - skipped)
  writtenTo(end + length - skipped)
  return true
}
