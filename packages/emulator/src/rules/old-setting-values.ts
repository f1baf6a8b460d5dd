import type { SettingRow } from './zone-settings.ts'

/** Settings whose documents once asked for the whole setting as the value. */
const whole: ReadonlySet<string> = new Set(['tls_client_auth'])

/** A value of today, and what stood for it when that was a value of 2015. */
export interface TodaysValue {
  readonly value: unknown
  readonly old?: unknown
}

/**
 * A value of 2015 as today's; every other value as it is.
 * @example todaysValue(zones.settings.ssl.facts(), 'full_strict') // { value: 'strict', old: 'full_strict' }
 */
export const todaysValue = ({ id, old = {} }: SettingRow, value: unknown): TodaysValue => {
  if (whole.has(id) && typeof value === 'object' && value !== null && 'value' in value) return { value: value.value, old: value }
  return typeof value === 'string' && Object.hasOwn(old, value) ? { value: old[value], old: value } : { value }
}
