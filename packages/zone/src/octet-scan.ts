/** An octet of a word that stands for itself. */
const PLAIN = 0
/** An octet that ends a token and starts no other one: blank, line end, semicolon, parenthesis. */
const END = 1
/** Everything else: quotation marks, escapes, octets that are written with an escape. */
const OTHER = 2

const kinds = new Uint8Array(256).fill(OTHER)
// What a name writes for an octet, with 0 for all that is no plain octet of a label.
const keptCase = new Uint8Array(256)
const lowerCase = new Uint8Array(256)
// Letters of either case and digits as 1 to 36.
const mnemonicDigits = new Uint8Array(256)
for (let octet = 0x21; octet < 0x7f; octet++) {
  const letter = octet & 0x5f
  const isLetter = octet > 0x40 && letter > 0x40 && letter < 0x5b
  kinds[octet] = PLAIN
  keptCase[octet] = octet
  lowerCase[octet] = isLetter ? octet | 0x20 : octet
  if (isLetter) mnemonicDigits[octet] = letter - 0x40
  else if (octet >= 0x30 && octet < 0x3a) mnemonicDigits[octet] = octet - 0x30 + 27
}
for (const octet of '."\\@$ \t\r\n;()') {
  const code = octet.charCodeAt(0)
  if (code !== 0x2e) kinds[code] = '"\\@$'.includes(octet) ? OTHER : END
  keptCase[code] = lowerCase[code] = 0
}

const MOST_NAME = 254
const MOST_MNEMONIC = 10

/**
 * Reads tokens from octets and writes their canonical text, in one pass and without making a string.
 *
 * It is sure or it refuses: a method that answers `false` has met something rare (an escape in a name, a mnemonic, an
 * error), and the caller reads the same octets again by way of tokens, which knows everything and names every fault.
 * The octets must hold a line feed at or behind `at`: every loop stops there, so none looks for the end of the array.
 * Octets that `out` has no room for are lost; the caller compares `end` with its length.
 * @internal
 */
export class OctetScan {
  /** Octets that are read. */
  bytes: Uint8Array = new Uint8Array(0)
  /** Offset of the next octet to read. */
  at = 0
  /** Canonical text that is written. */
  out: Uint8Array = new Uint8Array(0)
  /** Offset behind the last octet written. */
  end = 0
  /** What completes a relative name in rdata, with the dot before it: `.example.com.`, or `.` for the root; empty when unknown. */
  origin: Uint8Array = new Uint8Array(0)
  /** Room for the groups of one address. */
  readonly groups = new Uint16Array(8)
  /** The number read last. */
  number = 0
  /** Offset in `out` behind the first label of the name read last. */
  labelEnd = 0

  /** Passes over what parts two tokens: blanks here, and what else a zone file has in a class of its own. */
  gap(): void {
    const { bytes } = this
    let at = this.at
    while (bytes[at] === 0x20 || bytes[at] === 0x09) at++
    this.at = at
  }

  /** The record has no further token; only right behind a gap. */
  get done(): boolean {
    const octet = this.bytes[this.at]
    return octet === 0x0a || octet === 0x0d || octet === 0x3b
  }

  /** The token ends here, and none is joined to it. */
  get ended(): boolean {
    return kinds[this.bytes[this.at] as number] === END
  }

  /** Writes one octet. */
  write(octet: number): void {
    this.out[this.end++] = octet
  }

  /** Writes a number from 0 up in decimal digits. */
  writeNumber(number: number): void {
    let digits = 1
    for (let power = 10; power <= number; power *= 10) digits++
    let left = number
    for (let at = this.end + digits - 1; at >= this.end; at--) {
      const rest = Math.floor(left / 10)
      this.out[at] = 0x30 + left - rest * 10
      left = rest
    }
    this.end += digits
  }

  /** Reads decimal digits without leading zeros, at most `most`, and writes them. */
  decimal(most: number): boolean {
    const { bytes, out } = this
    let at = this.at
    let end = this.end
    let octet = bytes[at] as number
    let number = octet - 0x30
    if (number < 0 || number > 9) return false
    out[end++] = octet
    octet = bytes[++at] as number
    while (octet >= 0x30 && octet <= 0x39) {
      // A leading zero, or far more digits than any number has.
      if (number === 0 || number > 1e9) return false
      number = number * 10 + octet - 0x30
      out[end++] = octet
      octet = bytes[++at] as number
    }
    this.at = at
    this.end = end
    this.number = number
    return number <= most && kinds[octet] === END
  }

  /** Reads a word of letters and digits, such as a type or a class; its {@link mnemonicNumber}, or 0 when it is none. */
  mnemonic(): number {
    const { bytes } = this
    let { at } = this
    let number = 0
    let digit = mnemonicDigits[bytes[at] as number] as number
    while (digit !== 0) {
      number = number * 37 + digit
      digit = mnemonicDigits[bytes[++at] as number] as number
    }
    const length = at - this.at
    this.at = at
    return length <= MOST_MNEMONIC && this.ended ? number : 0
  }

  /** Reads a domain name without escapes and writes it absolute, in the case it has; `origin` as in the field of that name. */
  name(origin: Uint8Array): boolean {
    return this.#name(origin, keptCase)
  }

  /** Reads a domain name as {@link OctetScan.name} does and writes it in lower case. */
  owner(origin: Uint8Array): boolean {
    return this.#name(origin, lowerCase)
  }

