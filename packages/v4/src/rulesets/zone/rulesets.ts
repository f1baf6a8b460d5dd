import { cursor } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint, listing } from '../../protocol.ts'
import { Ruleset, phases, ruleList, rulesetChanges, rulesetId, rulesetMissing, rulesetPaging } from '../ruleset.ts'

const scope = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const ZoneRulesetList = z.strictObject({ ...scope, ...rulesetPaging })
export interface ZoneRulesetList extends z.input<typeof ZoneRulesetList> {}

/**
 * List the rulesets of a zone, without their rules.
 * @example for await (const ruleset of cf.rulesets.zone.list({ zone_id })) console.log(ruleset.phase, ruleset.name)
 */
export const list = listing<ZoneRulesetList, Ruleset>('GET /zones/{zone_id}/rulesets', { input: ZoneRulesetList, item: Ruleset, page: cursor({ limit: 50, sizeParameter: 'per_page' }), permission: '#waf:read' })

const ZoneRulesetCreate = z.strictObject({
  ...scope,
  /** Name for people. */
  name: z.string().check(z.minLength(1)),
  /** `zone` for the entry point of a phase, `custom` for one that rules execute. */
  kind: z.enum(['zone', 'custom']),
  /** Phase in which it runs. */
  phase: z.enum(phases),
  /** What the ruleset is for. */
  description: z.optional(z.string()),
  /** Its rules in the order in which they run. */
  rules: z.optional(ruleList),
})
export interface ZoneRulesetCreate extends z.input<typeof ZoneRulesetCreate> {}

/**
 * Create a ruleset of a zone. A phase has one entry point.
 * @example await cf.rulesets.zone.create({ zone_id, name: 'Own rules', kind: 'zone', phase: 'http_request_firewall_custom', rules: [{ action: 'block', expression: 'ip.src eq 192.0.2.1' }] })
 */
export const create = endpoint<ZoneRulesetCreate, Ruleset>('POST /zones/{zone_id}/rulesets', { input: ZoneRulesetCreate, result: Ruleset, permission: '#waf:edit' })

const ZoneRulesetGet = z.strictObject({ ...scope, ...rulesetId })
export interface ZoneRulesetGet extends z.input<typeof ZoneRulesetGet> {}

/**
 * Read one ruleset with its rules.
 * @example const { rules } = await cf.rulesets.zone.get({ zone_id, ruleset_id: id })
 */
export const get = endpoint<ZoneRulesetGet, Ruleset>('GET /zones/{zone_id}/rulesets/{ruleset_id}', { input: ZoneRulesetGet, result: Ruleset, permission: '#waf:read' })

const ZoneRulesetUpdate = z.strictObject({ ...scope, ...rulesetId, ...rulesetChanges })
export interface ZoneRulesetUpdate extends z.input<typeof ZoneRulesetUpdate> {}

/**
 * Replace the rules of a ruleset, which makes a new version of it.
 * @example await cf.rulesets.zone.update({ zone_id, ruleset_id: id, rules: [{ action: 'log', expression: 'true' }] })
 */
export const update = endpoint<ZoneRulesetUpdate, Ruleset>('PUT /zones/{zone_id}/rulesets/{ruleset_id}', { input: ZoneRulesetUpdate, result: Ruleset, permission: '#waf:edit' })

const ZoneRulesetDelete = z.strictObject({ ...scope, ...rulesetId })
export interface ZoneRulesetDelete extends z.input<typeof ZoneRulesetDelete> {}

const Nothing = z.optional(z.unknown())

/**
 * Delete a ruleset with all its versions. The service answers with nothing.
 * @example await cf.rulesets.zone.remove({ zone_id, ruleset_id: id })
 */
export const remove = endpoint<ZoneRulesetDelete, void>('DELETE /zones/{zone_id}/rulesets/{ruleset_id}', {
  input: ZoneRulesetDelete,
  result: Nothing,
  permission: '#waf:edit',
  repeated: { codes: [rulesetMissing], result: () => undefined },
})
