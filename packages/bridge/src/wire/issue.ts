/** One thing that a schema finds wrong with a value, in the schema library's own terms. */
export interface SchemaIssue {
  readonly path?: readonly PropertyKey[]
  readonly code?: string
  readonly expected?: string
  readonly values?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  /** Whose limit it is, such as `array`. */
  readonly origin?: string
  /** What each form of several finds wrong. */
  readonly errors?: readonly (readonly SchemaIssue[])[]
  readonly message: string
}

/**
 * What is wanted, as it stands behind the name of a field in a refusal.
 * @example issueWords({ code: 'too_big', maximum: 5, message: '' }) // 'must not be above 5'
 */
export const issueWords = ({ code, expected, values, minimum, maximum, origin, errors, message }: SchemaIssue): string => {
  if (code === 'invalid_type') return `must be of type ${expected}`
  if (code === 'invalid_value') return `must be one of ${(values ?? []).map(String).join(', ')}`
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'item' : undefined
  const counted = (limit: number | undefined): string => `${limit} ${unit}${limit === 1 ? '' : 's'}`
  if (code === 'too_small') return unit === undefined ? `must not be below ${minimum}` : `must have at least ${counted(minimum)}`
  if (code === 'too_big') return unit === undefined ? `must not be above ${maximum}` : `must have at most ${counted(maximum)}`
  const choices = code === 'invalid_union' ? (errors ?? []).map(([first, ...others]) => (others.length === 0 && first?.code === 'invalid_value' && (first.path ?? []).length === 0 ? first.values : undefined)) : []
  if (choices.length > 0 && choices.every((choice) => choice !== undefined)) return `must be one of ${choices.flat().map(String).join(', ')}`
  return message === 'Invalid input' || message === '' ? 'has an invalid form' : message
}
