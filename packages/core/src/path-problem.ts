const leadsElsewhere = (part: string): boolean => part === '.' || part === '..'

/** Why a value can't stand in a path, or undefined when it can. Slashes are refused, but where a declaration allows them: then only between parts that are not `.` or `..`. */
export const pathProblem = (value: unknown, slashes = false): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return 'expected a string'
  if (text === '') return 'is empty; give the identifier'
  if (leadsElsewhere(text)) return `"${text}" would lead to another path; give the identifier`
  // On the way, %2F may be read as a slash: what would then climb is refused here.
  if (slashes && text.split(/[/\\]/).some(leadsElsewhere)) return `"${text}" would lead to another path: no part of it may be . or ..`
  if (!slashes && (text.includes('/') || text.includes('\\'))) return `"${text}" has a slash and would lead to another path; give the identifier alone`
  // A lone half of a surrogate pair has no bytes to send.
  if (/\p{Surrogate}/u.test(text)) return 'is not well-formed text; give the identifier'
  return undefined
}
