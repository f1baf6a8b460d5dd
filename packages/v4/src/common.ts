import type { Schema } from '@zonewright/core'
import * as z from '@zonewright/core/schema'

/** The smallest result: an identifier. */
export const Id = z.object({
  /** Identifier of what was changed or removed. */
  id: z.string(),
})
export interface Id extends z.output<typeof Id> {}

/** Page number and page size, as every page-numbered listing takes them. */
export const paging = {
  /** Number of the first page to ask for, from 1. Default 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Items a page; when not said, as many as the listing asks for. */
  per_page: z.optional(z.int().check(z.gte(1))),
}

/**
 * One of several texts, or an old name for one of them, which is taken and sent as today's.
 * @param old Names that are gone, and what means the same today.
 */
export const renamed = <const V extends string, const O extends Readonly<Record<string, V>>>(values: readonly V[], old: O) => {
  const todays: Readonly<Record<string, V>> = old
  return z.enum([...values, ...Object.keys(old)] as readonly (V | (keyof O & string))[]).check((payload) => {
    payload.value = (Object.hasOwn(todays, payload.value) ? todays[payload.value] : payload.value) as typeof payload.value
  })
}

/** Sorting direction. */
export const direction = z.enum(['asc', 'desc'])

/** Whether all filters must match or any of them. */
export const match = z.enum(['any', 'all'])

/** Identifier in a path: opaque text, checked again when it is put into the path. */
export const identifier = z.string().check(z.minLength(1))

/**
 * Identifier in a path that the service wants as 32 hexadecimal digits. Here it is opaque text as well: what is no such
 * thing is for the service to refuse, and the emulator reads here when.
 */
export const hexIdentifier = identifier.check(z.refine(() => true, { params: { form: 'hexadecimal' } }))

/**
 * A field of results that every answer of today has and those of 2015 lack: always there for programs, and no fault when a
 * service of old leaves it out.
 */
export const newer = <S extends Schema>(schema: S): S => z.optional(schema as unknown as ReturnType<typeof z.unknown>) as unknown as S

/** The account that a call is about. */
export const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}
