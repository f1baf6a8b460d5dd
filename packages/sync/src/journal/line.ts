import { crc32 } from 'node:zlib'
import { JournalError } from '../errors.ts'

const digits = 8

const checksum = (text: string): string => crc32(text).toString(16).padStart(digits, '0')

/** A value as one line: checksum, blank, JSON, line break. */
export const printLine = (value: unknown): string => {
  const json = JSON.stringify(value)
  return `${checksum(json)} ${json}\n`
}

/** The whole lines at the start of a file, and how many octets they have. */
export interface ReadLines {
  readonly values: readonly unknown[]
  readonly octets: number
}

/**
 * Reads lines up to the first that is not whole: a process or a machine that dies while it writes leaves the last line torn, and what
 * was never finished was never relied on.
 * @param path names the file in the error.
 * @throws JournalError when a whole line follows a broken one: that is damage, not an end.
 */
export const readLines = (bytes: Uint8Array, path: string): ReadLines => {
  const values: unknown[] = []
  let start = 0
  for (;;) {
    const end = bytes.indexOf(0x0a, start)
    if (end < 0) return { values, octets: start }
    const value = lineValue(bytes.subarray(start, end))
    if (value === undefined) {
      if (hasWholeLine(bytes.subarray(end + 1))) throw new JournalError(`line ${values.length + 1} of the journal ${path} is damaged, and the lines after it are not: restore the file from a backup, or look at the zone and move the file away`)
      return { values, octets: start }
    }
    values.push(value.value)
    start = end + 1
  }
}

const hasWholeLine = (bytes: Uint8Array): boolean => {
  for (let start = 0, end = bytes.indexOf(0x0a); end >= 0; start = end + 1, end = bytes.indexOf(0x0a, start)) if (lineValue(bytes.subarray(start, end)) !== undefined) return true
  return false
}

const lineValue = (line: Uint8Array): { readonly value: unknown } | undefined => {
  const text = new TextDecoder().decode(line)
  const json = text.slice(digits + 1)
  if (text[digits] !== ' ' || checksum(json) !== text.slice(0, digits)) return undefined
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return undefined
  }
}
