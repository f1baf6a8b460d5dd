/**
 * Settings of a Worker that hold for all its versions.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneScript, settingFields, shownSettings } from './common.ts'

const observability = z.optional(z.nullable(z.record(z.string(), z.unknown())))

/** Settings that hold for all versions. */
const LastingSettings = z.object({
  /** Whether logs are pushed to a Logpush job. */
  logpush: shownSettings.logpush,
  /** Words by which Workers are found again. */
  tags: shownSettings.tags,
  /** Workers that receive the traces of this one. */
  tail_consumers: shownSettings.tail_consumers,
  /** Where logs and traces go, such as `{ enabled: true, head_sampling_rate: 0.1 }`. */
  observability,
})
export interface LastingSettings extends z.output<typeof LastingSettings> {}

const LastingSettingsGet = z.strictObject(oneScript)
export interface LastingSettingsGet extends z.input<typeof LastingSettingsGet> {}

/**
 * Read the settings that hold for all versions of a Worker.
 * @example const { observability } = await cf.workers.scriptSettings.get({ account_id, script_name: 'hello' })
 */
export const get = endpoint<LastingSettingsGet, LastingSettings>('GET /accounts/{account_id}/workers/scripts/{script_name}/script-settings', { input: LastingSettingsGet, result: LastingSettings, permission: '#worker:read', since: '2024-04' })

const LastingSettingsEdit = z.strictObject({
  ...oneScript,
  /** Whether logs are pushed to a Logpush job. */
  logpush: settingFields.logpush,
  /** Words by which Workers are found again, at most eight. */
  tags: settingFields.tags,
  /** Workers that receive the traces of this one. */
  tail_consumers: settingFields.tail_consumers,
  /** Where logs and traces go, such as `{ enabled: true, head_sampling_rate: 0.1 }`. */
  observability,
})
export interface LastingSettingsEdit extends z.input<typeof LastingSettingsEdit> {}

/**
 * Change settings that hold for all versions of a Worker, without a new version.
 * @example await cf.workers.scriptSettings.edit({ account_id, script_name: 'hello', logpush: true, observability: { enabled: true } })
 */
export const edit = endpoint<LastingSettingsEdit, LastingSettings>('PATCH /accounts/{account_id}/workers/scripts/{script_name}/script-settings', { input: LastingSettingsEdit, result: LastingSettings, permission: '#worker:edit', safety: 'idempotent', since: '2024-04' })
