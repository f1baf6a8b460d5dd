import { decimalEscape, readEscape } from './escapes.ts'

/** A text that is no domain name; the message holds the text and what to do. */
export class NameError extends Error {
  override readonly name = 'NameError'
  /** The text as it was handed over. */
  readonly text: string
  /** What must be put right, as a noun phrase: `a label of at most 63 octets`. */
  readonly expected: string

  constructor(text: string, expected: string, options?: ErrorOptions) {
    super(`${JSON.stringify(text)} is not a domain name: write ${expected}.`, options)
    this.text = text
    this.expected = expected
  }
}

/**
 * Reads a domain name as a zone file writes it and returns the canonical form: absolute, lower case, final dot.
 *
 * Every character of `text` is one octet; escapes are `\X` and `\DDD`; `@` alone is the origin. A name without a
 * final dot is relative to `origin`, which must be canonical and is the root when left out. In the canonical form
 * only `.` inside a label and `" \ ; ( ) @ $` stand behind a backslash, octets outside 0x21..0x7e as `\DDD`.
 * Labels have 1 to 63 octets, the whole name at most 255 on the wire (RFC 1035 sections 2.3.4 and 5.1, RFC 4343).
 * @throws {@link NameError} for an empty or too long label, a too long name, a bad escape, a character over U+00FF.
 * @example const name = parseName('WWW', 'example.com.') // 'www.example.com.'
 */
export function parseName(text: string, origin = '.'): string {
  return canonicalName(text, origin, false)
}

/**
 * Does what {@link parseName} does and leaves the case of the letters, as names inside rdata are printed.
 * @throws {@link NameError} as parseName.
 * @example const name = parseNameKeepingCase('Mail', 'example.com.') // 'Mail.example.com.'
 */
export function parseNameKeepingCase(text: string, origin = '.'): string {
  return canonicalName(text, origin, true)
}

function canonicalName(text: string, origin: string, keepsCase: boolean): string {
  if (text === '@') return origin
  if (text === '.') return text
  if (text === '') throw new NameError(text, 'at least one label, "@" for the origin or "." for the root')
  let label = 0
  for (let index = 0; index < text.length; index++) {
    const octet = text.charCodeAt(index)
    if (octet === 0x2e) {
      checkLabel(text, label)
      label = 0
    } else if (isPlain(octet) && (keepsCase || octet < 0x41 || octet > 0x5a)) label++
    else return rewrite(text, origin, keepsCase)
  }
  if (label > 0) checkLabel(text, label)
  return complete(text, label > 0 ? text : text.slice(0, -1), label > 0 ? origin : '.')
}

/** Octets that the canonical form writes as themselves. */
function isPlain(octet: number): boolean {
  return octet > 0x20 && octet < 0x7f && !isSpecial(octet)
}

function isSpecial(octet: number): boolean {
  return octet === 0x5c || octet === 0x22 || octet === 0x3b || octet === 0x28 || octet === 0x29 || octet === 0x40 || octet === 0x24
}

/**
 * Writes one octet of a label in canonical form.
 * @internal
 */
export function printLabelOctet(octet: number): string {
  if (isPlain(octet)) return octet === 0x2e ? '\\.' : String.fromCharCode(octet)
  return isSpecial(octet) ? `\\${String.fromCharCode(octet)}` : decimalEscape(octet)
}

function checkLabel(text: string, length: number): void {
  if (length === 0) throw new NameError(text, 'at least one character between two dots and before the first dot')
  if (length > 63) throw new NameError(text, 'labels of at most 63 octets')
}

/** The slow path: a name with escapes, upper case or octets that need an escape. */
function rewrite(text: string, origin: string, keepsCase: boolean): string {
  let name = ''
  let label = 0
  for (let index = 0; index < text.length; ) {
    let octet = text.charCodeAt(index)
    if (octet === 0x2e) {
      checkLabel(text, label)
      label = 0
      index++
      if (index < text.length) name += '.'
      continue
    }
    let length = 1
    if (octet === 0x5c) {
      const escape = readEscape(text, index)
      if (escape < 0) throw new NameError(text, 'escapes as a backslash and one character, or three digits from 000 to 255')
      octet = escape >> 3
      length = escape & 7
    }
    if (octet > 0xff) throw new NameError(text, 'ASCII (toAsciiName turns Unicode labels into A-labels)')
    if (!keepsCase && octet >= 0x41 && octet <= 0x5a) octet += 0x20
    name += printLabelOctet(octet)
    label++
    index += length
  }
  if (label > 0) checkLabel(text, label)
  return complete(text, name, label > 0 ? origin : '.')
}

function complete(text: string, labels: string, origin: string): string {
  const name = origin === '.' ? `${labels}.` : `${labels}.${origin}`
  // Without escapes the wire form is one octet longer than the text; escapes only make the text longer.
  if (name.length > 254 && wireLength(name) > 255) throw new NameError(text, 'a name of at most 255 octets on the wire')
  return name
}

function wireLength(name: string): number {
  let octets = 1
  for (let index = 0; index < name.length; octets++) index += name.charCodeAt(index) === 0x5c ? readEscape(name, index) & 7 : 1
  return octets
}
