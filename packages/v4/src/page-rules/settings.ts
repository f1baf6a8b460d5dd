/**
 * What page rules can do in a zone.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const PageRuleProperty = z.object({
  /** Name of the property in the action: mostly `value`. */
  name: z.string(),
  /** Its form, such as `toggle`, `select`, `range` or `text`. */
  type: z.string(),
  /** What may be chosen. */
  choices: z.optional(z.array(z.unknown())),
  /** Several may be chosen at once. */
  multiple: z.optional(z.boolean()),
  /** Lowest number. */
  min: z.optional(z.number()),
  /** Highest number. */
  max: z.optional(z.number()),
  /** Unit of the number. */
  units: z.optional(z.string()),
})
export interface PageRuleProperty extends z.output<typeof PageRuleProperty> {}

const PageRuleSetting = z.object({
  /** Name of the setting, as the `id` of an action. */
  id: z.string(),
  /** What an action of this kind says; nothing when the setting is only on. */
  properties: z.array(PageRuleProperty),
})
export interface PageRuleSetting extends z.output<typeof PageRuleSetting> {}

const PageRuleSettingList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface PageRuleSettingList extends z.input<typeof PageRuleSettingList> {}

const PageRuleSettings = z.array(PageRuleSetting)

/**
 * List the settings that page rules of the zone can change, with their values. What there is depends on the plan.
 * @example const settings = await cf.pageRules.settings.list({ zone_id })
 */
export const list = endpoint<PageRuleSettingList, PageRuleSetting[]>('GET /zones/{zone_id}/pagerules/settings', { input: PageRuleSettingList, result: PageRuleSettings, permission: '#page_rules:read' })
