/**
 * Access rules of an account: which addresses, networks and countries are let in, challenged or blocked.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { AccessRule, accessRuleChanges, accessRuleFields, accessRuleFilters, accessRuleId, accessRuleMissing } from './access-rule.ts'
import { endpoint, listing } from '../protocol.ts'

/** The account that a call is about. */
const scope = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const AccountAccessRuleList = z.strictObject({
  ...scope,
  ...accessRuleFilters,
})
export interface AccountAccessRuleList extends z.input<typeof AccountAccessRuleList> {}

/**
 * List the access rules of the account, filtered and sorted.
 * @example for await (const rule of cf.firewall.accountAccessRules.list({ account_id, mode: 'block' })) console.log(rule.configuration.value)
 */
export const list = listing<AccountAccessRuleList, AccessRule>('GET /accounts/{account_id}/firewall/access_rules/rules', { input: AccountAccessRuleList, item: AccessRule, page: pageNumber({ perPage: 1000 }), permission: '#waf:read' })

const AccountAccessRuleGet = z.strictObject({
  ...scope,
  ...accessRuleId,
})
export interface AccountAccessRuleGet extends z.input<typeof AccountAccessRuleGet> {}

/**
 * Read one access rule of the account.
 * @example const { mode } = await cf.firewall.accountAccessRules.get({ account_id, rule_id })
 */
export const get = endpoint<AccountAccessRuleGet, AccessRule>('GET /accounts/{account_id}/firewall/access_rules/rules/{rule_id}', { input: AccountAccessRuleGet, result: AccessRule, permission: '#waf:read' })

const AccountAccessRuleCreate = z.strictObject({
  ...scope,
  ...accessRuleFields,
})
export interface AccountAccessRuleCreate extends z.input<typeof AccountAccessRuleCreate> {}

/**
 * Create an access rule. It works in all zones of the account.
 * @example await cf.firewall.accountAccessRules.create({ account_id, mode: 'challenge', configuration: { target: 'ip', value: '192.0.2.1' }, notes: 'scanner' })
 */
export const create = endpoint<AccountAccessRuleCreate, AccessRule>('POST /accounts/{account_id}/firewall/access_rules/rules', { input: AccountAccessRuleCreate, result: AccessRule, permission: '#waf:edit' })

const AccountAccessRuleEdit = z.strictObject({
  ...scope,
  ...accessRuleId,
  ...accessRuleChanges,
})
export interface AccountAccessRuleEdit extends z.input<typeof AccountAccessRuleEdit> {}

/**
 * Change parts of an access rule; what is not said stays.
 * @example await cf.firewall.accountAccessRules.edit({ account_id, rule_id, mode: 'whitelist' })
 */
export const edit = endpoint<AccountAccessRuleEdit, AccessRule>('PATCH /accounts/{account_id}/firewall/access_rules/rules/{rule_id}', { input: AccountAccessRuleEdit, result: AccessRule, permission: '#waf:edit', safety: 'idempotent' })

const AccountAccessRuleDelete = z.strictObject({
  ...scope,
  ...accessRuleId,
})
export interface AccountAccessRuleDelete extends z.input<typeof AccountAccessRuleDelete> {}

/**
 * Delete an access rule.
 * @example await cf.firewall.accountAccessRules.remove({ account_id, rule_id })
 */
export const remove = endpoint<AccountAccessRuleDelete, Id>('DELETE /accounts/{account_id}/firewall/access_rules/rules/{rule_id}', {
  input: AccountAccessRuleDelete,
  result: Id,
  permission: '#waf:edit',
  repeated: { codes: [accessRuleMissing], result: (input) => ({ id: input['rule_id'] }) },
})
