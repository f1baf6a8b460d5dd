/**
 * User agent rules: what happens to browsers and programs by the name they give.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const oneRule = {
  ...inZone,
  /** Identifier of the rule. */
  ua_rule_id: hexIdentifier,
}

const fields = {
  /** What happens to a request that matches. */
  mode: z.enum(['block', 'challenge', 'js_challenge', 'managed_challenge']),
  /** What the rule matches. */
  configuration: z.strictObject({
    /** Always the user agent. */
    target: z.literal('ua'),
    /** The whole `User-Agent` header, exactly. */
    value: z.string().check(z.minLength(1), z.maxLength(1024)),
  }),
  /** What the rule is for, at most 1,024 characters. */
  description: z.optional(z.string().check(z.maxLength(1024))),
  /** The rule is switched off. Default false. */
  paused: z.optional(z.boolean()),
}

const UserAgentConfiguration = z.object({
  /** Always `ua`. */
  target: z.string(),
  /** The whole `User-Agent` header. */
  value: z.string(),
})
export interface UserAgentConfiguration extends z.output<typeof UserAgentConfiguration> {}

const UserAgentRule = z.object({
  /** Identifier of the rule. Read-only. */
  id: z.string(),
  /** What the rule is for. */
  description: z.optional(z.string()),
  /** What happens to a request that matches. */
  mode: z.string(),
  /** What the rule matches. */
  configuration: UserAgentConfiguration,
  /** The rule is switched off. */
  paused: z.boolean(),
})
export interface UserAgentRule extends z.output<typeof UserAgentRule> {}

const UserAgentRuleList = z.strictObject({
  ...inZone,
  /** Exact description, any case. */
  description: z.optional(z.string()),
  /** Part of the description. */
  description_search: z.optional(z.string()),
  /** Part of the user agent. */
  ua_search: z.optional(z.string()),
  /** Rules that are switched off, or the others. */
  paused: z.optional(z.boolean()),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Rules a page, 1 to 1,000. Default 20. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(1000))),
})
export interface UserAgentRuleList extends z.input<typeof UserAgentRuleList> {}

/**
 * List the user agent rules of a zone, filtered.
 * @example for await (const rule of cf.firewall.userAgentRules.list({ zone_id })) console.log(rule.configuration.value)
 */
export const list = listing<UserAgentRuleList, UserAgentRule>('GET /zones/{zone_id}/firewall/ua_rules', { input: UserAgentRuleList, item: UserAgentRule, page: pageNumber({ perPage: 1000 }), permission: '#waf:read' })

const UserAgentRuleCreate = z.strictObject({ ...inZone, ...fields })
export interface UserAgentRuleCreate extends z.input<typeof UserAgentRuleCreate> {}

/**
 * Create a user agent rule. Free has 10 of them, Pro 50, Business 250, Enterprise 1,000.
 * @example await cf.firewall.userAgentRules.create({ zone_id, mode: 'block', configuration: { target: 'ua', value: 'BadBot/1.0' } })
 */
export const create = endpoint<UserAgentRuleCreate, UserAgentRule>('POST /zones/{zone_id}/firewall/ua_rules', { input: UserAgentRuleCreate, result: UserAgentRule, permission: '#waf:edit' })

const UserAgentRuleGet = z.strictObject(oneRule)
export interface UserAgentRuleGet extends z.input<typeof UserAgentRuleGet> {}

/**
 * Read one user agent rule.
 * @example const { mode } = await cf.firewall.userAgentRules.get({ zone_id, ua_rule_id: rule_id })
 */
export const get = endpoint<UserAgentRuleGet, UserAgentRule>('GET /zones/{zone_id}/firewall/ua_rules/{ua_rule_id}', { input: UserAgentRuleGet, result: UserAgentRule, permission: '#waf:read' })

const UserAgentRuleUpdate = z.strictObject({ ...oneRule, ...fields })
export interface UserAgentRuleUpdate extends z.input<typeof UserAgentRuleUpdate> {}

/**
 * Replace a user agent rule: what is not said goes back to its default.
 * @example await cf.firewall.userAgentRules.update({ zone_id, ua_rule_id: rule_id, mode: 'js_challenge', configuration: { target: 'ua', value: 'BadBot/1.0' } })
 */
export const update = endpoint<UserAgentRuleUpdate, UserAgentRule>('PUT /zones/{zone_id}/firewall/ua_rules/{ua_rule_id}', { input: UserAgentRuleUpdate, result: UserAgentRule, permission: '#waf:edit' })

const UserAgentRuleDelete = z.strictObject(oneRule)
export interface UserAgentRuleDelete extends z.input<typeof UserAgentRuleDelete> {}

/**
 * Delete a user agent rule.
 * @example await cf.firewall.userAgentRules.remove({ zone_id, ua_rule_id: rule_id })
 */
export const remove = endpoint<UserAgentRuleDelete, Id>('DELETE /zones/{zone_id}/firewall/ua_rules/{ua_rule_id}', {
  input: UserAgentRuleDelete,
  result: Id,
  permission: '#waf:edit',
  repeated: { codes: [10006], result: (input) => ({ id: input['ua_rule_id'] }) },
})
