/** Space or tab. */
export const BLANK = 1
/** Line feed. */
export const LF = 2
/** Carriage return. */
export const CR = 3
/** Start of a comment. */
export const SEMICOLON = 4
/** Opening parenthesis. */
export const OPEN = 5
/** Closing parenthesis. */
export const CLOSE = 6
/** Quotation mark. */
export const QUOTE = 7
/** Start of an escape. */
export const BACKSLASH = 8

const kinds = new Uint8Array(256)
for (const [octets, kind] of [
  [[32, 9], BLANK],
  [[10], LF],
  [[13], CR],
  [[59], SEMICOLON],
  [[40], OPEN],
  [[41], CLOSE],
  [[34], QUOTE],
  [[92], BACKSLASH],
] as const) {
  for (const octet of octets) kinds[octet] = kind
}

/**
 * What an octet means between tokens of a master file; 0 for an octet of a token (RFC 1035 section 5.1).
 * @example kindOf(59) === SEMICOLON // true
 */
export function kindOf(octet: number): number {
  return kinds[octet] as number
}
