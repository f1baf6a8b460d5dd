import type { Json } from './document.ts'
import type { Check, Side } from './form.ts'
import { commentText, quoted, sentence } from './words.ts'

/** The choices that are text, numbers or truth; undefined when there are others but null. */
export const scalarsIn = (values: readonly unknown[]): readonly (string | number | boolean)[] | undefined => {
  const known = [...new Set(values)].filter((value) => value !== null)
  return known.every((value) => typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) ? (known as (string | number | boolean)[]) : undefined
}

/** A pattern that JavaScript reads, as an expression; documents hold patterns of other languages, too. */
const patternOf = (pattern: unknown): string | undefined => {
  if (typeof pattern !== 'string') return undefined
  for (const flags of ['u', '']) {
    try {
      void new RegExp(pattern, flags)
      return `new RegExp(${quoted(pattern)}${flags === '' ? '' : `, '${flags}'`})`
    } catch {
      // The next way, or none: a pattern that can't be read limits nothing here.
    }
  }
  return undefined
}

const limits: Readonly<Record<'array' | 'string' | 'number', Readonly<Record<string, string>>>> = {
  array: { minItems: 'minLength', maxItems: 'maxLength' },
  string: { minLength: 'minLength', maxLength: 'maxLength' },
  number: { minimum: 'gte', maximum: 'lte' },
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const refined = (type: string, test: string, words: string): Check => ['refine', `(value: ${type}) => ${test}, ${quoted(words)}`]

/** The limits of a value; results have none. */
export const checksOf = (own: Json, kind: 'array' | 'string' | 'number', side: Side): readonly Check[] => {
  if (side === 'result') return []
  const checks = Object.entries(limits[kind]).flatMap(([word, check]): Check[] => {
    const limit = own[word]
    // OpenAPI 3.0 says by a word beside a limit that the limit itself is out.
    const isOut = own[word === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'] === true
    return isNumber(limit) && !(kind === 'number' && isOut) ? [[check, String(limit)]] : []
  })
  if (kind === 'string') {
    const pattern = patternOf(own['pattern'])
    return pattern === undefined ? checks : [...checks, ['regex', pattern]]
  }
  if (kind === 'array') return own['uniqueItems'] === true ? [...checks, refined('readonly unknown[]', 'new Set(value.map((item) => JSON.stringify(item))).size === value.length', 'expected items that differ')] : checks
  const over = own['exclusiveMinimum'] === true ? own['minimum'] : own['exclusiveMinimum']
  const under = own['exclusiveMaximum'] === true ? own['maximum'] : own['exclusiveMaximum']
  const step = own['multipleOf']
  return [
    ...checks,
    ...(isNumber(over) ? [refined('number', `value > ${over}`, `expected more than ${over}`)] : []),
    ...(isNumber(under) ? [refined('number', `value < ${under}`, `expected less than ${under}`)] : []),
    ...(isNumber(step) && Number.isInteger(step) && step > 1 ? [refined('number', `value % ${step} === 0`, `expected a multiple of ${step}`)] : []),
  ]
}

const shown = (value: unknown): string => `\`${commentText(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('`', "'")}\``

/** What a document says of a value, as sentences: its description, choices, format and default. */
export const docOf = (own: Json, side: Side): string => {
  const { description, title, format, default: standard, enum: choices, readOnly, deprecated } = own
  const text = sentence(typeof description === 'string' && description !== '' ? description : typeof title === 'string' ? title : '')
  const listed = side === 'result' && Array.isArray(choices) && choices.length > 1 && choices.length <= 24 ? `One of ${choices.map(shown).join(', ')}.` : ''
  const wanted = typeof format === 'string' && format !== 'binary' && format !== 'password' ? `Format: ${commentText(format)}.` : ''
  const usual = standard === undefined || side === 'result' || shown(standard).length > 80 ? '' : `Default ${shown(standard)}.`
  return [text, listed, wanted, usual, readOnly === true ? 'Read-only.' : '', deprecated === true ? 'Deprecated.' : ''].filter((part) => part !== '').join(' ')
}
