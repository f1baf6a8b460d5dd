/**
 * The lists and plain objects of a value as they are now; whatever else they hold is the same.
 * A caller may change and use again what it has handed over, also while the first call still loads what checks it.
 */
export const snapshot = <T>(value: T, seen = new Map<unknown, unknown>()): T => {
  if (typeof value !== 'object' || value === null) return value
  const known = seen.get(value)
  if (known !== undefined) return known as T
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return value
  const copy: object = Array.isArray(value) ? [] : {}
  seen.set(value, copy)
  // Defined and not assigned: a field called `__proto__` stays a field, which the check refuses.
  for (const [name, item] of Object.entries(value)) Object.defineProperty(copy, name, { value: snapshot(item, seen), enumerable: true, configurable: true, writable: true })
  return copy as T
}
