import { cursor } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint, listing } from '../../protocol.ts'
import { Ruleset, phases, ruleList, rulesetChanges, rulesetId, rulesetMissing, rulesetPaging } from '../ruleset.ts'

const scope = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const AccountRulesetList = z.strictObject({ ...scope, ...rulesetPaging })
export interface AccountRulesetList extends z.input<typeof AccountRulesetList> {}

/**
 * List the rulesets of an account, without their rules.
 * @example for await (const ruleset of cf.rulesets.account.list({ account_id })) console.log(ruleset.phase, ruleset.name)
 */
export const list = listing<AccountRulesetList, Ruleset>('GET /accounts/{account_id}/rulesets', { input: AccountRulesetList, item: Ruleset, page: cursor({ limit: 50, sizeParameter: 'per_page' }), permission: '#account_rulesets:read' })

const AccountRulesetCreate = z.strictObject({
  ...scope,
  /** Name for people. */
  name: z.string().check(z.minLength(1)),
  /** `root` for the entry point of a phase, `custom` for one that rules execute. */
  kind: z.enum(['root', 'custom']),
  /** Phase in which it runs. */
  phase: z.enum(phases),
  /** What the ruleset is for. */
  description: z.optional(z.string()),
  /** Its rules in the order in which they run. */
  rules: z.optional(ruleList),
})
export interface AccountRulesetCreate extends z.input<typeof AccountRulesetCreate> {}

/**
 * Create a ruleset of an account. A phase has one entry point.
 * @example await cf.rulesets.account.create({ account_id, name: 'Own rules', kind: 'root', phase: 'http_request_firewall_custom', rules: [{ action: 'block', expression: 'ip.src eq 192.0.2.1' }] })
 */
export const create = endpoint<AccountRulesetCreate, Ruleset>('POST /accounts/{account_id}/rulesets', { input: AccountRulesetCreate, result: Ruleset, permission: '#account_rulesets:edit' })

const AccountRulesetGet = z.strictObject({ ...scope, ...rulesetId })
export interface AccountRulesetGet extends z.input<typeof AccountRulesetGet> {}

/**
 * Read one ruleset with its rules.
 * @example const { rules } = await cf.rulesets.account.get({ account_id, ruleset_id: id })
 */
export const get = endpoint<AccountRulesetGet, Ruleset>('GET /accounts/{account_id}/rulesets/{ruleset_id}', { input: AccountRulesetGet, result: Ruleset, permission: '#account_rulesets:read' })

const AccountRulesetUpdate = z.strictObject({ ...scope, ...rulesetId, ...rulesetChanges })
export interface AccountRulesetUpdate extends z.input<typeof AccountRulesetUpdate> {}

/**
 * Replace the rules of a ruleset, which makes a new version of it.
 * @example await cf.rulesets.account.update({ account_id, ruleset_id: id, rules: [{ action: 'log', expression: 'true' }] })
 */
export const update = endpoint<AccountRulesetUpdate, Ruleset>('PUT /accounts/{account_id}/rulesets/{ruleset_id}', { input: AccountRulesetUpdate, result: Ruleset, permission: '#account_rulesets:edit' })

const AccountRulesetDelete = z.strictObject({ ...scope, ...rulesetId })
export interface AccountRulesetDelete extends z.input<typeof AccountRulesetDelete> {}

const Nothing = z.optional(z.unknown())

/**
 * Delete a ruleset with all its versions. The service answers with nothing.
 * @example await cf.rulesets.account.remove({ account_id, ruleset_id: id })
 */
export const remove = endpoint<AccountRulesetDelete, void>('DELETE /accounts/{account_id}/rulesets/{ruleset_id}', {
  input: AccountRulesetDelete,
  result: Nothing,
  permission: '#account_rulesets:edit',
  repeated: { codes: [rulesetMissing], result: () => undefined },
})
