// Half a surrogate pair has no bytes; the replacement character stands for it, as in every URL parser.
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')

const encode = (name: string, value: unknown): string => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(typeof value === 'object' ? JSON.stringify(value) : String(value)))}`

/** Pairs as a query with its question mark, or nothing; a list repeats its name. */
export const queryOf = (pairs: readonly (readonly [string, unknown])[]): string => {
  const parts: string[] = []
  for (const [name, value] of pairs) {
    if (Array.isArray(value)) for (const item of value) parts.push(encode(name, item))
    else parts.push(encode(name, value))
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