  #name(origin: Uint8Array, written: Uint8Array): boolean {
    const { bytes, out } = this
    const start = this.at
    const shift = this.end - start
    let at = start
    let label = start
    let firstEnd = 0
    let octet = 0
    for (;;) {
      octet = bytes[at] as number
      const writes = written[octet] as number
      if (writes !== 0) {
        out[at + shift] = writes
        at++
      } else if (octet === 0x2e) {
        if (at === label || at - label > 63) return this.#root()
        if (firstEnd === 0) firstEnd = at
        out[at + shift] = octet
        label = ++at
      } else break
    }
    if (kinds[octet] !== END) return this.#origin(origin)
    let end = at + shift
    if (label !== at || at === start) {
      if (at === label || at - label > 63 || origin.length === 0) return false
      if (firstEnd === 0) firstEnd = at
      for (let index = 0; index < origin.length; index++) out[end++] = origin[index] as number
    }
    if (end - this.end > MOST_NAME) return false
    this.at = at
    this.end = end
    this.labelEnd = firstEnd + shift
    return true
  }

  // A dot that stands alone.
  #root(): boolean {
    if (this.bytes[this.at] !== 0x2e || kinds[this.bytes[this.at + 1] as number] !== END) return false
    this.at++
    this.labelEnd = this.end + 1
    this.write(0x2e)
    return true
  }

  // An at sign that stands alone.
  #origin(origin: Uint8Array): boolean {
    if (this.bytes[this.at] !== 0x40 || kinds[this.bytes[this.at + 1] as number] !== END || origin.length === 0) return false
    this.at++
    this.labelEnd = this.end + 1
    // The root has no label before its dot.
    for (let index = origin.length === 1 ? 0 : 1; index < origin.length; index++) this.write(origin[index] as number)
    return true
  }

  /** Reads a character-string of at most `most` octets, quoted or a word without escapes, and writes it in quotes. */
  string(most: number): boolean {
    return this.bytes[this.at] === 0x22 ? this.quoted(most) : this.#word(most)
  }

  #word(most: number): boolean {
    const { bytes, out } = this
    let at = this.at
    let end = this.end
    out[end++] = 0x22
    while (kinds[bytes[at] as number] === PLAIN) out[end++] = bytes[at++] as number
    if (kinds[bytes[at] as number] !== END || at === this.at || at - this.at > most) return false
    out[end++] = 0x22
    this.at = at
    this.end = end
    return true
  }

  /** Reads a character-string in quotes, of at most `most` octets, and writes it in quotes. */
  quoted(most: number): boolean {
    const { bytes, out } = this
    if (bytes[this.at] !== 0x22) return false
    let at = this.at + 1
    let end = this.end
    let left = most
    out[end++] = 0x22
    for (;;) {
      let octet = bytes[at++] as number
      if (octet === 0x22) break
      if (octet === 0x5c) {
        octet = escapedOctet(bytes, at)
        if (octet < 0) return false
        // An escape of digits is three characters long.
        at += (bytes[at] as number) <= 0x39 && (bytes[at] as number) >= 0x30 ? 3 : 1
      } else if (octet === 0x0a || octet === 0x0d) return false
      if (octet >= 0x20 && octet <= 0x7e) {
        if (octet === 0x22 || octet === 0x5c) out[end++] = 0x5c
        out[end++] = octet
      } else {
        out[end] = 0x5c
        out[end + 1] = 0x30 + Math.floor(octet / 100)
        out[end + 2] = 0x30 + (Math.floor(octet / 10) % 10)
        out[end + 3] = 0x30 + (octet % 10)
        end += 4
      }
      left--
    }
    if (left < 0 || kinds[bytes[at] as number] !== END) return false
    out[end++] = 0x22
    this.at = at
    this.end = end
    return true
  }
}

/**
 * A mnemonic as one number: its letters, in either case, and digits as digits 1 to 36 in base 37. It is exact for up to
 * ten of them, so two mnemonics with one number are the same.
 * @internal
 * @example const number = mnemonicNumber('IN') // 347, which is 9 * 37 + 14
 */
export function mnemonicNumber(mnemonic: string): number {
  let number = 0
  for (let index = 0; index < mnemonic.length; index++) number = number * 37 + (mnemonicDigits[mnemonic.charCodeAt(index)] as number)
  return number
}

/**
 * The mnemonic of a {@link mnemonicNumber}, in upper case.
 * @internal
 */
export function mnemonicText(number: number): string {
  let text = ''
  for (let left = number; left > 0; left = Math.floor(left / 37)) {
    const digit = left % 37
    text = String.fromCharCode(digit > 26 ? digit - 27 + 0x30 : digit + 0x40) + text
  }
  return text
}

/** The octet that an escape stands for, `at` behind its backslash; -1 when it is none, or a line end. */
function escapedOctet(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  if (first < 0x30 || first > 0x39) return first === 0x0a || first === 0x0d ? -1 : first
  const second = bytes[at + 1] as number
  if (second < 0x30 || second > 0x39) return -1
  const third = bytes[at + 2] as number
  if (third < 0x30 || third > 0x39) return -1
  const octet = (first - 0x30) * 100 + (second - 0x30) * 10 + third - 0x30
  return octet > 255 ? -1 : octet
}
