/**
 * Groups of rules in a package of the previous web application firewall.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, match } from '../../common.ts'
import { endpoint, listing } from '../../protocol.ts'
import { onePackage, wafSunset } from './scope.ts'

const WafGroup = z.object({
  /** Identifier of the group. Read-only. */
  id: z.string(),
  /** Name of the group. Read-only. */
  name: z.string(),
  /** What the group guards against. Read-only. */
  description: z.nullable(z.string()),
  /** Whether the rules of the group work: `on` or `off`. */
  mode: z.string(),
  /** Modes that the group can have. Read-only. */
  allowed_modes: z.optional(z.array(z.string())),
  /** Rules in the group. Read-only. */
  rules_count: z.number(),
  /** Rules whose mode is not the one they came with. Read-only. */
  modified_rules_count: z.optional(z.number()),
  /** Identifier of the package. Read-only. */
  package_id: z.optional(z.string()),
})
export interface WafGroup extends z.output<typeof WafGroup> {}

const WafGroupList = z.strictObject({
  ...onePackage,
  /** Name of the group. */
  name: z.optional(z.string()),
  /** Groups that work, or others. */
  mode: z.optional(z.enum(['on', 'off'])),
  /** Groups with this many rules. */
  rules_count: z.optional(z.number()),
  /** What to sort by. */
  order: z.optional(z.enum(['mode', 'rules_count'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Groups a page, 5 to 100. Default 50. */
  per_page: z.optional(z.int().check(z.gte(5), z.lte(100))),
})
export interface WafGroupList extends z.input<typeof WafGroupList> {}

/**
 * List the groups of a package, filtered and sorted.
 * @example for await (const group of cf.historic.waf.groups.list({ zone_id, package_id: id, mode: 'off' })) console.log(group.name)
 */
export const list = listing<WafGroupList, WafGroup>('GET /zones/{zone_id}/firewall/waf/packages/{package_id}/groups', { input: WafGroupList, item: WafGroup, page: pageNumber({ perPage: 100 }), permission: '#waf:read', sunset: wafSunset })

const oneGroup = {
  ...onePackage,
  /** Identifier of the group. */
  group_id: hexIdentifier,
}

const WafGroupGet = z.strictObject(oneGroup)
export interface WafGroupGet extends z.input<typeof WafGroupGet> {}

/**
 * Read one group of a package.
 * @example const { rules_count } = await cf.historic.waf.groups.get({ zone_id, package_id: id, group_id: id })
 */
export const get = endpoint<WafGroupGet, WafGroup>('GET /zones/{zone_id}/firewall/waf/packages/{package_id}/groups/{group_id}', { input: WafGroupGet, result: WafGroup, permission: '#waf:read', sunset: wafSunset })

const WafGroupEdit = z.strictObject({
  ...oneGroup,
  /** Whether the rules of the group work. */
  mode: z.enum(['on', 'off']),
})
export interface WafGroupEdit extends z.input<typeof WafGroupEdit> {}

/**
 * Switch a group of rules on or off.
 * @example await cf.historic.waf.groups.edit({ zone_id, package_id: id, group_id: id, mode: 'off' })
 */
export const edit = endpoint<WafGroupEdit, WafGroup>('PATCH /zones/{zone_id}/firewall/waf/packages/{package_id}/groups/{group_id}', { input: WafGroupEdit, result: WafGroup, permission: '#waf:edit', safety: 'idempotent', sunset: wafSunset })
