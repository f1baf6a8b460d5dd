/** The start of a body, for messages: one line, at most 200 characters. */
export const excerpt = (text: string): string => {
  const line = text.slice(0, 400).replaceAll(/\s+/g, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}

/** The service's identifier of a request. */
export const rayIdOf = (headers: Readonly<Record<string, string>>): string | undefined => headers['cf-ray']

/** `Retry-After` in milliseconds, from seconds or a date (RFC 9110 section 10.2.3). */
export const retryAfterOf = (headers: Readonly<Record<string, string>>, now = Date.now()): number | undefined => {
  const value = headers['retry-after']
  if (value === undefined) return undefined
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
