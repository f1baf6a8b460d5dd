/**
 * Access rules of a user: which addresses, networks and countries are let in, challenged or blocked.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id } from '../common.ts'
import { AccessRule, accessRuleChanges, accessRuleFields, accessRuleFilters, accessRuleId, accessRuleMissing } from './access-rule.ts'
import { endpoint, listing } from '../protocol.ts'

const UserAccessRuleList = z.strictObject({
  ...accessRuleFilters,
})
export interface UserAccessRuleList extends z.input<typeof UserAccessRuleList> {}

/**
 * List the access rules of the user, filtered and sorted.
 * @example for await (const rule of cf.firewall.userAccessRules.list({ mode: 'block' })) console.log(rule.configuration.value)
 */
export const list = listing<UserAccessRuleList, AccessRule>('GET /user/firewall/access_rules/rules', { input: UserAccessRuleList, item: AccessRule, page: pageNumber({ perPage: 1000 }), permission: '#waf:read' })

const UserAccessRuleCreate = z.strictObject({
  ...accessRuleFields,
})
export interface UserAccessRuleCreate extends z.input<typeof UserAccessRuleCreate> {}

/**
 * Create an access rule. It works in all zones of the user; one for a single zone is created with the zone's own call.
 * @example await cf.firewall.userAccessRules.create({ mode: 'challenge', configuration: { target: 'ip', value: '192.0.2.1' }, notes: 'scanner' })
 */
export const create = endpoint<UserAccessRuleCreate, AccessRule>('POST /user/firewall/access_rules/rules', { input: UserAccessRuleCreate, result: AccessRule, permission: '#waf:edit' })

const UserAccessRuleEdit = z.strictObject({
  ...accessRuleId,
  ...accessRuleChanges,
})
export interface UserAccessRuleEdit extends z.input<typeof UserAccessRuleEdit> {}

/**
 * Change parts of an access rule on all zones; what is not said stays.
 * @example await cf.firewall.userAccessRules.edit({ rule_id, mode: 'whitelist' })
 */
export const edit = endpoint<UserAccessRuleEdit, AccessRule>('PATCH /user/firewall/access_rules/rules/{rule_id}', { input: UserAccessRuleEdit, result: AccessRule, permission: '#waf:edit', safety: 'idempotent' })

const UserAccessRuleDelete = z.strictObject({
  ...accessRuleId,
})
export interface UserAccessRuleDelete extends z.input<typeof UserAccessRuleDelete> {}

/**
 * Delete an access rule from all zones.
 * @example await cf.firewall.userAccessRules.remove({ rule_id })
 */
export const remove = endpoint<UserAccessRuleDelete, Id>('DELETE /user/firewall/access_rules/rules/{rule_id}', {
  input: UserAccessRuleDelete,
  result: Id,
  permission: '#waf:edit',
  repeated: { codes: [accessRuleMissing], result: (input) => ({ id: input['rule_id'] }) },
})
