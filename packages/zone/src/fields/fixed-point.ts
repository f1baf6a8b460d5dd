/**
 * Reads an unsigned decimal number with at most `places` digits behind the point, as a whole number of its smallest
 * part: `1.5` with 3 places is 1500. Answers -1 when `text` is none.
 * @internal
 */
export function parseFixedPoint(text: string, places: number): number {
  let number = 0
  let digits = 0
  let behind = -1
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x2e && behind < 0) behind = 0
    else if (code >= 0x30 && code <= 0x39 && behind < places && digits < 14) {
      number = number * 10 + code - 0x30
      digits++
      if (behind >= 0) behind++
    } else return -1
  }
  return digits === 0 ? -1 : number * 10 ** (places - Math.max(behind, 0))
}

/**
 * Prints what {@link parseFixedPoint} reads, always with all its places.
 * @internal
 */
export function printFixedPoint(number: number, places: number): string {
  const digits = String(Math.abs(number)).padStart(places + 1, '0')
  return `${number < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
