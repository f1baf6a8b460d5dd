import type { Shelf } from './shelf.ts'

/** What has a number in the old APIs and 32 hex digits in API v4. */
export type Numbered = 'zone' | 'record' | 'user' | 'subscription' | 'child'

/** The first number of each kind; programs take a number of few digits for a mistake. */
const first = 70_001

/** Numbers that stand for v4's identifiers, the same ones for ever. */
export interface Numbers {
  /** The number of an identifier; it gets one when it is seen first. */
  of(kind: Numbered, id: string): number
  /** The identifier behind a number; undefined when it was never given out. */
  idOf(kind: Numbered, number: number | string): string | undefined
}

/**
 * Gives numbers to identifiers and keeps them on a shelf.
 * @example numbersOn(shelf).of('zone', '023e105f4ecef8ad9ca31a8372d0c353') // 70001
 */
export const numbersOn = (shelf: Shelf): Numbers => ({
  of: (kind, id) =>
    shelf.together(() => {
      const known = shelf.get(`number of ${kind}`, id)
      if (typeof known === 'number') return known
      const last = shelf.get('last number', kind)
      const next = typeof last === 'number' ? last + 1 : first
      shelf.put('last number', kind, next)
      shelf.put(`number of ${kind}`, id, next)
      shelf.put(`${kind} of number`, String(next), id)
      return next
    }),
  idOf: (kind, number) => {
    const id = shelf.get(`${kind} of number`, String(number))
    return typeof id === 'string' ? id : undefined
  },
})
