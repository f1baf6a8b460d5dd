import { readEscape } from './escapes.ts'

/**
 * The labels of a canonical name from left to right, escapes still in them; the root has none.
 * @example const labels = nameLabels('www.example.com.') // ['www', 'example', 'com']
 */
export function nameLabels(name: string): string[] {
  const labels: string[] = []
  if (name === '.') return labels
  let start = 0
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index)
    // The character behind a backslash never ends a label; digits after it do no harm.
    if (code === 0x5c) index++
    else if (code === 0x2e) {
      labels.push(name.slice(start, index))
      start = index + 1
    }
  }
  return labels
}

/**
 * Tells whether a canonical name is the zone's own name or lies below it.
 * @example const inside = isWithin('www.example.com.', 'example.com.') // true
 */
export function isWithin(name: string, zone: string): boolean {
  if (zone === '.' || name === zone) return true
  const dot = name.length - zone.length - 1
  if (dot < 1 || name.charCodeAt(dot) !== 0x2e || !name.endsWith(zone)) return false
  let backslashes = 0
  while (name.charCodeAt(dot - 1 - backslashes) === 0x5c) backslashes++
  return backslashes % 2 === 0
}

/**
 * Writes a canonical name relative to `origin`: `@` for the origin itself, without final dot below it, and unchanged elsewhere.
 * @example const short = relativeName('www.example.com.', 'example.com.') // 'www'
 */
export function relativeName(name: string, origin: string): string {
  if (name === origin) return '@'
  if (!isWithin(name, origin)) return name
  return name.slice(0, origin === '.' ? -1 : -origin.length - 1)
}

/**
 * Compares two canonical names in the canonical order of DNS: label by label from the right, as lower-case octets,
 * a name before those below it (RFC 4034 section 6.1).
 * @returns a negative number, 0 or a positive number, as `Array.prototype.sort` wants it.
 * @example const order = compareNames('example.', 'a.example.') // negative
 */
export function compareNames(left: string, right: string): number {
  return left === right ? 0 : compareLabelLists(nameLabels(left), nameLabels(right))
}

/**
 * Compares two names cut into labels, as {@link compareNames} does.
 * @internal
 */
export function compareLabelLists(leftLabels: readonly string[], rightLabels: readonly string[]): number {
  const shared = Math.min(leftLabels.length, rightLabels.length)
  for (let fromRight = 1; fromRight <= shared; fromRight++) {
    const order = compareLabels(leftLabels.at(-fromRight) ?? '', rightLabels.at(-fromRight) ?? '')
    if (order !== 0) return order
  }
  return leftLabels.length - rightLabels.length
}

function compareLabels(left: string, right: string): number {
  if (left === right) return 0
  let leftAt = 0
  let rightAt = 0
  while (leftAt < left.length && rightAt < right.length) {
    const leftOctet = octetAt(left, leftAt)
    const rightOctet = octetAt(right, rightAt)
    if (leftOctet >> 3 !== rightOctet >> 3) return (leftOctet >> 3) - (rightOctet >> 3)
    leftAt += leftOctet & 7
    rightAt += rightOctet & 7
  }
  return left.length - leftAt - (right.length - rightAt)
}

/** The lower-case octet times 8 plus the number of characters that write it. */
function octetAt(label: string, index: number): number {
  const code = label.charCodeAt(index)
  const read = code === 0x5c ? readEscape(label, index) : code * 8 + 1
  const octet = read >> 3
  return octet >= 0x41 && octet <= 0x5a ? read + 0x20 * 8 : read
}
