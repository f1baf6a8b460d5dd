type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A value after a change in the form of RFC 7396: objects are merged, null takes a field away, all else replaces.
 * @example mergePatch({ a: 1, b: { c: 2, d: 3 } }, { b: { c: null } }) // { a: 1, b: { d: 3 } }
 */
export const mergePatch = (before: unknown, change: unknown): unknown => {
  if (!isObject(change)) return change
  const after = new Map(Object.entries(isObject(before) ? before : {}))
  for (const [name, value] of Object.entries(change)) {
    if (value === null) after.delete(name)
    else after.set(name, mergePatch(after.get(name), value))
  }
  return Object.fromEntries(after)
}
