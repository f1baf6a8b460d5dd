import * as z from '@zonewright/core/schema'

/** Settings that a page rule can change; the last three are gone and only found in old rules. */
export const pageRuleActions = [
  'always_use_https',
  'automatic_https_rewrites',
  'browser_cache_ttl',
  'browser_check',
  'bypass_cache_on_cookie',
  'cache_by_device_type',
  'cache_deception_armor',
  'cache_key_fields',
  'cache_level',
  'cache_on_cookie',
  'cache_ttl_by_status',
  'disable_apps',
  'disable_performance',
  'disable_security',
  'disable_zaraz',
  'edge_cache_ttl',
  'email_obfuscation',
  'explicit_cache_control',
  'forwarding_url',
  'host_header_override',
  'ip_geolocation',
  'mirage',
  'opportunistic_encryption',
  'origin_error_page_pass_thru',
  'polish',
  'resolve_override',
  'respect_strong_etag',
  'response_buffering',
  'rocket_loader',
  'security_level',
  'server_side_exclude',
  'sort_query_string_for_cache',
  'ssl',
  'true_client_ip_header',
  'waf',
  'always_online',
  'disable_railgun',
  'minify',
] as const

/** Whether a rule works. */
export const pageRuleStatus = z.enum(['active', 'disabled'])

const PageRuleConstraint = z.object({
  /** How the value is compared: `matches`. */
  operator: z.string(),
  /** Pattern of a URL; `*` stands for any text. */
  value: z.string(),
})
export interface PageRuleConstraint extends z.output<typeof PageRuleConstraint> {}

const PageRuleTarget = z.object({
  /** What of a request is looked at: `url`. */
  target: z.string(),
  /** How it is compared. */
  constraint: PageRuleConstraint,
})
export interface PageRuleTarget extends z.output<typeof PageRuleTarget> {}

const PageRuleAction = z.object({
  /** Name of the setting. */
  id: z.string(),
  /** Its value in the form of the setting: text, a number, an object; some have none. */
  value: z.optional(z.unknown()),
})
export interface PageRuleAction extends z.output<typeof PageRuleAction> {}

/** A page rule: settings for URLs that match a pattern. */
export const PageRule = z.object({
  /** Identifier of the rule. Read-only. */
  id: z.string(),
  /** Which requests it is about. */
  targets: z.array(PageRuleTarget),
  /** What it does. */
  actions: z.array(PageRuleAction),
  /** Place among the zone's rules: 1 and up without gaps; of two that match, the higher number wins. */
  priority: z.number(),
  /** `active` or `disabled`. */
  status: z.string(),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface PageRule extends z.output<typeof PageRule> {}

/** Which requests a rule is about, as it is sent. */
export const pageRuleTargets = z
  .array(
    z.strictObject({
      /** What of a request is looked at. */
      target: z.literal('url'),
      /** How it is compared. */
      constraint: z.strictObject({
        /** How the value is compared. */
        operator: z.literal('matches'),
        /** Pattern of a URL; `*` stands for any text. */
        value: z.string().check(z.minLength(1)),
      }),
    }),
  )
  .check(z.minLength(1))

/** What a rule does, as it is sent. */
export const pageRuleActionList = z
  .array(
    z.strictObject({
      /** Name of the setting. */
      id: z.enum(pageRuleActions),
      /** Its value in the form of the setting. */
      value: z.optional(z.unknown()),
    }),
  )
  .check(z.minLength(1))
