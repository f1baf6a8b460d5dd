/** Digits that BIND puts between two spaces in long hexadecimal and base64 data. */
const CHUNK = 56

/**
 * Cuts digits into the groups that BIND prints.
 * @internal
 */
export function chunked(digits: string): string {
  if (digits.length <= CHUNK) return digits
  let text = digits.slice(0, CHUNK)
  for (let start = CHUNK; start < digits.length; start += CHUNK) text += ` ${digits.slice(start, start + CHUNK)}`
  return text
}
