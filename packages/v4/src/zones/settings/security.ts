/**
 * Settings that keep visitors away or ask them to prove themselves.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { choice, onOff, paid, setting } from './named.ts'

const SecurityHeader = z.strictObject({
  /** The header `Strict-Transport-Security`. */
  strict_transport_security: z.strictObject({
    /** Whether it is sent. */
    enabled: z.optional(z.boolean()),
    /** How many seconds browsers remember it, at most a year. */
    max_age: z.optional(z.int().check(z.gte(0), z.lte(31_536_000))),
    /** Whether names inside the zone are meant, too. */
    include_subdomains: z.optional(z.boolean()),
    /** Whether the zone may be put into the lists that browsers come with. */
    preload: z.optional(z.boolean()),
    /** Whether `X-Content-Type-Options: nosniff` is sent. */
    nosniff: z.optional(z.boolean()),
  }),
})
export interface SecurityHeader extends z.input<typeof SecurityHeader> {}

/**
 * Whether visitors whose headers are those of spam programs are refused or challenged.
 * @example const { value } = await cf.zones.settings.browserCheck.get({ zone_id })
 * @example await cf.zones.settings.browserCheck.edit({ zone_id, value: 'off' })
 */
export const browserCheck = onOff('browser_check', { initial: 'on' })

/**
 * How many seconds a visitor who passed a challenge is let in.
 * @example const { value } = await cf.zones.settings.challengeTtl.get({ zone_id })
 * @example await cf.zones.settings.challengeTtl.edit({ zone_id, value: 1800 })
 */
export const challengeTtl = choice('challenge_ttl', [300, 900, 1800, 2700, 3600, 7200, 10800, 14400, 28800, 57600, 86400, 604800, 2592000, 31536000], { initial: 1800 })

/**
 * The header that tells browsers to come by HTTPS only (HSTS).
 * @example const { value } = await cf.zones.settings.securityHeader.get({ zone_id })
 * @example await cf.zones.settings.securityHeader.edit({ zone_id, value: { strict_transport_security: { enabled: true, max_age: 86400 } } })
 */
export const securityHeader = setting<SecurityHeader>('security_header', SecurityHeader, { initial: { strict_transport_security: { enabled: false, max_age: 0, include_subdomains: false, preload: false, nosniff: false } } })

/**
 * From which reputation on a visitor is challenged. `off` with Enterprise only.
 * @example const { value } = await cf.zones.settings.securityLevel.get({ zone_id })
 * @example await cf.zones.settings.securityLevel.edit({ zone_id, value: 'high' })
 */
export const securityLevel = choice('security_level', ['off', 'essentially_off', 'low', 'medium', 'high', 'under_attack'], { initial: 'medium' })

/**
 * Whether the first web application firewall inspects requests; today's is made of rulesets. With Pro and higher plans.
 * @example const { value } = await cf.zones.settings.waf.get({ zone_id })
 * @example await cf.zones.settings.waf.edit({ zone_id, value: 'on' })
 */
export const waf = onOff('waf', { initial: 'off', plans: paid })
