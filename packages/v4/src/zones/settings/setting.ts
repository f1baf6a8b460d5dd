/**
 * Settings of a zone by their identifiers: for one that has no calls of its own yet, or whose name is known only when a program runs.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier, identifier } from '../../common.ts'
import { endpoint } from '../../protocol.ts'

/** A setting of a zone. */
const Setting = z.object({
  /** Name of the setting, such as `ssl`. */
  id: z.string(),
  /** Its value: text, a number, a list or an object, by the setting. */
  value: z.optional(z.unknown()),
  /** Whether the plan lets one change it. Read-only. */
  editable: z.optional(z.boolean()),
  /** When it was changed last, RFC 3339, or null when never. Read-only. */
  modified_on: z.optional(z.nullable(z.string())),
  /** Seconds until `development_mode` ends. Read-only. */
  time_remaining: z.optional(z.number()),
  /** Used instead of `value` by `ssl_recommender`. */
  enabled: z.optional(z.boolean()),
})
export interface Setting extends z.output<typeof Setting> {}

const SettingGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Name of the setting, such as `always_use_https`. */
  setting_id: identifier,
})
export interface SettingGet extends z.input<typeof SettingGet> {}

/**
 * Read any setting of a zone. Each known one has a call of its own beside, such as `ssl.get`, whose result has its type.
 * @example const { value } = await cf.zones.settings.get({ zone_id, setting_id: 'ssl' })
 */
export const get = endpoint<SettingGet, Setting>('GET /zones/{zone_id}/settings/{setting_id}', { input: SettingGet, result: Setting, permission: '#zone_settings:read' })

const SettingEdit = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Name of the setting, such as `always_use_https`. */
  setting_id: identifier,
  /** New value, in the form of the setting. */
  value: z.optional(z.unknown()),
  /** New state of `ssl_recommender`. */
  enabled: z.optional(z.boolean()),
})
export interface SettingEdit extends z.input<typeof SettingEdit> {}

/**
 * Change any setting of a zone. Each known one has a call of its own beside, such as `ssl.edit`, which knows its values.
 * @example await cf.zones.settings.edit({ zone_id, setting_id: 'ssl', value: 'strict' })
 */
export const edit = endpoint<SettingEdit, Setting>('PATCH /zones/{zone_id}/settings/{setting_id}', { input: SettingEdit, result: Setting, permission: '#zone_settings:edit', safety: 'idempotent' })

const SettingList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface SettingList extends z.input<typeof SettingList> {}

const Settings = z.array(Setting)

/**
 * Read all settings of a zone at once. The service stopped answering this; read them one by one with {@link get}.
 * @example const settings = await cf.zones.settings.all({ zone_id })
 */
export const all = endpoint<SettingList, Setting[]>('GET /zones/{zone_id}/settings', { input: SettingList, result: Settings, permission: '#zone_settings:read', sunset: '2026-09-15' })

const SettingsEdit = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Settings to change. */
  items: z
    .array(
      z.strictObject({
        /** Name of the setting. */
        id: identifier,
        /** New value. */
        value: z.optional(z.unknown()),
      }),
    )
    .check(z.minLength(1)),
})
export interface SettingsEdit extends z.input<typeof SettingsEdit> {}

/**
 * Change several settings of a zone at once. The service stopped answering this; change them one by one with {@link edit}.
 * @example await cf.zones.settings.editAll({ zone_id, items: [{ id: 'ssl', value: 'full' }] })
 */
export const editAll = endpoint<SettingsEdit, Setting[]>('PATCH /zones/{zone_id}/settings', { input: SettingsEdit, result: Settings, permission: '#zone_settings:edit', safety: 'idempotent', sunset: '2026-09-15' })
