/**
 * A setting is said once, in one row: its values, the plans that may change it, what a new zone has. Its two calls are made
 * of the row, the emulator's rules read it by `facts`, and the documents of both calls are those of the row. `facts` is a
 * function because a client binds everything else in a group of calls.
 * @module
 */
import type { Endpoint, Schema } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint } from '../../protocol.ts'

/** Plans of a zone, by their first word. */
export type SettingPlan = 'free' | 'pro' | 'business' | 'enterprise'

/** Pro and higher plans. */
export const paid: readonly SettingPlan[] = ['pro', 'business', 'enterprise']

/** Business and Enterprise. */
export const large: readonly SettingPlan[] = ['business', 'enterprise']

/** Enterprise alone. */
export const top: readonly SettingPlan[] = ['enterprise']

/** What is known of a setting beside its calls. */
export interface SettingFacts {
  /** Its name in paths and lists, such as `always_online`. */
  readonly id: string
  /** The values that it takes; old names are no part of it. */
  readonly value: Schema
  /** What a new zone has, where its plan does not say otherwise. */
  readonly initial: unknown
  /** Plans that may change it: every plan when not said, none when empty. */
  readonly plans?: readonly SettingPlan[]
  /** Values of 2015 that are gone, and what means the same today. */
  readonly old?: Readonly<Record<string, string>>
  /** The field that holds its value; `value` when not said. */
  readonly field?: 'enabled'
}

/** The zone whose setting is meant. */
export interface SettingOnly {
  /** Identifier of the zone. */
  zone_id: string
}

/** A new value for a setting. */
export interface SettingChange<V> {
  /** Identifier of the zone. */
  zone_id: string
  /** New value. */
  value: V
}

/** A setting with its value. */
export interface SettingOf<V> {
  /** Name of the setting. */
  id: string
  /** Its value. */
  value: V
  /** Whether the plan lets one change it. Read-only. */
  editable?: boolean | undefined
  /** When it was changed last, RFC 3339, or null when never. Read-only. */
  modified_on?: string | null | undefined
  /** Seconds until `development_mode` ends. Read-only. */
  time_remaining?: number | undefined
}

/** A setting that one can read. */
export interface ShownSetting<V> {
  /** Read this setting */
  readonly get: Endpoint<SettingOnly, SettingOf<V>>
  /** What is known of it: who may change it, and what a new zone has. */
  readonly facts: () => SettingFacts
}

/** A setting that one can read and change. */
export interface NamedSetting<V> extends ShownSetting<V> {
  /** Change this setting */
  readonly edit: Endpoint<SettingChange<V>, SettingOf<V>>
}

type Row = Omit<SettingFacts, 'id' | 'value'> & { readonly sunset?: string }

/** A schema whose type is told elsewhere. */
type AnySchema = ReturnType<typeof z.any>

interface Values {
  /** What one may give; it may turn an old name into today's. */
  readonly given: Schema
  /** What an answer may have, also one of 2015. */
  readonly shown: Schema
  readonly today: Schema
}

/** The two calls of a setting, whatever field its value is in. */
export const calls = (id: string, { given, shown, today }: Values, { sunset, ...row }: Row): { readonly get: Endpoint; readonly edit: Endpoint; readonly facts: () => SettingFacts } => {
  const field = row.field ?? 'value'
  const more = sunset === undefined ? {} : { sunset }
  const result = z.object({ id: z.string(), [field]: shown as AnySchema, editable: z.optional(z.boolean()), modified_on: z.optional(z.nullable(z.string())), time_remaining: z.optional(z.number()) })
  return Object.freeze({
    get: endpoint<never, unknown>(`GET /zones/{zone_id}/settings/${id}`, { input: z.strictObject({ zone_id: hexIdentifier }), result, permission: '#zone_settings:read', ...more }),
    edit: endpoint<never, unknown>(`PATCH /zones/{zone_id}/settings/${id}`, { input: z.strictObject({ zone_id: hexIdentifier, [field]: given as AnySchema }), result, permission: '#zone_settings:edit', safety: 'idempotent', ...more }),
    facts: () => ({ ...row, id, value: today }),
  })
}

/** A setting whose values a schema describes. */
export const setting = <V>(id: string, value: Schema<V, V>, row: Row): NamedSetting<V> => calls(id, { given: value, shown: value, today: value }, row) as NamedSetting<V>

/** A setting with a few values; old names of them are taken and sent by today's. */
export const choice = <const V extends string | number, const O extends Readonly<Record<string, string>> = Readonly<Record<never, string>>>(id: string, values: readonly V[], row: Omit<Row, 'old'> & { readonly old?: O }): NamedSetting<V | (keyof O & string)> => {
  const today = z.literal([...values])
  if (row.old === undefined) return setting<V | (keyof O & string)>(id, today as unknown as Schema<V, V>, row)
  const old: Readonly<Record<string, string>> = row.old
  const shown = z.literal([...values, ...Object.keys(old)])
  const given = shown.check((payload) => {
    payload.value = typeof payload.value === 'string' ? (old[payload.value] ?? payload.value) : payload.value
  })
  return calls(id, { given, shown, today }, row) as NamedSetting<V | (keyof O & string)>
}

/** A setting that is on or off. */
export const onOff = (id: string, row: Row): NamedSetting<'on' | 'off'> => setting(id, z.literal(['on', 'off']), row)

/** A setting that is on or off as the service decides. */
export const onOffShown = (id: string, row: Omit<Row, 'plans'>): ShownSetting<'on' | 'off'> => {
  const { get, facts } = onOff(id, { ...row, plans: [] })
  return Object.freeze({ get, facts })
}
