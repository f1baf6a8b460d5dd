import { createHash } from 'node:crypto'

/**
 * 32 hex digits in the form of a UUID.
 * @example toUuid('023e105f4ecef8ad9ca31a8372d0c353') // '023e105f-4ece-48ad-9ca3-1a8372d0c353'
 */
export const toUuid = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`

/** The same UUID for the same text. */
export const uuidOf = (text: string): string => toUuid(createHash('sha256').update(text).digest('hex'))
