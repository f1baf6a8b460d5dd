import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'

/** Moments in the life of a request at which rules run. */
export const phases = [
  'ddos_l4',
  'ddos_l7',
  'http_config_settings',
  'http_custom_errors',
  'http_log_custom_fields',
  'http_ratelimit',
  'http_request_cache_settings',
  'http_request_dynamic_redirect',
  'http_request_firewall_custom',
  'http_request_firewall_managed',
  'http_request_late_transform',
  'http_request_origin',
  'http_request_redirect',
  'http_request_sanitize',
  'http_request_sbfm',
  'http_request_select_configuration',
  'http_request_transform',
  'http_response_cache_settings',
  'http_response_compression',
  'http_response_firewall_managed',
  'http_response_headers_transform',
  'magic_transit',
  'magic_transit_ids_managed',
  'magic_transit_managed',
  'magic_transit_ratelimit',
] as const

const open = z.record(z.string(), z.unknown())

/** Fields of a rule, as they are sent. */
export const ruleFields = {
  /** What happens to a request that matches, such as `block`, `managed_challenge`, `skip`, `execute`, `rewrite` or `redirect`. */
  action: z.string().check(z.minLength(1)),
  /** Which requests match, in the rules language. */
  expression: z.string().check(z.minLength(1)),
  /** What the action needs to know. */
  action_parameters: z.optional(open),
  /** What the rule is for. */
  description: z.optional(z.string()),
  /** Whether the rule works. Default true. */
  enabled: z.optional(z.boolean()),
  /** A name of one's own for the rule; its identifier when not said. Stays the same when the rule is changed. */
  ref: z.optional(z.string()),
  /** Limit of requests; only in rules of `http_ratelimit`. */
  ratelimit: z.optional(open),
  /** What is written to the log. */
  logging: z.optional(open),
  /** Fields in which leaked credentials are looked for. */
  exposed_credential_check: z.optional(open),
}

/** Rules of a ruleset as they are sent, in the order in which they run. */
export const ruleList = z.array(
  z.strictObject({
    /** Identifier of a rule that is there already and should keep it. */
    id: z.optional(z.string()),
    ...ruleFields,
  }),
)

/** Where a rule goes among the others; give one of the three. */
export const rulePosition = z
  .strictObject({
    /** Identifier of the rule that comes behind it; empty for the first place. */
    before: z.optional(z.string()),
    /** Identifier of the rule that comes before it; empty for the last place. */
    after: z.optional(z.string()),
    /** Place, from 1. */
    index: z.optional(z.int().check(z.gte(1))),
  })
  .check(z.refine((position) => Object.values(position).filter((value) => value !== undefined).length === 1, 'give exactly one of before, after and index'))

/** A rule of a ruleset. */
export const RulesetRule = z.object({
  /** Identifier of the rule. Read-only. */
  id: z.string(),
  /** Number of its version, as text. Read-only. */
  version: z.string(),
  /** What happens to a request that matches. */
  action: z.optional(z.string()),
  /** Which requests match. */
  expression: z.optional(z.string()),
  /** What the action needs to know. */
  action_parameters: z.optional(open),
  /** What the rule is for. */
  description: z.optional(z.string()),
  /** Whether the rule works. */
  enabled: z.optional(z.boolean()),
  /** A name of one's own for the rule. */
  ref: z.optional(z.string()),
  /** Limit of requests. */
  ratelimit: z.optional(open),
  /** What is written to the log. */
  logging: z.optional(open),
  /** Fields in which leaked credentials are looked for. */
  exposed_credential_check: z.optional(open),
  /** Kinds of the rule; only in managed rulesets. Read-only. */
  categories: z.optional(z.array(z.string())),
  /** When it was changed last, RFC 3339. Read-only. */
  last_updated: z.string(),
})
export interface RulesetRule extends z.output<typeof RulesetRule> {}

/** An ordered set of rules that runs in one phase. */
export const Ruleset = z.object({
  /** Identifier of the ruleset. Read-only. */
  id: z.string(),
  /** Name for people. */
  name: z.string(),
  /** What the ruleset is for. */
  description: z.optional(z.string()),
  /** `zone` or `root` runs by itself in its phase, `custom` when a rule executes it, `managed` belongs to the service. */
  kind: z.string(),
  /** Phase in which it runs. */
  phase: z.string(),
  /** Number of its version, as text; every change makes another. Read-only. */
  version: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  last_updated: z.optional(z.string()),
  /** Its rules in the order in which they run; lists leave them out. */
  rules: z.optional(z.array(RulesetRule)),
})
export interface Ruleset extends z.output<typeof Ruleset> {}

/** The ruleset that a call is about. */
export const rulesetId = {
  /** Identifier of the ruleset. */
  ruleset_id: hexIdentifier,
}

/** The rule that a call is about. */
export const rulesetRuleId = {
  ...rulesetId,
  /** Identifier of the rule. */
  rule_id: hexIdentifier,
}

/** The phase that a call is about. */
export const rulesetPhase = {
  /** Phase whose entry point is meant. */
  ruleset_phase: z.enum(phases),
}

/** How lists of rulesets are paged. */
export const rulesetPaging = {
  /** Where to go on, from the page before. */
  cursor: z.optional(z.string()),
  /** Rulesets a page, 1 to 50. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(50))),
}

/** Fields that replace those of a ruleset. */
export const rulesetChanges = {
  /** Name for people. */
  name: z.optional(z.string().check(z.minLength(1))),
  /** What the ruleset is for. */
  description: z.optional(z.string()),
  /** All rules, in the order in which they run; rules that are not among them go. */
  rules: ruleList,
}

/** Code of the fault that says that a ruleset or a rule is not there. */
export const rulesetMissing = 10003
