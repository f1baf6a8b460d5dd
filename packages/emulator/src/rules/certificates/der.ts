/** One element of DER: its tag, what is in it, and all of its bytes. */
export interface Element {
  readonly tag: number
  readonly content: Buffer
  readonly raw: Buffer
}

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

/** An element from its tag and its parts. */
export const element = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts)
export const set = (...parts: readonly Uint8Array[]): Buffer => element(0x31, ...parts)
export const octets = (bytes: Uint8Array): Buffer => element(0x04, bytes)
export const bits = (bytes: Uint8Array): Buffer => element(0x03, Buffer.from([0]), bytes)
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text))

/** A positive number from its bytes. */
export const integer = (bytes: Uint8Array): Buffer => element(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), bytes)

/** An object identifier from its numbers. */
export const oid = (text: string): Buffer => {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const number of rest) {
    const groups = [number & 0x7f]
    for (let left = number >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80)
    bytes.push(...groups)
  }
  return element(0x06, Buffer.from(bytes))
}

/** The numbers of an object identifier. */
export const oidText = ({ content }: Element): string => {
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    numbers.push(value)
    value = 0
  }
  const [first = 0, ...rest] = numbers
  return [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40)), ...rest].join('.')
}

/** A date as DER writes it: two digits of the year until 2049. */
export const time = (milliseconds: number): Buffer => {
  const digits = new Date(milliseconds).toISOString().replace(/[-:T]/g, '').slice(0, 14)
  return Number(digits.slice(0, 4)) < 2050 ? element(0x17, Buffer.from(`${digits.slice(2)}Z`)) : element(0x18, Buffer.from(`${digits}Z`))
}

/**
 * The elements that follow each other in some bytes.
 * @throws RangeError when the bytes are no DER.
 */
export const elementsOf = (bytes: Buffer): readonly Element[] => {
  const found: Element[] = []
  for (let at = 0; at < bytes.length; ) {
    const start = at
    const tag = bytes.readUInt8(at)
    let length = bytes.readUInt8(at + 1)
    at += 2
    if (length >= 0x80) {
      const count = length - 0x80
      length = bytes.readUIntBE(at, count)
      at += count
    }
    if (at + length > bytes.length) throw new RangeError('an element of DER ends behind its bytes')
    found.push({ tag, content: bytes.subarray(at, at + length), raw: bytes.subarray(start, at + length) })
    at += length
  }
  return found
}

/** PEM of some bytes. */
export const toPem = (label: string, bytes: Buffer): string => `-----BEGIN ${label}-----\n${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`

/** The bytes of the first block of a kind in a PEM text, or nothing. */
export const fromPem = (label: string, text: string): Buffer | undefined => {
  const found = new RegExp(`-----BEGIN (?:NEW )?${label}-----([A-Za-z0-9+/=\\s]+)-----END (?:NEW )?${label}-----`).exec(text)?.[1]
  return found === undefined ? undefined : Buffer.from(found, 'base64')
}
