import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Are two secrets the same? Takes as long for a near miss as for a far one. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
