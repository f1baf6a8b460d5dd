/**
 * The one setting whose value is called `enabled`.
 * @module
 */
import type { Endpoint } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { type SettingFacts, type SettingOnly, calls } from './named.ts'

/** A change of the recommender. */
export interface SslRecommenderChange {
  /** Identifier of the zone. */
  zone_id: string
  /** Whether recommendations are sent. */
  enabled: boolean
}

/** The recommender's state. */
export interface SslRecommenderState {
  /** Always `ssl_recommender`. */
  id: string
  /** Whether recommendations are sent. */
  enabled: boolean
  /** Whether the plan lets one change it. Read-only. */
  editable?: boolean | undefined
  /** When it was changed last, RFC 3339, or null when never. Read-only. */
  modified_on?: string | null | undefined
}

const enabled = z.boolean()

/**
 * Whether the service recommends a safer way of encryption by mail.
 * @example const { enabled } = await cf.zones.settings.sslRecommender.get({ zone_id })
 * @example await cf.zones.settings.sslRecommender.edit({ zone_id, enabled: true })
 */
export const sslRecommender = calls('ssl_recommender', { given: enabled, shown: enabled, today: enabled }, { initial: false, field: 'enabled' }) as {
  /** Read this setting */
  readonly get: Endpoint<SettingOnly, SslRecommenderState>
  /** Change this setting */
  readonly edit: Endpoint<SslRecommenderChange, SslRecommenderState>
  readonly facts: () => SettingFacts
}
