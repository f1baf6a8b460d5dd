import { type Refusal, refuse } from '../errors.ts'

const cursorOf = (offset: number): string => Buffer.from(`after:${offset}`).toString('base64url')

/** The refusal of a cursor that no page gave. */
export const unknownCursor = (): Refusal => refuse('query_invalid', { detail: 'cursor is not one that a page before gave' })

const offsetOf = (cursor: unknown): number => {
  if (cursor === undefined || cursor === '') return 0
  const offset = /^after:(\d+)$/.exec(Buffer.from(String(cursor), 'base64url').toString())?.[1]
  if (offset === undefined) throw unknownCursor()
  return Number(offset)
}

/** The cursor that stands for the last name that was shown: what comes or goes meanwhile shifts nothing. */
export const nameCursor = (name: string): string => Buffer.from(name).toString('base64url')

/**
 * The name behind a cursor, or undefined for the first page.
 * @throws Refusal `query_invalid` for a cursor that no page gave: to start again, or to end, would hide the mistake.
 */
export const nameOfCursor = (cursor: unknown): string | undefined => {
  if (cursor === undefined || cursor === '') return undefined
  const name = Buffer.from(String(cursor), 'base64url').toString()
  if (nameCursor(name) !== cursor) throw unknownCursor()
  return name
}

/** A page of a list that is walked by cursor. */
export interface CursorPage<T> {
  readonly items: readonly T[]
  readonly info: { readonly cursors: { readonly after?: string; readonly before?: string } }
}

/**
 * The page that was asked for, and the cursors of those beside it.
 * @throws Refusal `query_invalid`.
 */
export const cursorPage = <T>(rows: readonly T[], input: Readonly<Record<string, unknown>>, most: number): CursorPage<T> => {
  const { per_page: size = most } = input
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > most) throw refuse('query_invalid', { detail: `per_page must be a whole number between 1 and ${most}` })
  const offset = offsetOf(input['cursor'])
  const end = offset + size
  return { items: rows.slice(offset, end), info: { cursors: { ...(offset > 0 ? { before: cursorOf(Math.max(0, offset - size)) } : {}), ...(end < rows.length ? { after: cursorOf(end) } : {}) } } }
}
