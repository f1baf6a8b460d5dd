/**
 * Settings of what is kept, and for how long.
 * @module
 */
import { choice, onOff, top } from './named.ts'

/**
 * Whether kept pages are shown while the origin is down.
 * @example const { value } = await cf.zones.settings.alwaysOnline.get({ zone_id })
 * @example await cf.zones.settings.alwaysOnline.edit({ zone_id, value: 'on' })
 */
export const alwaysOnline = onOff('always_online', { initial: 'off' })

/**
 * How many seconds browsers keep files; 0 leaves it to the origin. From 120, with Enterprise from 30; until 2015 the least was 1800 without Enterprise.
 * @example const { value } = await cf.zones.settings.browserCacheTtl.get({ zone_id })
 * @example await cf.zones.settings.browserCacheTtl.edit({ zone_id, value: 14400 })
 */
export const browserCacheTtl = choice('browser_cache_ttl', [0, 30, 60, 120, 300, 1200, 1800, 3600, 7200, 10800, 14400, 18000, 28800, 43200, 57600, 72000, 86400, 172800, 259200, 345600, 432000, 691200, 1382400, 2073600, 2678400, 5356800, 16070400, 31536000], { initial: 14400 })

/**
 * Which files are kept: `basic` most static ones, `simplified` without looking at the query, `aggressive` each query by itself.
 * @example const { value } = await cf.zones.settings.cacheLevel.get({ zone_id })
 * @example await cf.zones.settings.cacheLevel.edit({ zone_id, value: 'basic' })
 */
export const cacheLevel = choice('cache_level', ['aggressive', 'basic', 'simplified', 'bypass', 'cache_everything'], { initial: 'aggressive' })

/**
 * Whether the cache is passed by. It ends by itself after three hours; `time_remaining` says when, in seconds.
 * @example const { value } = await cf.zones.settings.developmentMode.get({ zone_id })
 * @example await cf.zones.settings.developmentMode.edit({ zone_id, value: 'on' })
 */
export const developmentMode = onOff('development_mode', { initial: 'off' })

/**
 * How many seconds the service keeps files.
 * @example const { value } = await cf.zones.settings.edgeCacheTtl.get({ zone_id })
 * @example await cf.zones.settings.edgeCacheTtl.edit({ zone_id, value: 7200 })
 */
export const edgeCacheTtl = choice('edge_cache_ttl', [30, 60, 300, 1200, 1800, 3600, 7200, 10800, 14400, 18000, 28800, 43200, 57600, 72000, 86400, 172800, 259200, 345600, 432000, 518400, 604800], { initial: 7200 })

/**
 * How many megabytes a visitor may send at once: at most 100 with Free and Pro, 200 with Business, 500 with Enterprise.
 * @example const { value } = await cf.zones.settings.maxUpload.get({ zone_id })
 * @example await cf.zones.settings.maxUpload.edit({ zone_id, value: 100 })
 */
export const maxUpload = choice('max_upload', [100, 125, 150, 175, 200, 225, 250, 275, 300, 325, 350, 375, 400, 425, 450, 475, 500], { initial: 100 })

/**
 * Whether answers of the origin are gathered whole before they are sent on. With Enterprise only.
 * @example const { value } = await cf.zones.settings.responseBuffering.get({ zone_id })
 * @example await cf.zones.settings.responseBuffering.edit({ zone_id, value: 'on' })
 */
export const responseBuffering = onOff('response_buffering', { initial: 'off', plans: top })

/**
 * Whether queries with the same fields in another order count as one. With Enterprise only.
 * @example const { value } = await cf.zones.settings.sortQueryStringForCache.get({ zone_id })
 * @example await cf.zones.settings.sortQueryStringForCache.edit({ zone_id, value: 'on' })
 */
export const sortQueryStringForCache = onOff('sort_query_string_for_cache', { initial: 'off', plans: top })
