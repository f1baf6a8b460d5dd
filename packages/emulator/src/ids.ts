import { createHash, randomBytes } from 'node:crypto'

/** Where identifiers come from; a test hands in a predictable source. */
export interface Ids {
  /** Identifier of a new object: 32 lower-case hex digits. */
  next(): string
}

/** Identifiers from the system's random source. */
export const randomIds: Ids = { next: () => randomBytes(16).toString('hex') }

/**
 * The identifier of a seeded object: the same name gives the same 32 hex digits on every machine.
 * @example seededId('zone', 'example.com')
 */
export const seededId = (kind: string, name: string): string => createHash('sha256').update(`${kind}:${name}`).digest('hex').slice(0, 32)

/** What identifies one request, in `cf-ray`: 16 hex digits and the code of no real location. */
export const newRayId = (): string => `${randomBytes(8).toString('hex')}-AAA`

/**
 * A UUID of version 7, in which `cf-auditlog-id` comes.
 * @param now Milliseconds since 1970.
 */
export const uuid7 = (now: number): string => {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Math.floor(now), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
