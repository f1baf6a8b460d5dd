/** Address of the first line feed or carriage return from an address on; the window always has one. */
export function endOfComment(from: usize): usize {
  const feeds = i8x16.splat(0x0a)
  const returns = i8x16.splat(0x0d)
  let address = from
  while (true) {
    const octets = v128.load(address)
    const found = i8x16.bitmask(v128.or(i8x16.eq(octets, feeds), i8x16.eq(octets, returns)))
    if (found != 0) return address + ctz(found)
    address += 16
  }
  return address
}
