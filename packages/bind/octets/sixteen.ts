// What is done with sixteen octets at a time. Each function gives the index of the first octet that does not belong, or 16; what
// is written behind it is written over later.

const NONE: i32 = 1 << 16

@inline
function within(octets: v128, from: u8, count: u8): v128 {
  return i8x16.lt_u(i8x16.sub(octets, i8x16.splat(from)), i8x16.splat(count))
}

@inline
function firstNot(belongs: v128): usize {
  return ctz(~i8x16.bitmask(belongs) | NONE)
}

/** The octets of a name that are none of a label, a bit for each. */
@inline
export function partsOfName(octets: v128): i32 {
  // A bit for each group of octets with one high half; an octet belongs to a group when both its halves say so.
  const low = i8x16(0b001011, 1, 0b000011, 1, 0b000011, 1, 1, 1, 0b000011, 0b000011, 1, 0b000101, 0b010001, 1, 0b000011, 0b100001)
  const high = i8x16(1, 1, 0b000010, 0b000100, 0b001000, 0b010000, 0, 0b100000, 1, 1, 1, 1, 1, 1, 1, 1)
  const both = v128.and(i8x16.swizzle(low, v128.and(octets, i8x16.splat(15))), i8x16.swizzle(high, i8x16.shr_u(octets, 4)))
  return ~i8x16.bitmask(i8x16.eq(both, i8x16.splat(0))) & 0xffff
}

/** Writes `length` octets; up to fifteen more are written over later. */
@inline
export function copy(to: usize, from: usize, length: usize): void {
  for (let index: usize = 0; index < length; index += 16) v128.store(to + index, v128.load(from + index))
}

/** Writes them with their letters in lower case. */
@inline
export function storeLower(to: usize, octets: v128): void {
  v128.store(to, v128.or(octets, v128.and(within(octets, 0x41, 26), i8x16.splat(0x20))))
}

/** Writes text up to a quotation mark, a backslash or what is not printed. */
@inline
export function copyText(to: usize, from: usize): usize {
  const octets = v128.load(from)
  v128.store(to, octets)
  return firstNot(v128.andnot(within(octets, 0x20, 0x5f), v128.or(i8x16.eq(octets, i8x16.splat(0x22)), i8x16.eq(octets, i8x16.splat(0x5c)))))
}

/** Writes hexadecimal digits in capitals. */
@inline
export function copyHex(to: usize, from: usize): usize {
  const octets = v128.load(from)
  const letters = within(v128.or(octets, i8x16.splat(0x20)), 0x61, 6)
  v128.store(to, v128.andnot(octets, v128.and(letters, i8x16.splat(0x20))))
  return firstNot(v128.or(letters, within(octets, 0x30, 10)))
}

/** Writes digits of base64. */
@inline
export function copyBase64(to: usize, from: usize): usize {
  const octets = v128.load(from)
  v128.store(to, octets)
  const signs = v128.or(i8x16.eq(octets, i8x16.splat(0x2b)), i8x16.eq(octets, i8x16.splat(0x2f)))
  return firstNot(v128.or(signs, v128.or(within(v128.or(octets, i8x16.splat(0x20)), 0x61, 26), within(octets, 0x30, 10))))
}

/** Address of the first line feed or carriage return from an address on; the window always has one. */
export function endOfComment(from: usize): usize {
  let address = from
  while (true) {
    const octets = v128.load(address)
    const index = firstNot(v128.not(v128.or(i8x16.eq(octets, i8x16.splat(0x0a)), i8x16.eq(octets, i8x16.splat(0x0d)))))
    if (index < 16) return address + index
    address += 16
  }
  return address
}
