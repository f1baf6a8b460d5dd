/**
 * Settings that change pages or who may use them.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { onOff, paid, setting, top } from './named.ts'

/**
 * Whether pages are turned into Markdown for programs that ask for it. With Pro and higher plans.
 * @example const { value } = await cf.zones.settings.contentConverter.get({ zone_id })
 * @example await cf.zones.settings.contentConverter.edit({ zone_id, value: 'on' })
 */
export const contentConverter = onOff('content_converter', { initial: 'off', plans: paid })

/**
 * Whether e-mail addresses in pages are hidden from programs that gather them.
 * @example const { value } = await cf.zones.settings.emailObfuscation.get({ zone_id })
 * @example await cf.zones.settings.emailObfuscation.edit({ zone_id, value: 'off' })
 */
export const emailObfuscation = onOff('email_obfuscation', { initial: 'on' })

/**
 * Whether other sites are kept from showing this site's images.
 * @example const { value } = await cf.zones.settings.hotlinkProtection.get({ zone_id })
 * @example await cf.zones.settings.hotlinkProtection.edit({ zone_id, value: 'on' })
 */
export const hotlinkProtection = onOff('hotlink_protection', { initial: 'off' })

/**
 * Whether the origin's own pages for 502 and 504 are shown, never that for 522. With Enterprise only.
 * @example const { value } = await cf.zones.settings.originErrorPagePassThru.get({ zone_id })
 * @example await cf.zones.settings.originErrorPagePassThru.edit({ zone_id, value: 'on' })
 */
export const originErrorPagePassThru = onOff('origin_error_page_pass_thru', { initial: 'off', plans: top })

/**
 * Whether crawlers that train models are led to canonical addresses.
 * @example const { value } = await cf.zones.settings.redirectsForAiTraining.get({ zone_id })
 * @example await cf.zones.settings.redirectsForAiTraining.edit({ zone_id, value: 'on' })
 */
export const redirectsForAiTraining = onOff('redirects_for_ai_training', { initial: 'off' })

/**
 * Whether insecure versions of known script libraries are replaced.
 * @example const { value } = await cf.zones.settings.replaceInsecureJs.get({ zone_id })
 * @example await cf.zones.settings.replaceInsecureJs.edit({ zone_id, value: 'off' })
 */
export const replaceInsecureJs = onOff('replace_insecure_js', { initial: 'on' })

/**
 * Whether agents may search the site through the service.
 * @example const { value } = await cf.zones.settings.searchForAgents.get({ zone_id })
 * @example await cf.zones.settings.searchForAgents.edit({ zone_id, value: 'on' })
 */
export const searchForAgents = onOff('search_for_agents', { initial: 'off' })

/**
 * Whether pages offer tools to agents in browsers.
 * @example const { value } = await cf.zones.settings.webmcpEnabled.get({ zone_id })
 * @example await cf.zones.settings.webmcpEnabled.edit({ zone_id, value: 'on' })
 */
export const webmcpEnabled = onOff('webmcp_enabled', { initial: 'off' })

/**
 * Which packs of tools pages offer to agents.
 * @example const { value } = await cf.zones.settings.webmcpPacks.get({ zone_id })
 * @example await cf.zones.settings.webmcpPacks.edit({ zone_id, value: [] })
 */
export const webmcpPacks = setting('webmcp_packs', z.array(z.string()), { initial: [] })
