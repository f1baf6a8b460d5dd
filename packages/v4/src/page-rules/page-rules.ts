import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, match } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { PageRule, pageRuleActionList, pageRuleStatus, pageRuleTargets } from './page-rule.ts'

const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const onePageRule = {
  ...inZone,
  /** Identifier of the page rule. */
  pagerule_id: hexIdentifier,
}

const fields = {
  /** Which requests the rule is about. */
  targets: pageRuleTargets,
  /** What it does. A redirect (`forwarding_url`) and `always_use_https` stand alone. */
  actions: pageRuleActionList,
  /** Place among the zone's rules, the highest wins. The service numbers its rules without gaps, so another number may come back. Default 1. */
  priority: z.optional(z.int().check(z.gte(1))),
  /** Whether the rule works. Default `disabled`. */
  status: z.optional(pageRuleStatus),
}

const PageRuleList = z.strictObject({
  ...inZone,
  /** Rules that work, or others; both when not said. */
  status: z.optional(pageRuleStatus),
  /** What to sort by. Default `priority`. */
  order: z.optional(z.enum(['status', 'priority'])),
  /** Sorting direction. Default `desc`. */
  direction: z.optional(direction),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
})
export interface PageRuleList extends z.input<typeof PageRuleList> {}

const PageRules = z.array(PageRule)

/**
 * List the page rules of a zone, all at once.
 * @example for (const rule of await cf.pageRules.list({ zone_id, status: 'active' })) console.log(rule.priority, rule.targets[0]?.constraint.value)
 */
export const list = endpoint<PageRuleList, PageRule[]>('GET /zones/{zone_id}/pagerules', { input: PageRuleList, result: PageRules, permission: '#page_rules:read' })

const PageRuleCreate = z.strictObject({ ...inZone, ...fields })
export interface PageRuleCreate extends z.input<typeof PageRuleCreate> {}

/**
 * Create a page rule. A pattern can have one rule. Free has 3 rules, Pro 20, Business 50, Enterprise 125.
 * @example await cf.pageRules.create({ zone_id, targets: [{ target: 'url', constraint: { operator: 'matches', value: 'example.com/images/*' } }], actions: [{ id: 'cache_level', value: 'cache_everything' }], status: 'active' })
 */
export const create = endpoint<PageRuleCreate, PageRule>('POST /zones/{zone_id}/pagerules', { input: PageRuleCreate, result: PageRule, permission: '#page_rules:edit' })

const PageRuleGet = z.strictObject(onePageRule)
export interface PageRuleGet extends z.input<typeof PageRuleGet> {}

/**
 * Read one page rule.
 * @example const { actions } = await cf.pageRules.get({ zone_id, pagerule_id: rule_id })
 */
export const get = endpoint<PageRuleGet, PageRule>('GET /zones/{zone_id}/pagerules/{pagerule_id}', { input: PageRuleGet, result: PageRule, permission: '#page_rules:read' })

const PageRuleUpdate = z.strictObject({ ...onePageRule, ...fields })
export interface PageRuleUpdate extends z.input<typeof PageRuleUpdate> {}

/**
 * Replace a page rule: what is not said goes back to its default.
 * @example await cf.pageRules.update({ zone_id, pagerule_id: rule_id, targets: [{ target: 'url', constraint: { operator: 'matches', value: 'example.com/*' } }], actions: [{ id: 'ssl', value: 'strict' }] })
 */
export const update = endpoint<PageRuleUpdate, PageRule>('PUT /zones/{zone_id}/pagerules/{pagerule_id}', { input: PageRuleUpdate, result: PageRule, permission: '#page_rules:edit' })

const PageRuleEdit = z.strictObject({
  ...onePageRule,
  /** Which requests the rule is about. */
  targets: z.optional(pageRuleTargets),
  /** What it does. */
  actions: z.optional(pageRuleActionList),
  /** Place among the zone's rules, the highest wins. */
  priority: z.optional(z.int().check(z.gte(1))),
  /** Whether the rule works. */
  status: z.optional(pageRuleStatus),
})
export interface PageRuleEdit extends z.input<typeof PageRuleEdit> {}

/**
 * Change parts of a page rule; what is not said stays.
 * @example await cf.pageRules.edit({ zone_id, pagerule_id: rule_id, status: 'disabled' })
 */
export const edit = endpoint<PageRuleEdit, PageRule>('PATCH /zones/{zone_id}/pagerules/{pagerule_id}', { input: PageRuleEdit, result: PageRule, permission: '#page_rules:edit', safety: 'idempotent' })

const PageRuleDelete = z.strictObject(onePageRule)
export interface PageRuleDelete extends z.input<typeof PageRuleDelete> {}

/**
 * Delete a page rule; those above move down by one.
 * @example await cf.pageRules.remove({ zone_id, pagerule_id: rule_id })
 */
export const remove = endpoint<PageRuleDelete, Id>('DELETE /zones/{zone_id}/pagerules/{pagerule_id}', {
  input: PageRuleDelete,
  result: Id,
  permission: '#page_rules:edit',
  repeated: { codes: [1002], result: (input) => ({ id: input['pagerule_id'] }) },
})
