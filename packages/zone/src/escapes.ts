/**
 * Reads the escape at `text[index] === '\\'` (RFC 1035 section 5.1).
 *
 * @returns the octet times 8 plus the length of the escape in characters, or -1 for a bad escape: a digit without
 * two more, a value over 255, or nothing behind the backslash. One number keeps the parsers free of allocation.
 * @internal
 */
export function readEscape(text: string, index: number): number {
  const first = text.charCodeAt(index + 1)
  if (Number.isNaN(first)) return -1
  if (first < 0x30 || first > 0x39) return first * 8 + 2
  const second = text.charCodeAt(index + 2)
  const third = text.charCodeAt(index + 3)
  if (!(second >= 0x30 && second <= 0x39 && third >= 0x30 && third <= 0x39)) return -1
  const octet = (first - 0x30) * 100 + (second - 0x30) * 10 + (third - 0x30)
  return octet > 255 ? -1 : octet * 8 + 4
}

/**
 * Writes one octet as `\DDD`.
 * @internal
 */
export function decimalEscape(octet: number): string {
  return `\\${String(octet).padStart(3, '0')}`
}

/**
 * Takes the escapes out of a token; the answer has one character per octet, `undefined` means a bad escape.
 * @internal
 */
export function unescapeText(raw: string): string | undefined {
  let start = raw.indexOf('\\')
  if (start < 0) return raw
  let octets = ''
  let from = 0
  while (start >= 0) {
    const escape = readEscape(raw, start)
    if (escape < 0) return undefined
    octets += raw.slice(from, start) + String.fromCharCode(escape >> 3)
    from = start + (escape & 7)
    start = raw.indexOf('\\', from)
  }
  return octets + raw.slice(from)
}

/**
 * Writes octets as the inside of a quoted string: `"` and `\` behind a backslash, what is no printable ASCII as `\DDD`.
 * @internal
 */
export function escapeText(octets: string): string {
  let text = ''
  let from = 0
  for (let index = 0; index < octets.length; index++) {
    const octet = octets.charCodeAt(index)
    const special = octet === 0x22 || octet === 0x5c
    if (!special && octet >= 0x20 && octet <= 0x7e) continue
    text += octets.slice(from, index) + (special ? `\\${octets[index]}` : decimalEscape(octet))
    from = index + 1
  }
  return from === 0 ? octets : text + octets.slice(from)
}
