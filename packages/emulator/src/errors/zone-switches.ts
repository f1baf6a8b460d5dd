import type { ErrorRow } from '../errors.ts'

/** Refusals of Argo and of the cache behind the cache. */
export const zoneSwitchErrors = {
  switch_value: { code: 1007, message: 'Invalid value for zone setting {setting}', status: 400, source: 'issue' },
  switch_not_entitled: { code: 1015, message: 'Not entitled to access this setting: {setting}', status: 401, source: 'issue' },
  switch_missing: { code: 1142, message: 'Unable to retrieve {setting} setting value. The zone setting does not exist.', status: 404, source: 'client' },
  reserve_on: { code: 1153, message: 'Cache Reserve must be off before it can be cleared', status: 400, source: 'inferred' },
  reserve_clearing: { code: 1154, message: 'Cache Reserve cannot be changed while it is being cleared', status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
