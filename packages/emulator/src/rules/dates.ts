const form = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/

/**
 * Milliseconds since 1970 of a date or an RFC 3339 time; undefined for anything else. A date alone is its midnight in UTC.
 * @example instant('2026-11-20') // 1795132800000
 */
export const instant = (value: unknown): number | undefined => {
  if (typeof value !== 'string' || !form.test(value)) return undefined
  const time = Date.parse(value)
  return Number.isNaN(time) ? undefined : time
}

/** RFC 3339 in UTC with whole seconds, as most products print their dates. */
export const secondDate = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
