/**
 * Access rules of an organization: which addresses, networks and countries are let in, challenged or blocked.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { AccessRule, accessRuleChanges, accessRuleFields, accessRuleFilters, accessRuleId, accessRuleMissing } from '../firewall/access-rule.ts'
import { endpoint, listing } from '../protocol.ts'

/** The organization that a call is about. */
const scope = {
  /** Identifier of the organization. */
  organization_id: hexIdentifier,
}

const OrganizationAccessRuleList = z.strictObject({
  ...scope,
  ...accessRuleFilters,
})
export interface OrganizationAccessRuleList extends z.input<typeof OrganizationAccessRuleList> {}

/**
 * List the access rules of the organization, filtered and sorted.
 * @example for await (const rule of cf.historic.organizationAccessRules.list({ organization_id: account_id, mode: 'block' })) console.log(rule.configuration.value)
 */
export const list = listing<OrganizationAccessRuleList, AccessRule>('GET /organizations/{organization_id}/firewall/access_rules/rules', { input: OrganizationAccessRuleList, item: AccessRule, page: pageNumber({ perPage: 1000 }), permission: '#waf:read', sunset: '2020-02-04' })

const OrganizationAccessRuleCreate = z.strictObject({
  ...scope,
  ...accessRuleFields,
})
export interface OrganizationAccessRuleCreate extends z.input<typeof OrganizationAccessRuleCreate> {}

/**
 * Create an access rule. It works in all zones of the organization.
 * @example await cf.historic.organizationAccessRules.create({ organization_id: account_id, mode: 'challenge', configuration: { target: 'ip', value: '192.0.2.1' }, notes: 'scanner' })
 */
export const create = endpoint<OrganizationAccessRuleCreate, AccessRule>('POST /organizations/{organization_id}/firewall/access_rules/rules', { input: OrganizationAccessRuleCreate, result: AccessRule, permission: '#waf:edit', sunset: '2020-02-04' })

const OrganizationAccessRuleEdit = z.strictObject({
  ...scope,
  ...accessRuleId,
  ...accessRuleChanges,
})
export interface OrganizationAccessRuleEdit extends z.input<typeof OrganizationAccessRuleEdit> {}

/**
 * Change parts of an access rule; what is not said stays.
 * @example await cf.historic.organizationAccessRules.edit({ organization_id: account_id, rule_id, mode: 'whitelist' })
 */
export const edit = endpoint<OrganizationAccessRuleEdit, AccessRule>('PATCH /organizations/{organization_id}/firewall/access_rules/rules/{rule_id}', { input: OrganizationAccessRuleEdit, result: AccessRule, permission: '#waf:edit', sunset: '2020-02-04', safety: 'idempotent' })

const OrganizationAccessRuleDelete = z.strictObject({
  ...scope,
  ...accessRuleId,
})
export interface OrganizationAccessRuleDelete extends z.input<typeof OrganizationAccessRuleDelete> {}

/**
 * Delete an access rule.
 * @example await cf.historic.organizationAccessRules.remove({ organization_id: account_id, rule_id })
 */
export const remove = endpoint<OrganizationAccessRuleDelete, Id>('DELETE /organizations/{organization_id}/firewall/access_rules/rules/{rule_id}', {
  input: OrganizationAccessRuleDelete,
  result: Id,
  permission: '#waf:edit', sunset: '2020-02-04',
  repeated: { codes: [accessRuleMissing], result: (input) => ({ id: input['rule_id'] }) },
})
