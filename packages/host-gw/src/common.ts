import * as z from '@zonewright/core/schema'

/** E-mail address of an account. */
export const email = z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/))

/** The host's own identifier of a customer. */
export const uniqueId = z.string().check(z.regex(/^[-_a-z0-9#@+.,]+$/), z.maxLength(100))

/** What a customer's authorisation of a host is called. */
export const userKey = z.string().check(z.regex(/^[\x21-\x7e]+$/), z.maxLength(32))

/** The customer that an act is about. */
export const forUser = {
  /** The customer's authorisation of this host, from `users.create`, `users.authorize` or `users.get`; at most 32 characters. */
  user_key: userKey,
}

/** The customer and the zone that an act is about. */
export const inZone = {
  ...forUser,
  /** Name of the zone: a registered domain, such as `example.com`. */
  zone_name: z.string().check(z.regex(/^[^\s/:,]+$/), z.maxLength(253)),
}

/** Text that may be missing. */
export const maybeText = z.optional(z.nullable(z.string()))

/** An input that is secret: never part of a log or an error. */
export const userKeySecret = ['user_key']
