/**
 * Settings that make pages smaller or faster.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { choice, onOff, paid, setting, top } from './named.ts'

const PlatformOptimization = z.strictObject({
  /** Whether pages are kept. */
  enabled: z.boolean(),
  /** Whether the zone is proxied by the service. */
  cf: z.optional(z.boolean()),
  /** Whether the site is made with WordPress. */
  wordpress: z.optional(z.boolean()),
  /** Whether the plugin for WordPress is installed. */
  wp_plugin: z.optional(z.boolean()),
  /** Whether mobile visitors have pages of their own. */
  cache_by_device_type: z.optional(z.boolean()),
  /** Host names whose pages are kept. */
  hostnames: z.optional(z.array(z.string())),
})
export interface PlatformOptimization extends z.input<typeof PlatformOptimization> {}

/**
 * Whether whole pages of WordPress are kept at the edge.
 * @example const { value } = await cf.zones.settings.automaticPlatformOptimization.get({ zone_id })
 * @example await cf.zones.settings.automaticPlatformOptimization.edit({ zone_id, value: { enabled: true, hostnames: ['www.example.com'] } })
 */
export const automaticPlatformOptimization = setting<PlatformOptimization>('automatic_platform_optimization', PlatformOptimization, { initial: { enabled: false, cf: true, wordpress: true, wp_plugin: false, cache_by_device_type: false, hostnames: [] } })

/**
 * Whether browsers are told what a page needs before it is there.
 * @example const { value } = await cf.zones.settings.earlyHints.get({ zone_id })
 * @example await cf.zones.settings.earlyHints.edit({ zone_id, value: 'on' })
 */
export const earlyHints = onOff('early_hints', { initial: 'off' })

/**
 * Whether fonts of others are served from the site's own name.
 * @example const { value } = await cf.zones.settings.fonts.get({ zone_id })
 * @example await cf.zones.settings.fonts.edit({ zone_id, value: 'on' })
 */
export const fonts = onOff('fonts', { initial: 'off' })

/**
 * Whether the service decides the order of files over HTTP/2. With Pro and higher plans.
 * @example const { value } = await cf.zones.settings.h2Prioritization.get({ zone_id })
 * @example await cf.zones.settings.h2Prioritization.edit({ zone_id, value: 'on' })
 */
export const h2Prioritization = choice('h2_prioritization', ['on', 'off', 'custom'], { initial: 'off', plans: paid })

/**
 * Whether images may be asked for in other sizes; `open` those of any site. With Pro and higher plans.
 * @example const { value } = await cf.zones.settings.imageResizing.get({ zone_id })
 * @example await cf.zones.settings.imageResizing.edit({ zone_id, value: 'on' })
 */
export const imageResizing = choice('image_resizing', ['on', 'off', 'open'], { initial: 'off', plans: paid })

/**
 * How images are made smaller: without loss, or with some for JPEG. With Pro and higher plans.
 * @example const { value } = await cf.zones.settings.polish.get({ zone_id })
 * @example await cf.zones.settings.polish.edit({ zone_id, value: 'lossless' })
 */
export const polish = choice('polish', ['off', 'lossless', 'lossy'], { initial: 'off', plans: paid })

/**
 * Whether addresses in the origin's headers are fetched ahead. With Enterprise only.
 * @example const { value } = await cf.zones.settings.prefetchPreload.get({ zone_id })
 * @example await cf.zones.settings.prefetchPreload.edit({ zone_id, value: 'on' })
 */
export const prefetchPreload = onOff('prefetch_preload', { initial: 'off', plans: top })

/**
 * Whether scripts are loaded after the page. `manual`, a value of 2015, is sent as `on`.
 * @example const { value } = await cf.zones.settings.rocketLoader.get({ zone_id })
 * @example await cf.zones.settings.rocketLoader.edit({ zone_id, value: 'on' })
 */
export const rocketLoader = choice('rocket_loader', ['on', 'off'], { initial: 'off', old: { manual: 'on' } })

/**
 * Whether images and video may be transformed by their address.
 * @example const { value } = await cf.zones.settings.transformations.get({ zone_id })
 * @example await cf.zones.settings.transformations.edit({ zone_id, value: 'on' })
 */
export const transformations = onOff('transformations', { initial: 'off' })

/**
 * Origins whose images may be transformed, separated by commas.
 * @example const { value } = await cf.zones.settings.transformationsAllowedOrigins.get({ zone_id })
 * @example await cf.zones.settings.transformationsAllowedOrigins.edit({ zone_id, value: 'images.example.com' })
 */
export const transformationsAllowedOrigins = setting('transformations_allowed_origins', z.string(), { initial: '' })

/**
 * Whether images are sent as WebP to browsers that know it. With Pro and higher plans.
 * @example const { value } = await cf.zones.settings.webp.get({ zone_id })
 * @example await cf.zones.settings.webp.edit({ zone_id, value: 'on' })
 */
export const webp = onOff('webp', { initial: 'off', plans: paid })

/**
 * Whether visitors who come again may send a request with the first packet (`0rtt`).
 * @example const { value } = await cf.zones.settings.zeroRtt.get({ zone_id })
 * @example await cf.zones.settings.zeroRtt.edit({ zone_id, value: 'on' })
 */
export const zeroRtt = onOff('0rtt', { initial: 'off' })
