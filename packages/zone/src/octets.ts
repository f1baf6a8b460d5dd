/**
 * Turns what a person or a JSON document writes into the octets of a zone file, one character per octet.
 *
 * Non-ASCII characters become their UTF-8 octets. A lone surrogate U+DC80..U+DCFF becomes the octet 0x80..0xFF
 * it stands for in {@link octetsToUtf8}.
 * @example const octets = utf8ToOctets('é') // '\u00c3\u00a9'
 */
export function utf8ToOctets(text: string): string {
  let ascii = 0
  while (ascii < text.length && text.charCodeAt(ascii) < 0x80) ascii++
  if (ascii === text.length) return text
  let octets = text.slice(0, ascii)
  for (let index = ascii; index < text.length; index++) {
    const point = text.codePointAt(index) ?? 0
    if (point > 0xffff) index++
    octets += octetsOfPoint(point)
  }
  return octets
}

function octetsOfPoint(point: number): string {
  if (point < 0x80) return String.fromCharCode(point)
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), 0x80 | (point & 63))
  if (point >= 0xdc80 && point <= 0xdcff) return String.fromCharCode(point - 0xdc00)
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
  return String.fromCharCode(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
}

/**
 * Turns octets, one character each, into the text they spell in UTF-8.
 *
 * Octets that are no UTF-8 become the lone surrogates U+DC80..U+DCFF, so nothing is lost:
 * {@link utf8ToOctets} gives back the same octets.
 * @example const text = octetsToUtf8('\u00c3\u00a9') // 'é'
 */
export function octetsToUtf8(octets: string): string {
  let index = 0
  while (index < octets.length && octets.charCodeAt(index) < 0x80) index++
  if (index === octets.length) return octets
  let text = octets.slice(0, index)
  while (index < octets.length) {
    const length = sequenceLength(octets, index)
    text += length === 0 ? String.fromCharCode(0xdc00 + octets.charCodeAt(index)) : pointOf(octets, index, length)
    index += length || 1
  }
  return text
}

/** Length of the well-formed UTF-8 sequence at `index`, or 0 (Unicode table 3-7). */
function sequenceLength(octets: string, index: number): number {
  const first = octets.charCodeAt(index)
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  if (length === 0 || index + length > octets.length) return 0
  for (let next = 1; next < length; next++) if ((octets.charCodeAt(index + next) & 0xc0) !== 0x80) return 0
  const second = octets.charCodeAt(index + 1)
  // Overlong forms, surrogates and points above U+10FFFF show in the second octet.
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0
  return length
}

function pointOf(octets: string, index: number, length: number): string {
  let point = length === 1 ? octets.charCodeAt(index) : octets.charCodeAt(index) & (0xff >> (length + 1))
  for (let next = 1; next < length; next++) point = (point << 6) | (octets.charCodeAt(index + next) & 63)
  return String.fromCodePoint(point)
}
