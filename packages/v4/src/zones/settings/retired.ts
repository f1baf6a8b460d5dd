/**
 * Settings that the service has given up; the emulator still keeps them.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { choice, onOff, onOffShown, paid, setting } from './named.ts'

const state = z.optional(z.enum(['on', 'off']))

const atLeastOne = z.refine((value) => Object.keys(value as object).length > 0, 'name at least one field')

const Minify = z
  .strictObject({
    /** Style sheets. */
    css: state,
    /** Pages. */
    html: state,
    /** Scripts. */
    js: state,
  })
  .check(atLeastOne)
export interface Minify extends z.input<typeof Minify> {}

const MobileRedirect = z
  .strictObject({
    /** Whether visitors were sent. */
    status: state,
    /** First label of the name they were sent to; null for none. */
    mobile_subdomain: z.optional(z.nullable(z.string().check(z.minLength(1)))),
    /** Whether the path was dropped. */
    strip_uri: z.optional(z.boolean()),
  })
  .check(atLeastOne)
export interface MobileRedirect extends z.input<typeof MobileRedirect> {}

/**
 * Whether pages were compressed with Brotli. It is on for everybody.
 * @example const { value } = await cf.zones.settings.brotli.get({ zone_id })
 */
export const brotli = onOffShown('brotli', { initial: 'on', sunset: '2024-08-15' })

/**
 * Which CNAME records were answered with addresses. Today: `dns.settings`.
 * @example const { value } = await cf.zones.settings.cnameFlattening.get({ zone_id })
 * @example await cf.zones.settings.cnameFlattening.edit({ zone_id, value: 'flatten_all' })
 */
export const cnameFlattening = choice('cname_flattening', ['flatten_at_root', 'flatten_all'], { initial: 'flatten_at_root', sunset: '2025-06-08' })

/**
 * Whether style sheets, pages and scripts were made smaller.
 * @example const { value } = await cf.zones.settings.minify.get({ zone_id })
 * @example await cf.zones.settings.minify.edit({ zone_id, value: { css: 'on' } })
 */
export const minify = setting<Minify>('minify', Minify, { initial: { css: 'off', html: 'off', js: 'off' }, sunset: '2024-08-05' })

/**
 * Whether images were loaded lazily for mobile visitors. With Pro and higher plans.
 * @example const { value } = await cf.zones.settings.mirage.get({ zone_id })
 * @example await cf.zones.settings.mirage.edit({ zone_id, value: 'on' })
 */
export const mirage = onOff('mirage', { initial: 'off', plans: paid, sunset: '2026-01' })

/**
 * Whether mobile visitors were sent to another name. Today: redirect rules in `rulesets`.
 * @example const { value } = await cf.zones.settings.mobileRedirect.get({ zone_id })
 * @example await cf.zones.settings.mobileRedirect.edit({ zone_id, value: { status: 'on', mobile_subdomain: 'm', strip_uri: false } })
 */
export const mobileRedirect = setting<MobileRedirect>('mobile_redirect', MobileRedirect, { initial: { status: 'off', mobile_subdomain: null, strip_uri: false }, sunset: '2024-06-30' })

/**
 * Whether visitors could pass a challenge with a token of Privacy Pass.
 * @example const { value } = await cf.zones.settings.privacyPass.get({ zone_id })
 * @example await cf.zones.settings.privacyPass.edit({ zone_id, value: 'on' })
 */
export const privacyPass = onOff('privacy_pass', { initial: 'on' })

/**
 * Whether marked parts of pages were hidden from suspicious visitors.
 * @example const { value } = await cf.zones.settings.serverSideExclude.get({ zone_id })
 * @example await cf.zones.settings.serverSideExclude.edit({ zone_id, value: 'off' })
 */
export const serverSideExclude = onOff('server_side_exclude', { initial: 'on', sunset: '2024-06-14' })
