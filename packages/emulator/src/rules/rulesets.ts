import { type ErrorKey, faultOf, Refusal, refuse } from '../errors.ts'
import { fieldsOf } from './fields.ts'

/** A rule as it is kept. */
export interface RulesetRule {
  readonly id: string
  readonly version: string
  readonly action: string
  readonly expression: string
  readonly description: string
  readonly enabled: boolean
  readonly ref: string
  readonly last_updated: string
  readonly [field: string]: unknown
}

/** A ruleset as it is kept. */
export interface Ruleset {
  readonly name: string
  readonly description: string
  readonly kind: string
  readonly phase: string
  readonly version: string
  readonly last_updated: string
  readonly rules: readonly RulesetRule[]
}

/** What a change needs to know. */
export interface ChangeOptions {
  readonly phase: string
  readonly now: string
  readonly newId: () => string
}

const actions: ReadonlySet<unknown> = new Set([
  'block', 'challenge', 'compress_response', 'ddos_dynamic', 'execute', 'force_connection_close', 'js_challenge', 'log', 'log_custom_field', 'managed_challenge',
  'redirect', 'rewrite', 'route', 'score', 'serve_error', 'set_cache_control', 'set_cache_settings', 'set_cache_tags', 'set_config', 'skip',
])

/** Fields that are kept as they are sent. */
const objects = ['action_parameters', 'ratelimit', 'logging', 'exposed_credential_check'] as const

const refuseAt = (key: ErrorKey, pointer: string, words: Readonly<Record<string, string>>): Refusal => new Refusal(key, [{ ...faultOf(key, words), source: { pointer } }])

/** The refusal of a field, with the place of the mistake. */
export const refuseField = (pointer: string, value: unknown, detail: string): Refusal =>
  refuseAt('ruleset_field', pointer, { value: value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value), field: pointer.split('/').at(-1) ?? '', detail })

/** The refusal of a second entry point. */
export const refuseSecond = (kind: string, phase: string): Refusal => refuseAt('ruleset_kind_full', '/kind', { kind, phase })

/** What is wrong with the brackets and quotes of an expression, or nothing; the language itself is not parsed. */
const syntaxFault = (expression: string): string | undefined => {
  const open: string[] = []
  const pairs: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' }
  const outside = expression.replace(/"(?:[^"\\]|\\.)*"/gs, '')
  if (outside.includes('"')) return 'missing ending quote'
  for (const character of outside) {
    if ('({['.includes(character)) open.push(character)
    else if (pairs[character] !== undefined && open.pop() !== pairs[character]) return `unexpected ${character}`
  }
  return open.length === 0 ? undefined : `missing end of ${open.at(-1) ?? ''}`
}

const expressionOf = (value: unknown, pointer: string): string => {
  if (value === undefined || value === '') throw refuseAt('ruleset_expression_blank', pointer, {})
  if (typeof value !== 'string') throw refuseField(pointer, value, 'it must be a text')
  const fault = value.length > 4096 ? 'it is longer than 4096 characters' : syntaxFault(value)
  if (fault !== undefined) throw refuseAt('ruleset_expression', pointer, { value, detail: fault })
  return value
}

/** Keys in one order, so that equal content is equal text. */
const textOf = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part))

/**
 * A rule from what is sent; the one before lends its identifier, and its version when nothing changes.
 * @throws Refusal with a pointer to the field.
 */
