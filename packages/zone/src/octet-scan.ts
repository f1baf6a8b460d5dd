/** An octet that a name holds as it is. */
const PLAIN = 0
/** An upper-case letter. */
const UPPER = 1
/** The dot between labels. */
const DOT = 2
/** An octet that ends a token and starts no other one: blank, line end, semicolon, parenthesis. */
const END = 3
/** Everything else: quotation marks, escapes, octets that are written with an escape. */
const OTHER = 4

const kinds = new Uint8Array(256).fill(OTHER)
for (let octet = 0x21; octet < 0x7f; octet++) kinds[octet] = octet >= 0x41 && octet <= 0x5a ? UPPER : PLAIN
for (const octet of '"\\@$') kinds[octet.charCodeAt(0)] = OTHER
for (const octet of ' \t\r\n;()') kinds[octet.charCodeAt(0)] = END
kinds[0x2e] = DOT

const MOST_NAME = 254

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

  /**
   * Reads a domain name without escapes and writes it absolute; `origin` as in the field of that name, `caseBit` is
   * 0x20 for a name in lower case, 0 for one that keeps its case.
   */
  name(origin: Uint8Array, caseBit: number): boolean {
    const { bytes, out } = this
    const table = kinds
    let at = this.at
    let end = this.end
    let label = end
    let kind = 0
    for (;;) {
      const octet = bytes[at] as number
      if (octet < 0x61 || octet > 0x7a) {
        kind = table[octet] as number
        if (kind !== PLAIN) {
          if (kind === DOT) {
            const length = end - label
            if (length === 0 || length > 63) return this.#root()
            label = end + 1
          } else if (kind === UPPER) {
            out[end++] = octet | caseBit
            at++
            continue
          } else break
        }
      }
      out[end++] = octet
      at++
    }
    if (kind !== END) return this.#origin(origin)
    if (label !== end || at === this.at) {
      const length = end - label
      if (length === 0 || length > 63 || origin.length === 0) return false
      for (let index = 0; index < origin.length; index++) out[end++] = origin[index] as number
    }
    if (end - this.end > MOST_NAME) return false
    this.at = at
    this.end = end
    return true
  }

  // A dot that stands alone.
  #root(): boolean {
    if (this.bytes[this.at] !== 0x2e || kinds[this.bytes[this.at + 1] as number] !== END) return false
    this.at++
    this.write(0x2e)
    return true
  }

  // An at sign that stands alone.
  #origin(origin: Uint8Array): boolean {
    if (this.bytes[this.at] !== 0x40 || kinds[this.bytes[this.at + 1] as number] !== END || origin.length === 0) return false
    this.at++
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
    while ((kinds[bytes[at] as number] as number) < END) out[end++] = bytes[at++] as number
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
