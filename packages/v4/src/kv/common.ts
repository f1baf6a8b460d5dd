import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'

/** The account that a call is about. */
export const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

/** The namespace that a call is about. */
export const inNamespace = {
  ...inAccount,
  /** Identifier of the namespace. */
  namespace_id: hexIdentifier,
}

/** The key that a call is about. */
export const oneKey = {
  ...inNamespace,
  /** Name of the key, at most 512 bytes; slashes are allowed, parts that are `.` or `..` are not. */
  key_name: z.string().check(z.minLength(1), z.maxLength(512)),
}

/** When a value ends. */
export const expiry = {
  /** Seconds since 1970 at which the value ends; at least 60 seconds from now. Wins over `expiration_ttl`. */
  expiration: z.optional(z.int().check(z.gte(0))),
  /** Seconds after which the value ends, from 60. */
  expiration_ttl: z.optional(z.int().check(z.gte(60))),
}
