/**
 * Single rules of rulesets of a zone. Every call answers with the whole ruleset, in its new version.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint } from '../../protocol.ts'
import { Ruleset, ruleFields, rulePosition, rulesetId, rulesetRuleId } from '../ruleset.ts'

const scope = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const ZoneRuleCreate = z.strictObject({
  ...scope,
  ...rulesetId,
  ...ruleFields,
  /** Where the rule goes; behind all others when not said. */
  position: z.optional(rulePosition),
})
export interface ZoneRuleCreate extends z.input<typeof ZoneRuleCreate> {}

/**
 * Add a rule to a ruleset.
 * @example await cf.rulesets.zone.rules.create({ zone_id, ruleset_id: id, action: 'block', expression: 'ip.src eq 192.0.2.1', position: { index: 1 } })
 */
export const create = endpoint<ZoneRuleCreate, Ruleset>('POST /zones/{zone_id}/rulesets/{ruleset_id}/rules', { input: ZoneRuleCreate, result: Ruleset, permission: '#waf:edit' })

const ZoneRuleEdit = z.strictObject({
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
export interface ZoneRuleEdit extends z.input<typeof ZoneRuleEdit> {}

/**
 * Replace a rule, or move it: with a position alone its content stays, otherwise what is not said goes back to its default.
 * @example await cf.rulesets.zone.rules.edit({ zone_id, ruleset_id: id, rule_id, action: 'log', expression: 'true', enabled: false })
 */
export const edit = endpoint<ZoneRuleEdit, Ruleset>('PATCH /zones/{zone_id}/rulesets/{ruleset_id}/rules/{rule_id}', { input: ZoneRuleEdit, result: Ruleset, permission: '#waf:edit', safety: 'idempotent' })

const ZoneRuleDelete = z.strictObject({ ...scope, ...rulesetRuleId })
export interface ZoneRuleDelete extends z.input<typeof ZoneRuleDelete> {}

/**
 * Delete a rule from a ruleset.
 * @example await cf.rulesets.zone.rules.remove({ zone_id, ruleset_id: id, rule_id })
 */
export const remove = endpoint<ZoneRuleDelete, Ruleset>('DELETE /zones/{zone_id}/rulesets/{ruleset_id}/rules/{rule_id}', { input: ZoneRuleDelete, result: Ruleset, permission: '#waf:edit' })
