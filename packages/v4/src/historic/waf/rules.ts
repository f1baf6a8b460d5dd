/**
 * Rules in a package of the previous web application firewall.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, match } from '../../common.ts'
import { endpoint, listing } from '../../protocol.ts'
import { onePackage, wafSunset } from './scope.ts'

const WafRuleGroup = z.object({
  /** Identifier of the group. */
  id: z.string(),
  /** Name of the group. */
  name: z.string(),
})
export interface WafRuleGroup extends z.output<typeof WafRuleGroup> {}

const WafRule = z.object({
  /** Identifier of the rule. Read-only. */
  id: z.string(),
  /** What the rule guards against. Read-only. */
  description: z.string(),
  /** Place in which the rule runs in its group. Read-only. */
  priority: z.string(),
  /** Identifier of the package. Read-only. */
  package_id: z.string(),
  /** Group of the rule. Read-only. */
  group: WafRuleGroup,
  /** What the rule does: `on` or `off` with detection by anomaly, else `default`, `disable`, `simulate`, `block` or `challenge`. */
  mode: z.string(),
  /** What `default` stands for. Read-only. */
  default_mode: z.optional(z.string()),
  /** Modes that the rule can have. Read-only. */
  allowed_modes: z.array(z.string()),
})
export interface WafRule extends z.output<typeof WafRule> {}

const WafRuleList = z.strictObject({
  ...onePackage,
  /** Rules that were changed to do this: disable, challenge, block or simulate. */
  mode: z.optional(z.enum(['DIS', 'CHL', 'BLK', 'SIM'])),
  /** Place in which the rule runs in its group. */
  priority: z.optional(z.string()),
  /** Part of the description. */
  description: z.optional(z.string()),
  /** Identifier of a group. */
  group_id: z.optional(z.string()),
  /** What to sort by. */
  order: z.optional(z.enum(['priority', 'group_id', 'description'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Rules a page, 5 to 100. Default 50. */
  per_page: z.optional(z.int().check(z.gte(5), z.lte(100))),
})
export interface WafRuleList extends z.input<typeof WafRuleList> {}

/**
 * List the rules of a package, filtered and sorted.
 * @example for await (const rule of cf.historic.waf.rules.list({ zone_id, package_id: id })) console.log(rule.description, rule.mode)
 */
export const list = listing<WafRuleList, WafRule>('GET /zones/{zone_id}/firewall/waf/packages/{package_id}/rules', { input: WafRuleList, item: WafRule, page: pageNumber({ perPage: 100 }), permission: '#waf:read', sunset: wafSunset })

const oneRule = {
  ...onePackage,
  /** Identifier of the rule. */
  rule_id: hexIdentifier,
}

const WafRuleGet = z.strictObject(oneRule)
export interface WafRuleGet extends z.input<typeof WafRuleGet> {}

/**
 * Read one rule of a package.
 * @example const { allowed_modes } = await cf.historic.waf.rules.get({ zone_id, package_id: id, rule_id })
 */
export const get = endpoint<WafRuleGet, WafRule>('GET /zones/{zone_id}/firewall/waf/packages/{package_id}/rules/{rule_id}', { input: WafRuleGet, result: WafRule, permission: '#waf:read', sunset: wafSunset })

const WafRuleEdit = z.strictObject({
  ...oneRule,
  /** One of the rule's `allowed_modes`. */
  mode: z.enum(['default', 'disable', 'simulate', 'block', 'challenge', 'on', 'off']),
})
export interface WafRuleEdit extends z.input<typeof WafRuleEdit> {}

/**
 * Change what a rule of a package does.
 * @example await cf.historic.waf.rules.edit({ zone_id, package_id: id, rule_id, mode: 'simulate' })
 */
export const edit = endpoint<WafRuleEdit, WafRule>('PATCH /zones/{zone_id}/firewall/waf/packages/{package_id}/rules/{rule_id}', { input: WafRuleEdit, result: WafRule, permission: '#waf:edit', safety: 'idempotent', sunset: wafSunset })
