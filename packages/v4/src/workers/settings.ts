/**
 * Settings of a Worker: bindings, version of the runtime, billing.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneScript, settingFields, shownSettings } from './common.ts'

/** Settings of a Worker. */
const ScriptSettings = z.object(shownSettings)
export interface ScriptSettings extends z.output<typeof ScriptSettings> {}

const ScriptSettingsGet = z.strictObject(oneScript)
export interface ScriptSettingsGet extends z.input<typeof ScriptSettingsGet> {}

/**
 * Read the settings of a Worker.
 * @example const { bindings } = await cf.workers.settings.get({ account_id, script_name: 'hello' })
 */
export const get = endpoint<ScriptSettingsGet, ScriptSettings>('GET /accounts/{account_id}/workers/scripts/{script_name}/settings', { input: ScriptSettingsGet, result: ScriptSettings, permission: '#worker:read' })

const ScriptSettingsEdit = z.strictObject({
  ...oneScript,
  /** What to change; the rest stays. A list of bindings replaces the one before. */
  settings: z.strictObject(settingFields),
})
export interface ScriptSettingsEdit extends z.input<typeof ScriptSettingsEdit> {}

/**
 * Change settings of a Worker without uploading its code.
 * @example await cf.workers.settings.edit({ account_id, script_name: 'hello', settings: { compatibility_date: '2026-11-01' } })
 */
export const edit = endpoint<ScriptSettingsEdit, ScriptSettings>('PATCH /accounts/{account_id}/workers/scripts/{script_name}/settings', { input: ScriptSettingsEdit, result: ScriptSettings, body: { files: [] }, permission: '#worker:edit', safety: 'idempotent', secrets: ['text'] })
