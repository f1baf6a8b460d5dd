/** One thing that a schema finds wrong with a value, in the schema library's own terms. */
export interface SchemaIssue {
  readonly path?: readonly PropertyKey[]
  readonly code?: string
  readonly expected?: string
  readonly values?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly message: string
}

/**
 * What is wanted, as it stands behind the name of a field in a refusal.
 * @example issueWords({ code: 'too_big', maximum: 5, message: '' }) // 'must not be above 5'
 */
export const issueWords = ({ code, expected, values, minimum, maximum, message }: SchemaIssue): string => {
  if (code === 'invalid_type') return `must be of type ${expected}`
  if (code === 'invalid_value') return `must be one of ${(values ?? []).map(String).join(', ')}`
  if (code === 'too_small') return `must not be below ${minimum}`
  if (code === 'too_big') return `must not be above ${maximum}`
  return message === 'Invalid input' || message === '' ? 'has an invalid form' : message
}
