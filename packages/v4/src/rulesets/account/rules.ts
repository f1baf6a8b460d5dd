/**
 * Single rules of rulesets of an account. Every call answers with the whole ruleset, in its new version.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint } from '../../protocol.ts'
import { Ruleset, ruleFields, rulePosition, rulesetId, rulesetRuleId } from '../ruleset.ts'

const scope = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const AccountRuleCreate = z.strictObject({
  ...scope,
  ...rulesetId,
  ...ruleFields,
  /** Where the rule goes; behind all others when not said. */
  position: z.optional(rulePosition),
})
export interface AccountRuleCreate extends z.input<typeof AccountRuleCreate> {}

/**
 * Add a rule to a ruleset.
 * @example await cf.rulesets.account.rules.create({ account_id, ruleset_id: id, action: 'block', expression: 'ip.src eq 192.0.2.1', position: { index: 1 } })
 */
export const create = endpoint<AccountRuleCreate, Ruleset>('POST /accounts/{account_id}/rulesets/{ruleset_id}/rules', { input: AccountRuleCreate, result: Ruleset, permission: '#account_rulesets:edit' })

const AccountRuleEdit = z.strictObject({
  ...scope,
  ...rulesetRuleId,
  ...ruleFields,
  /** What happens to a request that matches; needed with every change but that of the position. */
  action: z.optional(z.string()),
  /** Which requests match; needed with every change but that of the position. */
  expression: z.optional(z.string()),
  /** Where the rule goes; it stays where it is when not said. */
  position: z.optional(rulePosition),
})
export interface AccountRuleEdit extends z.input<typeof AccountRuleEdit> {}

/**
 * Replace a rule, or move it: with a position alone its content stays, otherwise what is not said goes back to its default.
 * @example await cf.rulesets.account.rules.edit({ account_id, ruleset_id: id, rule_id, action: 'log', expression: 'true', enabled: false })
 */
export const edit = endpoint<AccountRuleEdit, Ruleset>('PATCH /accounts/{account_id}/rulesets/{ruleset_id}/rules/{rule_id}', { input: AccountRuleEdit, result: Ruleset, permission: '#account_rulesets:edit', safety: 'idempotent' })

const AccountRuleDelete = z.strictObject({ ...scope, ...rulesetRuleId })
export interface AccountRuleDelete extends z.input<typeof AccountRuleDelete> {}

/**
 * Delete a rule from a ruleset.
 * @example await cf.rulesets.account.rules.remove({ account_id, ruleset_id: id, rule_id })
 */
export const remove = endpoint<AccountRuleDelete, Ruleset>('DELETE /accounts/{account_id}/rulesets/{ruleset_id}/rules/{rule_id}', { input: AccountRuleDelete, result: Ruleset, permission: '#account_rulesets:edit' })
