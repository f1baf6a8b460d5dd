import { END, kindOf, mnemonicDigit } from './kinds'

// The state of reading and writing; whoever reads on a copy of it puts it back with `moveTo` and `writtenTo`.

/** Address of the next octet to read. */
export let at: usize = 0
/** Address behind the last octet written. */
export let end: usize = 0
/** Line of the octet at `at`. */
export let line: i32 = 0
/** Open parentheses. */
export let depth: i32 = 0
/** The number read last. */
export let number: u64 = 0
/** Address of the last line feed in the window. */
let last: usize = 0

/** Goes to a place in the window. */
@inline
export function moveTo(address: usize): void {
  at = address
}

/** Says that the text ends here. */
@inline
export function writtenTo(address: usize): void {
  end = address
}

/** Begins anew. */
export function begin(from: usize, to: usize, firstLine: i32, lastFeed: usize): void {
  at = from
  end = to
  line = firstLine
  last = lastFeed
}

/** Goes back to the start of a record. */
export function goBack(from: usize, to: usize, itsLine: i32): void {
  at = from
  end = to
  line = itsLine
}

/** Begins a record. */
@inline
export function beginRecord(): void {
  depth = 0
}

/** Goes behind a line feed. */
@inline
export function nextLine(address: usize): void {
  at = address
  line++
}

/** There is no line that ends in the window at this address or behind it. */
@inline
export function isOver(address: usize): bool {
  return address > last
}

/** Reading has met the end of the window. */
@inline
export function isShort(): bool {
  return at >= last
}

@inline
export function isDigit(octet: u32): bool {
  return octet - 0x30 <= 9
}

/** Passes over what parts two tokens: blanks, parentheses, and inside these line ends and comments. */
@inline
export function gap(): void {
  let octet = load<u8>(at)
  while (octet == 0x20 || octet == 0x09) octet = load<u8>(++at)
  if (octet == 0x28 || octet == 0x29 || (depth > 0 && done())) longGap()
}

function longGap(): void {
  while (true) {
    const octet = load<u8>(at)
    if (octet == 0x28) depth++
    else if (octet == 0x29) {
      if (depth == 0) break
      depth--
    } else if (octet == 0x3b) {
      if (depth == 0) break
      while (load<u8>(at + 1) != 0x0a && load<u8>(at + 1) != 0x0d) at++
    } else if (octet == 0x0a) {
      // Behind the last line end of the window there is nothing to read.
      if (depth == 0 || at >= last) break
      line++
    } else if (octet == 0x0d) {
      if (depth == 0 || load<u8>(at + 1) != 0x0a) break
    } else if (octet != 0x20 && octet != 0x09) break
    at++
  }
}

/** The record has no further token; only right behind a gap. */
@inline
export function done(): bool {
  const octet = load<u8>(at)
  return octet == 0x0a || octet == 0x0d || octet == 0x3b
}

/** The token ends here, and none is joined to it. */
@inline
export function ended(): bool {
  return kindOf(load<u8>(at)) == END
}

/** Writes one octet. */
@inline
export function write(octet: u32): void {
  store<u8>(end++, <u8>octet)
}

/** Reads decimal digits without leading zeros, at most `most`, and writes them. */
export function decimal(most: u64): bool {
  let from = at
  let to = end
  let octet: u32 = load<u8>(from)
  if (!isDigit(octet)) return false
  let value: u64 = octet - 0x30
  store<u8>(to++, <u8>octet)
  octet = load<u8>(++from)
  while (isDigit(octet)) {
    // A leading zero, or far more digits than any number has.
    if (value == 0 || value > 1_000_000_000) return false
    value = value * 10 + (octet - 0x30)
    store<u8>(to++, <u8>octet)
    octet = load<u8>(++from)
  }
  at = from
  end = to
  number = value
  return value <= most && kindOf(octet) == END
}

/** Writes a number in decimal digits. */
export function writeNumber(value: u64): void {
  let digits: usize = 1
  for (let power: u64 = 10; power <= value; power *= 10) digits++
  let left = value
  for (let address = end + digits - 1; address >= end; address--) {
    const rest = left / 10
    store<u8>(address, <u8>(0x30 + left - rest * 10))
    left = rest
  }
  end += digits
}

const MOST_MNEMONIC: usize = 10

/** Reads a word of letters and digits, such as a type or a class, as a number to the base 37, exact for ten of them; 0 when it is none. */
export function mnemonic(): u64 {
  let from = at
  let value: u64 = 0
  let digit = mnemonicDigit(load<u8>(from))
  while (digit != 0) {
    value = value * 37 + digit
    digit = mnemonicDigit(load<u8>(++from))
  }
  const length = from - at
  at = from
  return length <= MOST_MNEMONIC && ended() ? value : 0
}
