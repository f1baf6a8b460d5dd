import { safeParse } from 'zod/v4/core'
import type { $ZodIssue, $ZodType } from 'zod/v4/core'
import type { Schema } from './endpoint.ts'
import type { InputIssue } from './errors.ts'

/** The outcome of running a schema. */
export type Checked = { readonly value: unknown } | { readonly issues: readonly InputIssue[] }

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`
  let text: string
  try {
    text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)) ?? String(value)
  } catch {
    text = Object.prototype.toString.call(value)
  }
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

const limit = (issue: Extract<$ZodIssue, { code: 'too_big' | 'too_small' }>): string => {
  const bound = issue.code === 'too_big' ? issue.maximum : issue.minimum
  const side = issue.code === 'too_big' ? 'more' : 'fewer'
  if (issue.origin === 'string') return `has ${(issue.input as string).length} characters, expected no ${side} than ${bound}`
  if (issue.origin === 'array') return `has ${(issue.input as unknown[]).length} items, expected no ${side} than ${bound}`
  return `${shown(issue.input)} is ${issue.code === 'too_big' ? 'over' : 'under'} the limit, expected ${issue.code === 'too_big' ? 'at most' : 'at least'} ${bound}`
}

const near = (wrong: string, known: readonly string[]): string | undefined => known.find((name) => name.toLowerCase().replaceAll(/[-_.]/g, '') === wrong.toLowerCase().replaceAll(/[-_.]/g, '') || (name.length > 3 && (name.startsWith(wrong) || wrong.startsWith(name))))

const explain = (issue: $ZodIssue, known: readonly string[]): string => {
  if (issue.message !== 'Invalid input' && issue.message !== '') return `${shown(issue.input)}: ${issue.message}`
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `is missing, expected ${article(issue.expected)}` : `${shown(issue.input)} is not ${article(issue.expected)}`
    case 'invalid_value':
      return `${shown(issue.input)} is not one of ${issue.values.map((value) => shown(value)).join(', ')}`
    case 'too_big':
    case 'too_small':
      return limit(issue)
    case 'invalid_format':
      return `${shown(issue.input)} does not look like ${issue.format === 'regex' ? String(issue.pattern) : article(issue.format)}`
    case 'unrecognized_keys':
      return issue.keys.map((key) => `unknown name "${key}"${near(key, known) === undefined ? `, expected one of ${known.join(', ')}` : `; did you mean "${near(key, known)}"?`}`).join('; ')
    case 'invalid_union':
      return `${shown(issue.input)} fits none of the forms: ${issue.errors.map((form) => form.map((one) => `${one.path.length > 0 ? `${one.path.join('.')} ` : ''}${explain({ ...one, input: one.input ?? issue.input } as $ZodIssue, [])}`).join(', ')).join(' / ')}`
    default:
      return `${shown(issue.input)} is refused`
  }
}

/**
 * Runs a schema over a value and says everything that is wrong in words: where, which value, which limit.
 * `secrets` names the fields whose values must not be part of a message.
 */
export const check = (schema: Schema, value: unknown, secrets: readonly string[] = []): Checked => {
  const outcome = safeParse(schema as unknown as $ZodType, value, { reportInput: true })
  if (outcome.success) return { value: outcome.data }
  const shape = (schema as unknown as { _zod: { def: { shape?: object } } })._zod.def.shape
  const known = shape === undefined ? [] : Object.keys(shape)
  return {
    issues: outcome.error.issues.map((issue) => {
      const hidden = issue.path.some((key) => secrets.includes(String(key)))
      return { path: issue.path, message: hidden ? `the value (not shown, it is secret) is refused: ${issue.code.replaceAll('_', ' ')}` : explain(issue, issue.path.length === 0 ? known : []) }
    }),
  }
}
