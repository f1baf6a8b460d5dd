const encode = (name: string, value: unknown): string => `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))}`

/** Pairs as a query with its question mark, or nothing; a list repeats its name. */
export const queryOf = (pairs: readonly (readonly [string, unknown])[]): string => {
  const parts: string[] = []
  for (const [name, value] of pairs) {
    if (Array.isArray(value)) for (const item of value) parts.push(encode(name, item))
    else parts.push(encode(name, value))
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
