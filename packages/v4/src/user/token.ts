import * as z from '@zonewright/core/schema'
import { identifier } from '../common.ts'

/** What a permission group may say of itself beside its identifier. */
const groupMeta = z.record(z.string(), z.string())

/** Objects a policy is about, such as `com.cloudflare.api.account.zone.*`, each with `*` or with objects inside it. */
const resources = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))

const PolicyGroup = z.object({
  /** Identifier of the permission group. */
  id: z.string(),
  /** Its name, such as `DNS Write`. Read-only. */
  name: z.optional(z.string()),
  /** More about it. Read-only. */
  meta: z.optional(z.nullable(groupMeta)),
})

const Policy = z.object({
  /** Identifier of the policy. Read-only. */
  id: z.optional(z.string()),
  /** `allow` or `deny`; a denial wins. */
  effect: z.string(),
  /** Permissions that are given or taken. */
  permission_groups: z.array(PolicyGroup),
  /** Objects that they are given or taken for. */
  resources,
})
export interface Policy extends z.output<typeof Policy> {}

const Condition = z.object({
  /** Conditions on the address that a request comes from. */
  request_ip: z.optional(
    z.object({
      /** The only addresses or ranges that may use the token. */
      in: z.optional(z.array(z.string())),
      /** Addresses or ranges that may not. */
      not_in: z.optional(z.array(z.string())),
    }),
  ),
})

const tokenFields = {
  /** Identifier of the token; not its value. Read-only. */
  id: z.string(),
  /** Name, at most 120 characters. */
  name: z.string(),
  /** `active`, `disabled` or `expired`. */
  status: z.string(),
  /** When it was made, RFC 3339. Read-only. */
  issued_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
  /** When it was used last, RFC 3339, or null. Read-only. */
  last_used_on: z.optional(z.nullable(z.string())),
  /** First moment it holds, RFC 3339. */
  not_before: z.optional(z.string()),
  /** Moment from which it no longer holds, RFC 3339. */
  expires_on: z.optional(z.string()),
  /** What it may do. */
  policies: z.optional(z.array(Policy)),
  /** Who may use it. */
  condition: z.optional(Condition),
}

/** An API token, without its value. */
export const Token = z.object(tokenFields)
export interface Token extends z.output<typeof Token> {}

/** A token that was made just now: the only answer that holds its value. */
export const NewToken = z.object({
  ...tokenFields,
  /** The token itself, a secret. It is never shown again. */
  value: z.string(),
})
export interface NewToken extends z.output<typeof NewToken> {}

const policyInput = {
  /** `deny` wins over `allow`. */
  effect: z.enum(['allow', 'deny']),
  /** Permissions to give or take; see `permissionGroups`. */
  permission_groups: z
    .array(
      z.strictObject({
        /** Identifier of the permission group. */
        id: identifier,
        /** More about it. */
        meta: z.optional(groupMeta),
      }),
    )
    .check(z.minLength(1)),
  /** Objects, such as `{ 'com.cloudflare.api.account.zone.<id>': '*' }`. */
  resources,
}

const settable = {
  /** Name, at most 120 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** First moment it holds, RFC 3339. */
  not_before: z.optional(z.string()),
  /** Moment from which it no longer holds, RFC 3339. */
  expires_on: z.optional(z.string()),
  /** Who may use it. */
  condition: z.optional(
    z.strictObject({
      /** Conditions on the address that a request comes from. */
      request_ip: z.optional(
        z.strictObject({
          /** The only addresses or ranges that may use the token. */
          in: z.optional(z.array(z.string())),
          /** Addresses or ranges that may not. */
          not_in: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
}

/** What a new token is made from. A policy of another token can't be used again, so policies have no identifier here. */
export const newTokenFields = {
  ...settable,
  /** What it may do. */
  policies: z.array(z.strictObject(policyInput)).check(z.minLength(1)),
}

/** What replaces the properties of a token. */
export const tokenChanges = {
  ...settable,
  /** What it may do. */
  policies: z
    .array(
      z.strictObject({
        /** Identifier of a policy that the token has. */
        id: z.optional(identifier),
        ...policyInput,
      }),
    )
    .check(z.minLength(1)),
  /** Whether it can be used. Default `active`. */
  status: z.optional(z.enum(['active', 'disabled'])),
}

/** A permission group: what a policy can give. */
export const PermissionGroup = z.object({
  /** Identifier to put into a policy. */
  id: z.string(),
  /** Name, such as `DNS Write`. */
  name: z.string(),
  /** Kinds of objects it can be given for, such as `com.cloudflare.api.account.zone`. */
  scopes: z.optional(z.array(z.string())),
})
export interface PermissionGroup extends z.output<typeof PermissionGroup> {}

/** Whether a token is good. */
export const TokenState = z.object({
  /** Identifier of the token; not its value. */
  id: z.string(),
  /** `active`, `disabled` or `expired`. */
  status: z.string(),
  /** First moment it holds, RFC 3339. */
  not_before: z.optional(z.string()),
  /** Last moment it holds, RFC 3339. */
  expires_on: z.optional(z.string()),
})
export interface TokenState extends z.output<typeof TokenState> {}
