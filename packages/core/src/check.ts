import { safeParse } from 'zod/v4/core'
import type { $ZodIssue, $ZodType } from 'zod/v4/core'
import type { Schema } from './endpoint.ts'
import type { InputIssue } from './errors.ts'
import { isSecretField, redactData, redactText } from './redact.ts'
import { nearest } from './nearest.ts'

/** The outcome of running a schema. */
export type Checked = { readonly value: unknown } | { readonly issues: readonly InputIssue[] }

/** What must not be part of a message. */
export interface Hidden {
  /** Names of fields whose values are secret. */
  readonly secrets?: readonly string[] | undefined
  /** Secrets themselves, wherever they stand. */
  readonly values?: readonly string[]
}

type Path = readonly PropertyKey[]

/** What an explanation needs to know beside its issue. */
interface Scene {
  readonly schema: Schema
  readonly secrets: readonly string[]
  readonly values: readonly string[]
}

const shown = (value: unknown, { secrets, values }: Pick<Scene, 'secrets' | 'values'>): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  let text: string
  try {
    text = JSON.stringify(redactData(value, secrets, values), (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)) ?? String(value)
    // In names, too, and before a long text is cut.
    text = redactText(text, values)
  } catch {
    text = Object.prototype.toString.call(value)
  }
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

const nouns: Readonly<Record<string, string>> = { int: 'whole number', array: 'list' }

const kind = (expected: string): string => article(nouns[expected] ?? expected)

interface Definition {
  readonly shape?: Readonly<Record<string, Schema>>
  readonly innerType?: Schema
  readonly element?: Schema
}

const definitionOf = (schema: Schema): Definition => (schema as unknown as { _zod: { def: Definition } })._zod.def

/** Names that an object of the schema may have at a path; none where that can't be told, as in a union. */
const namesAt = (schema: Schema, path: Path): readonly string[] => {
  let at: Schema | undefined = schema
  const unwrapped = (): Definition | undefined => {
    while (at !== undefined && definitionOf(at).innerType !== undefined) at = definitionOf(at).innerType
    return at === undefined ? undefined : definitionOf(at)
  }
  for (const key of path) {
    const definition = unwrapped()
    at = definition?.element ?? definition?.shape?.[String(key)]
  }
  return Object.keys(unwrapped()?.shape ?? {})
}

const limit = (issue: Extract<$ZodIssue, { code: 'too_big' | 'too_small' }>, value: string, secret: boolean): string => {
  const over = issue.code === 'too_big'
  const bound = over ? issue.maximum : issue.minimum
  const side = over ? 'more' : 'fewer'
  const unit = issue.origin === 'string' ? 'characters' : 'items'
  if (issue.origin === 'string' || issue.origin === 'array') {
    // How long a secret is helps those who guess it.
    if (secret) return `${value} is too ${over ? 'long' : 'short'}, expected no ${side} than ${bound} ${unit}`
    return `${issue.origin === 'string' ? `${value} ` : ''}has ${(issue.input as string | unknown[]).length} ${unit}, expected no ${side} than ${bound}`
  }
  return `${value} is ${over ? 'over' : 'under'} the limit, expected ${issue.inclusive === false ? (over ? 'less than' : 'more than') : over ? 'at most' : 'at least'} ${bound}`
}

const unknownName = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known)
  if (near !== undefined) return `unknown name "${name}"; did you mean "${near}"?`
  return `unknown name "${name}"${known.length === 0 ? '; leave it out' : `, expected one of ${known.join(', ')}`}`
}

const explain = (issue: $ZodIssue, path: Path, scene: Scene): string => {
  const { secrets } = scene
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => unknownName(name, namesAt(scene.schema, path))).join('; ')
  const secret = path.some((key) => secrets.includes(String(key)) || isSecretField(String(key)))
  const value = secret ? 'the value (not shown, it is secret)' : shown(issue.input, scene)
  if (issue.message !== 'Invalid input' && issue.message !== '') {
    const words = secret && typeof issue.input === 'string' ? redactText(issue.message, [issue.input]) : issue.message
    return issue.input === undefined ? `is missing, ${words}` : `${value}: ${words}`
  }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `is missing, expected ${kind(issue.expected)}` : `${value} is not ${kind(issue.expected)}`
    case 'invalid_value':
      return `${issue.input === undefined ? 'is missing, expected' : `${value} is not`} ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((one) => shown(one, { secrets: [], values: [] })).join(', ')}`
    case 'too_big':
    case 'too_small':
      return limit(issue, value, secret)
    case 'invalid_format':
      return `${value} does not look like ${issue.format === 'regex' ? String(issue.pattern) : article(issue.format)}`
    case 'not_multiple_of':
      return `${value} is not a multiple of ${issue.divisor}`
    case 'invalid_union':
      return `${issue.input === undefined ? 'is missing, expected' : `${value} fits`} ${issue.input === undefined ? 'one of these forms' : 'none of the forms'}: ${issue.errors.map((form) => form.map((one) => nested(one, issue, path, scene)).join(', ')).join(' / ')}`
    default:
      return `${value} is refused`
  }
}

const nested = (issue: $ZodIssue, outer: $ZodIssue, path: Path, scene: Scene): string => {
  const where = issue.path.map(String).join('.')
  return `${where === '' ? '' : `${where} `}${explain(issue.path.length === 0 && issue.input === undefined ? ({ ...issue, input: outer.input } as $ZodIssue) : issue, [...path, ...issue.path], scene)}`
}

/**
 * Runs a schema over a value and says everything that is wrong in words: where, which value, which limit, what to do.
 */
export const check = (schema: Schema, value: unknown, { secrets = [], values = [] }: Hidden = {}): Checked => {
  const outcome = safeParse(schema as unknown as $ZodType, value, reporting)
  if (outcome.success) return { value: outcome.data }
  return { issues: outcome.error.issues.map((issue) => ({ path: issue.path, message: explain(issue, issue.path, { schema, secrets, values }) })) }
}

const reporting = { reportInput: true }
