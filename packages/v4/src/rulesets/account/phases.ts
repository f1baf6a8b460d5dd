/**
 * Entry points: the rulesets of an account that run by themselves, one a phase.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint } from '../../protocol.ts'
import { Ruleset, rulesetChanges, rulesetPhase } from '../ruleset.ts'

const scope = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const AccountPhaseGet = z.strictObject({ ...scope, ...rulesetPhase })
export interface AccountPhaseGet extends z.input<typeof AccountPhaseGet> {}

/**
 * Read the entry point of a phase. A phase that never had rules has none: fault 10003.
 * @example const { rules } = await cf.rulesets.account.phases.get({ account_id, ruleset_phase: 'http_request_firewall_custom' })
 */
export const get = endpoint<AccountPhaseGet, Ruleset>('GET /accounts/{account_id}/rulesets/phases/{ruleset_phase}/entrypoint', { input: AccountPhaseGet, result: Ruleset, permission: '#account_rulesets:read' })

const AccountPhaseUpdate = z.strictObject({ ...scope, ...rulesetPhase, ...rulesetChanges })
export interface AccountPhaseUpdate extends z.input<typeof AccountPhaseUpdate> {}

/**
 * Replace the rules of a phase's entry point; makes it when there is none.
 * @example await cf.rulesets.account.phases.update({ account_id, ruleset_phase: 'http_request_firewall_custom', rules: [{ action: 'block', expression: 'ip.src eq 192.0.2.1' }] })
 */
export const update = endpoint<AccountPhaseUpdate, Ruleset>('PUT /accounts/{account_id}/rulesets/phases/{ruleset_phase}/entrypoint', { input: AccountPhaseUpdate, result: Ruleset, permission: '#account_rulesets:edit' })
