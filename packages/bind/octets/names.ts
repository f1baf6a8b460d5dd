import { END, KEPT_CASE, LOWER_CASE, kindOf } from './kinds'
import { OWNER_ORIGIN, OWNER_ORIGIN_LENGTH, RDATA_ORIGIN, RDATA_ORIGIN_LENGTH } from './memory'
import { at, end, moveTo, write, writtenTo } from './scan'

const MOST_NAME: usize = 254
const MOST_LABEL: usize = 63

/** Address in the text behind the first label of the name read last. */
export let labelEnd: usize = 0

/** Reads the owner of a record without escapes and writes it absolute, in lower case. */
export function ownerName(): bool {
  return name(LOWER_CASE, OWNER_ORIGIN, load<u32>(OWNER_ORIGIN_LENGTH))
}

/** Reads a domain name in rdata without escapes and writes it absolute, in the case it has. */
export function hostName(): bool {
  return name(KEPT_CASE, RDATA_ORIGIN, load<u32>(RDATA_ORIGIN_LENGTH))
}

// What `written` has for an octet is written for it; `length` octets at `origin` complete a relative name.
function name(written: usize, origin: usize, length: usize): bool {
  const start = at
  const shift = end - start
  let from = start
  let label = start
  let firstEnd: usize = 0
  let octet: u32 = 0
  while (true) {
    octet = load<u8>(from)
    const writes = load<u8>(written + octet)
    if (writes != 0) {
      store<u8>(from + shift, writes)
      from++
    } else if (octet == 0x2e) {
      if (from == label || from - label > MOST_LABEL) return root()
      if (firstEnd == 0) firstEnd = from
      store<u8>(from + shift, <u8>octet)
      label = ++from
    } else break
  }
  if (kindOf(octet) != END) return atSign(origin, length)
  let to = from + shift
  if (label != from || from == start) {
    if (from == label || from - label > MOST_LABEL || length == 0) return false
    if (firstEnd == 0) firstEnd = from
    memory.copy(to, origin, length)
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
  memory.copy(end, origin + skipped, length - skipped)
  writtenTo(end + length - skipped)
  return true
}
