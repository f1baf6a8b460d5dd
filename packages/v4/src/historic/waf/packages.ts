/**
 * Packages of the previous web application firewall. Today its place is taken by rulesets of the phase `http_request_firewall_managed`.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, match } from '../../common.ts'
import { endpoint, listing } from '../../protocol.ts'
import { onePackage, wafSunset } from './scope.ts'

const WafPackage = z.object({
  /** Identifier of the package. Read-only. */
  id: z.string(),
  /** Name of the package. Read-only. */
  name: z.string(),
  /** What the package guards against. Read-only. */
  description: z.string(),
  /** Identifier of the zone. Read-only. */
  zone_id: z.optional(z.string()),
  /** `traditional`: each rule acts by itself; `anomaly`: rules add points, and the package acts. Read-only. */
  detection_mode: z.string(),
  /** How few points are enough: `high`, `medium`, `low` or `off`. Only with detection by anomaly. */
  sensitivity: z.optional(z.string()),
  /** What the package does: `simulate`, `block` or `challenge`. Only with detection by anomaly. */
  action_mode: z.optional(z.string()),
  /** `active`. Read-only. */
  status: z.optional(z.string()),
})
export interface WafPackage extends z.output<typeof WafPackage> {}

const WafPackageList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Name of the package. */
  name: z.optional(z.string()),
  /** What to sort by. */
  order: z.optional(z.enum(['name'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Packages a page, 5 to 100. Default 50. */
  per_page: z.optional(z.int().check(z.gte(5), z.lte(100))),
})
export interface WafPackageList extends z.input<typeof WafPackageList> {}

/**
 * List the packages of a zone.
 * @example for await (const one of cf.historic.waf.packages.list({ zone_id })) console.log(one.name)
 */
export const list = listing<WafPackageList, WafPackage>('GET /zones/{zone_id}/firewall/waf/packages', { input: WafPackageList, item: WafPackage, page: pageNumber({ perPage: 100 }), permission: '#waf:read', sunset: wafSunset })

const WafPackageGet = z.strictObject(onePackage)
export interface WafPackageGet extends z.input<typeof WafPackageGet> {}

/**
 * Read one package.
 * @example const { sensitivity } = await cf.historic.waf.packages.get({ zone_id, package_id: id })
 */
export const get = endpoint<WafPackageGet, WafPackage>('GET /zones/{zone_id}/firewall/waf/packages/{package_id}', { input: WafPackageGet, result: WafPackage, permission: '#waf:read', sunset: wafSunset })

const WafPackageEdit = z.strictObject({
  ...onePackage,
  /** How few points are enough. Only with detection by anomaly. */
  sensitivity: z.optional(z.enum(['high', 'medium', 'low', 'off'])),
  /** What the package does. Only with detection by anomaly. */
  action_mode: z.optional(z.enum(['simulate', 'block', 'challenge'])),
})
export interface WafPackageEdit extends z.input<typeof WafPackageEdit> {}

/**
 * Change sensitivity or action of a package that detects by anomaly.
 * @example await cf.historic.waf.packages.edit({ zone_id, package_id: id, sensitivity: 'low' })
 */
export const edit = endpoint<WafPackageEdit, WafPackage>('PATCH /zones/{zone_id}/firewall/waf/packages/{package_id}', { input: WafPackageEdit, result: WafPackage, permission: '#waf:edit', safety: 'idempotent', sunset: wafSunset })
