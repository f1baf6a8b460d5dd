import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, match, paging } from '../common.ts'

/** What access rules do with a request; `challenge` is the interactive form of `managed_challenge`. */
export const accessModes = ['block', 'challenge', 'whitelist', 'js_challenge', 'managed_challenge'] as const

/** What access rules look at. */
export const accessTargets = ['ip', 'ip6', 'ip_range', 'asn', 'country'] as const

const forms: Readonly<Record<(typeof accessTargets)[number], RegExp>> = {
  ip: /^\d{1,3}(\.\d{1,3}){3}$/,
  ip6: /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/,
  ip_range: /^(\d{1,3}(\.\d{1,3}){3}\/(16|24)|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\/(32|48|64))$/,
  asn: /^[aA][sS]\d{1,10}$/,
  country: /^[a-zA-Z][a-zA-Z0-9]$/,
}

/** What a rule matches, as it is sent. */
export const accessConfiguration = z
  .strictObject({
    /** What of a request is looked at. */
    target: z.enum(accessTargets),
    /** IPv4 or IPv6 address; range with a prefix of 16 or 24 bits, in IPv6 of 32, 48 or 64; number of a network such as `AS13335`; or two letters of a country, `T1` for Tor. */
    value: z.string().check(z.minLength(1)),
  })
  .check(z.refine(({ target, value }) => forms[target].test(value), 'is not in the form of its target: an address for ip and ip6, a /16 or /24 (IPv6 /32, /48, /64) for ip_range, AS and a number for asn, two letters for country'))

const AccessRuleConfiguration = z.object({
  /** What of a request is looked at: `ip`, `ip6`, `ip_range`, `asn` or `country`. */
  target: z.string(),
  /** The address, range, network or country. IPv6 in its long form. */
  value: z.string(),
})
export interface AccessRuleConfiguration extends z.output<typeof AccessRuleConfiguration> {}

const AccessRuleScope = z.object({
  /** Identifier of the user, account or zone that the rule belongs to. */
  id: z.string(),
  /** `user`, `organization` (an account) or `zone`. */
  type: z.string(),
  /** Address of the user; only in rules of a user. */
  email: z.optional(z.string()),
  /** Name of the account or zone. */
  name: z.optional(z.string()),
})
export interface AccessRuleScope extends z.output<typeof AccessRuleScope> {}

/** A rule about requests from an address, range, network or country. */
export const AccessRule = z.object({
  /** Identifier of the rule. Read-only. */
  id: z.string(),
  /** Why the rule exists. */
  notes: z.optional(z.string()),
  /** Modes that the rule can have. Read-only. */
  allowed_modes: z.array(z.string()),
  /** What happens to a request that matches. */
  mode: z.string(),
  /** What the rule matches. */
  configuration: AccessRuleConfiguration,
  /** Whom the rule belongs to. Read-only. */
  scope: z.optional(AccessRuleScope),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface AccessRule extends z.output<typeof AccessRule> {}

/** The rule that a call is about. */
export const accessRuleId = {
  /** Identifier of the rule. */
  rule_id: hexIdentifier,
}

const text = z.optional(z.string())

/** How lists of access rules are filtered and sorted. */
export const accessRuleFilters = {
  /** What happens to a request that matches. */
  mode: z.optional(z.enum(accessModes)),
  /** What the rule looks at. */
  'configuration.target': z.optional(z.enum(accessTargets)),
  /** The address, range, network or country. */
  'configuration.value': text,
  /** The spelling of `configuration.target` until 2020; still understood. */
  configuration_target: z.optional(z.enum(accessTargets)),
  /** The spelling of `configuration.value` until 2020; still understood. */
  configuration_value: text,
  /** Part of the notes, any case. */
  notes: text,
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  /** What to sort by. */
  order: z.optional(z.enum(['configuration.target', 'configuration.value', 'mode', 'configuration_target', 'configuration_value'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  ...paging,
}

/** Fields of a new access rule. */
export const accessRuleFields = {
  /** What happens to a request that matches. */
  mode: z.enum(accessModes),
  /** What the rule matches. */
  configuration: accessConfiguration,
  /** Why the rule exists. */
  notes: z.optional(z.string()),
}

/** Fields of an access rule that can be changed. */
export const accessRuleChanges = {
  /** What happens to a request that matches. */
  mode: z.optional(z.enum(accessModes)),
  /** What the rule matches. */
  configuration: z.optional(accessConfiguration),
  /** Why the rule exists. */
  notes: z.optional(z.string()),
}

/** Code of the fault that says that a rule is not there. */
export const accessRuleMissing = 10001
