/**
 * Rules: what happens to mail for an address of the zone.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { oneZone } from './settings.ts'

const action = z.object({
  /** `forward` to an address, give it to a `worker`, or `drop` it. */
  type: z.enum(['drop', 'forward', 'worker']),
  /** Address to forward to, a verified one of the account, or name of the Worker; one of them. */
  value: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(90)))),
})

const matcher = z.object({
  /** `literal` for one address, `all` for every one. */
  type: z.enum(['all', 'literal']),
  /** Which field of the letter counts. */
  field: z.optional(z.literal('to')),
  /** The address, at most 90 characters. */
  value: z.optional(z.string().check(z.maxLength(90))),
})

const actions = z.array(action).check(z.minLength(1))
const matchers = z.array(matcher).check(z.minLength(1))

const options = {
  /** Name, at most 256 characters. */
  name: z.optional(z.string().check(z.maxLength(256))),
  /** Whether the rule is used. Default true. */
  enabled: z.optional(z.boolean()),
  /** Rules with lower numbers come first. Default 0. */
  priority: z.optional(z.int().check(z.gte(0))),
}

const EmailRule = z.object({
  /** Identifier of the rule. Read-only. */
  id: z.string(),
  /** The identifier under its former name. Read-only. */
  tag: z.optional(z.string()),
  /** What happens to the mail. */
  actions: z.array(action),
  /** Which mail. */
  matchers: z.array(matcher),
  ...options,
})
export interface EmailRule extends z.output<typeof EmailRule> {}

const oneRule = {
  ...oneZone,
  /** Identifier of the rule. */
  rule_identifier: hexIdentifier,
}

const EmailRuleList = z.strictObject({
  ...oneZone,
  /** Rules that are used only, or others only. */
  enabled: z.optional(z.boolean()),
  ...paging,
})
export interface EmailRuleList extends z.input<typeof EmailRuleList> {}

/**
 * List the rules of a zone, without the one for all other addresses.
 * @example for await (const rule of cf.emailRouting.rules.list({ zone_id })) console.log(rule.matchers, rule.actions)
 */
export const list = listing<EmailRuleList, EmailRule>('GET /zones/{zone_id}/email/routing/rules', { input: EmailRuleList, item: EmailRule, page: pageNumber({ perPage: 50 }), permission: '#email_routing_rule:read' })

const ruleFields = {
  /** What happens to the mail; at least one. */
  actions,
  /** Which mail; at least one. */
  matchers,
  ...options,
}

const EmailRuleCreate = z.strictObject({ ...oneZone, ...ruleFields })
export interface EmailRuleCreate extends z.input<typeof EmailRuleCreate> {}

/**
 * Create a rule. Mail can only be forwarded to addresses that their owners have verified.
 * @example await cf.emailRouting.rules.create({ zone_id, matchers: [{ type: 'literal', field: 'to', value: 'info@example.com' }], actions: [{ type: 'forward', value: ['user@example.net'] }] })
 */
export const create = endpoint<EmailRuleCreate, EmailRule>('POST /zones/{zone_id}/email/routing/rules', { input: EmailRuleCreate, result: EmailRule, permission: '#email_routing_rule:edit' })

const EmailRuleGet = z.strictObject(oneRule)
export interface EmailRuleGet extends z.input<typeof EmailRuleGet> {}

/**
 * Read one rule.
 * @example const { enabled } = await cf.emailRouting.rules.get({ zone_id, rule_identifier: id })
 */
export const get = endpoint<EmailRuleGet, EmailRule>('GET /zones/{zone_id}/email/routing/rules/{rule_identifier}', { input: EmailRuleGet, result: EmailRule, permission: '#email_routing_rule:read' })

const EmailRuleUpdate = z.strictObject({ ...oneRule, ...ruleFields })
export interface EmailRuleUpdate extends z.input<typeof EmailRuleUpdate> {}

/**
 * Replace a rule: what is not said goes back to its default.
 * @example await cf.emailRouting.rules.update({ zone_id, rule_identifier: id, matchers: [{ type: 'literal', field: 'to', value: 'info@example.com' }], actions: [{ type: 'drop' }] })
 */
export const update = endpoint<EmailRuleUpdate, EmailRule>('PUT /zones/{zone_id}/email/routing/rules/{rule_identifier}', { input: EmailRuleUpdate, result: EmailRule, permission: '#email_routing_rule:edit' })

const EmailRuleDelete = z.strictObject(oneRule)
export interface EmailRuleDelete extends z.input<typeof EmailRuleDelete> {}

/**
 * Delete a rule; answers with the rule as it was.
 * @example await cf.emailRouting.rules.remove({ zone_id, rule_identifier: id })
 */
export const remove = endpoint<EmailRuleDelete, EmailRule>('DELETE /zones/{zone_id}/email/routing/rules/{rule_identifier}', { input: EmailRuleDelete, result: EmailRule, permission: '#email_routing_rule:edit' })

const catchAllMatcher = z.object({
  /** Every address. */
  type: z.literal('all'),
})

const CatchAllRule = z.object({
  /** Identifier of the rule. Read-only. */
  id: z.optional(z.string()),
  /** The identifier under its former name. Read-only. */
  tag: z.optional(z.string()),
  /** What happens to the mail. */
  actions: z.array(action),
  /** Every address that no other rule is for. */
  matchers: z.array(catchAllMatcher),
  /** Name. */
  name: z.optional(z.string()),
  /** Whether the rule is used. */
  enabled: z.optional(z.boolean()),
})
export interface CatchAllRule extends z.output<typeof CatchAllRule> {}

const CatchAllGet = z.strictObject(oneZone)
export interface CatchAllGet extends z.input<typeof CatchAllGet> {}

/**
 * Read what happens to mail for addresses that no rule is for.
 * @example const { enabled, actions } = await cf.emailRouting.rules.catchAll({ zone_id })
 */
export const catchAll = endpoint<CatchAllGet, CatchAllRule>('GET /zones/{zone_id}/email/routing/rules/catch_all', { input: CatchAllGet, result: CatchAllRule, permission: '#email_routing_rule:read' })

const CatchAllUpdate = z.strictObject({
  ...oneZone,
  /** What happens to the mail; at least one. */
  actions,
  /** Every address. */
  matchers: z.array(catchAllMatcher).check(z.minLength(1)),
  /** Name, at most 256 characters. */
  name: options.name,
  /** Whether the rule is used. Default true. */
  enabled: options.enabled,
})
export interface CatchAllUpdate extends z.input<typeof CatchAllUpdate> {}

/**
 * Say what happens to mail for addresses that no rule is for.
 * @example await cf.emailRouting.rules.updateCatchAll({ zone_id, matchers: [{ type: 'all' }], actions: [{ type: 'drop' }] })
 */
export const updateCatchAll = endpoint<CatchAllUpdate, CatchAllRule>('PUT /zones/{zone_id}/email/routing/rules/catch_all', { input: CatchAllUpdate, result: CatchAllRule, permission: '#email_routing_rule:edit' })
