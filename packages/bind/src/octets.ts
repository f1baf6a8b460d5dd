/**
 * Octets as a string with one character for each octet (latin1), the form in which tokens are handed on.
 *
 * `TextDecoder('latin1')` is windows-1252 by the Encoding Standard and changes octets 128 to 159, so it cannot be used.
 * @example octetString(new Uint8Array([97, 233]), 0, 2) // 'aé'
 */
export function octetString(bytes: Uint8Array, start: number, end: number): string {
  if (typeof Buffer !== 'undefined') return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
  let text = ''
  for (let from = start; from < end; from += 8192) text += String.fromCharCode(...bytes.subarray(from, Math.min(end, from + 8192)))
  return text
}

/**
 * The octets of a text: UTF-8 for a string, octets as they are. A Buffer becomes the plain array that it is a view of: its own
 * methods cost more for few octets, and code that meets both kinds is slower with either.
 * @example octets('é').length // 2
 */
export function octets(text: string | Uint8Array): Uint8Array {
  if (typeof text === 'string') return new TextEncoder().encode(text)
  return text.constructor === Uint8Array ? text : new Uint8Array(text.buffer, text.byteOffset, text.length)
}

/**
 * Reads an octet string as UTF-8; octets that are not UTF-8 become U+FFFD.
 * @example unicode('\u00c3\u00a9') // 'é'
 */
export function unicode(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0)))
  }
  return text
}
