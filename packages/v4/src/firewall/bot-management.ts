/**
 * Bot management of a zone.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

/** Actions for bots of a kind. */
const botAction = z.enum(['allow', 'block', 'managed_challenge'])

const BotManagement = z.object({
  /** Challenge bots with Free's simple protection. */
  fight_mode: z.optional(z.boolean()),
  /** Let pages run the script that tells browsers from bots. */
  enable_js: z.optional(z.boolean()),
  /** What AI crawlers get: `block`, `disabled` or `only_on_ad_pages`. */
  ai_bots_protection: z.optional(z.string()),
  /** Lead AI crawlers into a maze: `enabled` or `disabled`. */
  crawler_protection: z.optional(z.string()),
  /** Answer `robots.txt` for the zone with rules about AI crawlers. */
  is_robots_txt_managed: z.optional(z.boolean()),
  /** What surely automated requests get: `allow`, `block` or `managed_challenge`. Pro and higher. */
  sbfm_definitely_automated: z.optional(z.string()),
  /** What probably automated requests get. Business and higher. */
  sbfm_likely_automated: z.optional(z.string()),
  /** What verified bots get: `allow` or `block`. Pro and higher. */
  sbfm_verified_bots: z.optional(z.string()),
  /** Protect static files too. Pro and higher. */
  sbfm_static_resource_protection: z.optional(z.boolean()),
  /** Tune the protection for WordPress. Pro and higher. */
  optimize_wordpress: z.optional(z.boolean()),
  /** Keep detection models up to date by themselves. Enterprise. */
  auto_update_model: z.optional(z.boolean()),
  /** Do not count scores of the session. Enterprise. */
  suppress_session_score: z.optional(z.boolean()),
  /** The newest model is in use. Read-only. */
  using_latest_model: z.optional(z.boolean()),
})
export interface BotManagement extends z.output<typeof BotManagement> {}

const BotManagementGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface BotManagementGet extends z.input<typeof BotManagementGet> {}

/**
 * Read how a zone treats bots.
 * @example const { fight_mode } = await cf.firewall.botManagement.get({ zone_id })
 */
export const get = endpoint<BotManagementGet, BotManagement>('GET /zones/{zone_id}/bot_management', { input: BotManagementGet, result: BotManagement, permission: '#bot_management:read', since: '2023-09' })

const BotManagementUpdate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Challenge bots with Free's simple protection. */
  fight_mode: z.optional(z.boolean()),
  /** Let pages run the script that tells browsers from bots. */
  enable_js: z.optional(z.boolean()),
  /** What AI crawlers get. */
  ai_bots_protection: z.optional(z.enum(['block', 'disabled', 'only_on_ad_pages'])),
  /** Lead AI crawlers into a maze. */
  crawler_protection: z.optional(z.enum(['enabled', 'disabled'])),
  /** Answer `robots.txt` for the zone with rules about AI crawlers. */
  is_robots_txt_managed: z.optional(z.boolean()),
  /** What surely automated requests get. Pro and higher. */
  sbfm_definitely_automated: z.optional(botAction),
  /** What probably automated requests get. Business and higher. */
  sbfm_likely_automated: z.optional(botAction),
  /** What verified bots get. Pro and higher. */
  sbfm_verified_bots: z.optional(z.enum(['allow', 'block'])),
  /** Protect static files too. Pro and higher. */
  sbfm_static_resource_protection: z.optional(z.boolean()),
  /** Tune the protection for WordPress. Pro and higher. */
  optimize_wordpress: z.optional(z.boolean()),
  /** Keep detection models up to date by themselves. Enterprise. */
  auto_update_model: z.optional(z.boolean()),
  /** Do not count scores of the session. Enterprise. */
  suppress_session_score: z.optional(z.boolean()),
})
export interface BotManagementUpdate extends z.input<typeof BotManagementUpdate> {}

/**
 * Change how a zone treats bots; what is not said stays. Which fields there are depends on the plan.
 * @example await cf.firewall.botManagement.update({ zone_id, ai_bots_protection: 'block' })
 */
export const update = endpoint<BotManagementUpdate, BotManagement>('PUT /zones/{zone_id}/bot_management', { input: BotManagementUpdate, result: BotManagement, permission: '#bot_management:edit', since: '2023-09' })
