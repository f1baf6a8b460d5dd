import { TABLES } from './memory'

/** An octet that ends a token and starts no other one: blank, line end, semicolon, parenthesis. */
export const END: u8 = 1
/** An octet of a word that stands for itself. */
export const PLAIN: u8 = 0
/** Everything else: quotation marks, escapes, octets that are written with an escape. */
const OTHER: u8 = 2

const KINDS: usize = TABLES
const MNEMONIC: usize = TABLES + 256
const SEXTETS: usize = TABLES + 512
const NIBBLES: usize = TABLES + 768

function setUp(): void {
  memory.fill(KINDS, OTHER, 256)
  memory.fill(SEXTETS, 0xff, 256)
  memory.fill(NIBBLES, 0xff, 256)
  for (let octet: usize = 0x21; octet < 0x7f; octet++) {
    const letter = octet & 0x5f
    const isLetter = octet > 0x40 && letter > 0x40 && letter < 0x5b
    store<u8>(KINDS + octet, PLAIN)
    if (isLetter) {
      store<u8>(MNEMONIC + octet, <u8>(letter - 0x40))
      store<u8>(SEXTETS + octet, <u8>(octet < 0x60 ? octet - 0x41 : octet - 0x47))
      if (letter < 0x47) store<u8>(NIBBLES + octet, <u8>(letter - 0x37))
    } else if (octet >= 0x30 && octet < 0x3a) {
      store<u8>(MNEMONIC + octet, <u8>(octet - 0x30 + 27))
      store<u8>(SEXTETS + octet, <u8>(octet + 4))
      store<u8>(NIBBLES + octet, <u8>(octet - 0x30))
    }
  }
  store<u8>(SEXTETS + 0x2b, 62)
  store<u8>(SEXTETS + 0x2f, 63)
  // Quotation mark, backslash, at and dollar sign.
  store<u8>(KINDS + 0x22, OTHER)
  store<u8>(KINDS + 0x5c, OTHER)
  store<u8>(KINDS + 0x40, OTHER)
  store<u8>(KINDS + 0x24, OTHER)
  store<u8>(KINDS + 0x20, END)
  store<u8>(KINDS + 0x09, END)
  store<u8>(KINDS + 0x0d, END)
  store<u8>(KINDS + 0x0a, END)
  store<u8>(KINDS + 0x3b, END)
  store<u8>(KINDS + 0x28, END)
  store<u8>(KINDS + 0x29, END)
}

@inline
export function kindOf(octet: u32): u8 {
  return load<u8>(KINDS + octet)
}

@inline
export function mnemonicDigit(octet: u32): u32 {
  return load<u8>(MNEMONIC + octet)
}

@inline
export function sextet(octet: u32): i32 {
  return load<i8>(SEXTETS + octet)
}

@inline
export function nibble(octet: u32): i32 {
  return load<i8>(NIBBLES + octet)
}

setUp()
