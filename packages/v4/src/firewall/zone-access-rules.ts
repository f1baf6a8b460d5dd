/**
 * Access rules of a zone: which addresses, networks and countries are let in, challenged or blocked.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { AccessRule, accessRuleChanges, accessRuleFields, accessRuleFilters, accessRuleId, accessRuleMissing } from './access-rule.ts'
import { endpoint, listing } from '../protocol.ts'

/** The zone that a call is about. */
const scope = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const ZoneAccessRuleList = z.strictObject({
  ...scope,
  ...accessRuleFilters,
})
export interface ZoneAccessRuleList extends z.input<typeof ZoneAccessRuleList> {}

/**
 * List the access rules of the zone, filtered and sorted. Rules of the user and of the account come too; their `scope` tells.
 * @example for await (const rule of cf.firewall.zoneAccessRules.list({ zone_id, mode: 'block' })) console.log(rule.configuration.value)
 */
export const list = listing<ZoneAccessRuleList, AccessRule>('GET /zones/{zone_id}/firewall/access_rules/rules', { input: ZoneAccessRuleList, item: AccessRule, page: pageNumber({ perPage: 1000 }), permission: '#waf:read' })

const ZoneAccessRuleGet = z.strictObject({
  ...scope,
  ...accessRuleId,
})
export interface ZoneAccessRuleGet extends z.input<typeof ZoneAccessRuleGet> {}

/**
 * Read one access rule of the zone.
 * @example const { mode } = await cf.firewall.zoneAccessRules.get({ zone_id, rule_id })
 */
export const get = endpoint<ZoneAccessRuleGet, AccessRule>('GET /zones/{zone_id}/firewall/access_rules/rules/{rule_id}', { input: ZoneAccessRuleGet, result: AccessRule, permission: '#waf:read' })

const ZoneAccessRuleCreate = z.strictObject({
  ...scope,
  ...accessRuleFields,
})
export interface ZoneAccessRuleCreate extends z.input<typeof ZoneAccessRuleCreate> {}

/**
 * Create an access rule.
 * @example await cf.firewall.zoneAccessRules.create({ zone_id, mode: 'challenge', configuration: { target: 'ip', value: '192.0.2.1' }, notes: 'scanner' })
 */
export const create = endpoint<ZoneAccessRuleCreate, AccessRule>('POST /zones/{zone_id}/firewall/access_rules/rules', { input: ZoneAccessRuleCreate, result: AccessRule, permission: '#waf:edit' })

const ZoneAccessRuleEdit = z.strictObject({
  ...scope,
  ...accessRuleId,
  ...accessRuleChanges,
})
export interface ZoneAccessRuleEdit extends z.input<typeof ZoneAccessRuleEdit> {}

/**
 * Change parts of an access rule; what is not said stays.
 * @example await cf.firewall.zoneAccessRules.edit({ zone_id, rule_id, mode: 'whitelist' })
 */
export const edit = endpoint<ZoneAccessRuleEdit, AccessRule>('PATCH /zones/{zone_id}/firewall/access_rules/rules/{rule_id}', { input: ZoneAccessRuleEdit, result: AccessRule, permission: '#waf:edit', safety: 'idempotent' })

const ZoneAccessRuleDelete = z.strictObject({
  ...scope,
  ...accessRuleId,
  /** Also delete rules of the account's other zones: those with the same mode and configuration (`basic`), or with the same configuration (`aggressive`). Default `none`. */
  cascade: z.optional(z.enum(['none', 'basic', 'aggressive'])),
})
export interface ZoneAccessRuleDelete extends z.input<typeof ZoneAccessRuleDelete> {}

/**
 * Delete an access rule.
 * @example await cf.firewall.zoneAccessRules.remove({ zone_id, rule_id })
 */
export const remove = endpoint<ZoneAccessRuleDelete, Id>('DELETE /zones/{zone_id}/firewall/access_rules/rules/{rule_id}', {
  input: ZoneAccessRuleDelete,
  result: Id,
  permission: '#waf:edit',
  repeated: { codes: [accessRuleMissing], result: (input) => ({ id: input['rule_id'] }) },
})
