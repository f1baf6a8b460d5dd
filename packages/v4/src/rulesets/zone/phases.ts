/**
 * Entry points: the rulesets of a zone that run by themselves, one a phase.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint } from '../../protocol.ts'
import { Ruleset, rulesetChanges, rulesetPhase } from '../ruleset.ts'

const scope = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const ZonePhaseGet = z.strictObject({ ...scope, ...rulesetPhase })
export interface ZonePhaseGet extends z.input<typeof ZonePhaseGet> {}

/**
 * Read the entry point of a phase. A phase that never had rules has none: fault 10003.
 * @example const { rules } = await cf.rulesets.zone.phases.get({ zone_id, ruleset_phase: 'http_request_firewall_custom' })
 */
export const get = endpoint<ZonePhaseGet, Ruleset>('GET /zones/{zone_id}/rulesets/phases/{ruleset_phase}/entrypoint', { input: ZonePhaseGet, result: Ruleset, permission: '#waf:read' })

const ZonePhaseUpdate = z.strictObject({ ...scope, ...rulesetPhase, ...rulesetChanges })
export interface ZonePhaseUpdate extends z.input<typeof ZonePhaseUpdate> {}

/**
 * Replace the rules of a phase's entry point; makes it when there is none.
 * @example await cf.rulesets.zone.phases.update({ zone_id, ruleset_phase: 'http_request_firewall_custom', rules: [{ action: 'block', expression: 'ip.src eq 192.0.2.1' }] })
 */
export const update = endpoint<ZonePhaseUpdate, Ruleset>('PUT /zones/{zone_id}/rulesets/phases/{ruleset_phase}/entrypoint', { input: ZonePhaseUpdate, result: Ruleset, permission: '#waf:edit' })