export const ruleOf = (value: unknown, { phase, now, newId }: ChangeOptions, { before, pointer = '' }: { readonly before?: RulesetRule | undefined; readonly pointer?: string } = {}): RulesetRule => {
  const input = fieldsOf(value)
  const { action, description = '', enabled = true } = input
  if (typeof action !== 'string' || !actions.has(action)) throw refuseField(`${pointer}/action`, action, 'it is not an action')
  const expression = expressionOf(input['expression'], `${pointer}/expression`)
  if (typeof description !== 'string') throw refuseField(`${pointer}/description`, description, 'it must be a text')
  if (typeof enabled !== 'boolean') throw refuseField(`${pointer}/enabled`, enabled, 'it must be true or false')
  const given = objects.filter((field) => input[field] !== undefined)
  for (const field of given) if (typeof input[field] !== 'object' || input[field] === null) throw refuseField(`${pointer}/${field}`, input[field], 'it must be an object')
  if (given.includes('ratelimit') && phase !== 'http_ratelimit') throw refuseField(`${pointer}/ratelimit`, input['ratelimit'], `it is not allowed in the phase ${phase}`)
  if (action === 'execute' && typeof fieldsOf(input['action_parameters'])['id'] !== 'string') throw refuseField(`${pointer}/action_parameters`, input['action_parameters'], 'execute needs the id of a ruleset')
  const id = before?.id ?? newId()
  const ref = input['ref'] ?? before?.ref ?? id
  if (typeof ref !== 'string' || ref === '') throw refuseField(`${pointer}/ref`, ref, 'it must be a text')
  const content = { action, expression, description, enabled, ref, ...Object.fromEntries(given.map((field) => [field, input[field]])) }
  if (before !== undefined) {
    const { id: _id, version: _version, last_updated: _date, ...old } = before
    if (textOf(old) === textOf(content)) return before
  }
  return { id, version: String(Number(before?.version ?? 0) + 1), ...content, last_updated: now }
}

const checkRefs = (rules: readonly RulesetRule[]): readonly RulesetRule[] => {
  const twice = rules.findIndex((rule, index) => rules.findIndex((other) => other.ref === rule.ref) !== index)
  if (twice >= 0) throw refuseField(`/rules/${twice}/ref`, rules[twice]?.ref, 'another rule has it')
  return rules
}

/** All rules from what is sent; those that are named by identifier or by `ref` stay the rules they were. */
export const rulesOf = (value: unknown, before: readonly RulesetRule[], options: ChangeOptions): readonly RulesetRule[] => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw refuseField('/rules', value, 'it must be a list')
  return checkRefs(
    value.map((one: unknown, index) => {
      const { id, ref } = fieldsOf(one)
      const known = before.find((rule) => (id === undefined ? ref !== undefined && rule.ref === ref : rule.id === id))
      if (id !== undefined && known === undefined) throw refuseField(`/rules/${index}/id`, id, 'the ruleset has no such rule')
      return ruleOf(one, options, { before: known, pointer: `/rules/${index}` })
    }),
  )
}

/** The rules with one put where a position says, or in `place` when it says nothing. */
export const positioned = (others: readonly RulesetRule[], rule: RulesetRule, { position, place }: { readonly position: unknown; readonly place: number }): readonly RulesetRule[] => {
  const { before, after, index } = fieldsOf(position)
  const at = (id: unknown, edge: number): number => {
    if (id === '') return edge
    const found = others.findIndex((other) => other.id === id)
    if (found < 0) throw refuseField('/position', id, 'the ruleset has no such rule')
    return found
  }
  const target = position === undefined ? place : before !== undefined ? at(before, 0) : after !== undefined ? at(after, others.length - 1) + 1 : Number(index) - 1
  if (!Number.isInteger(target) || target < 0 || target > others.length) throw refuseField('/position', index, 'there is no such place')
  return checkRefs(others.toSpliced(target, 0, rule))
}

/** The next version of a ruleset. */
export const nextVersion = (ruleset: Ruleset, changes: Partial<Pick<Ruleset, 'name' | 'description' | 'rules'>>, now: string): Ruleset => ({ ...ruleset, ...changes, version: String(Number(ruleset.version) + 1), last_updated: now })

/** Name and description that are sent, or those before. */
export const labelsOf = (input: Readonly<Record<string, unknown>>, before: { readonly name: string; readonly description: string }): { readonly name: string; readonly description: string } => {
  const { name = before.name, description = before.description } = input
  if (typeof name !== 'string' || name === '') throw refuseField('/name', name, 'it must be a text')
  if (typeof description !== 'string') throw refuseField('/description', description, 'it must be a text')
  return { name, description }
}

/** The refusal of an identifier that no rule of the ruleset has. */
export const refuseRule = (id: unknown, ruleset: string): Refusal => refuse('ruleset_rule_not_found', { id: String(id), ruleset })
