import { isIPv4, isIPv6 } from 'node:net'

import { refuse } from '../errors.ts'
import { longIpv6, rangeOf } from './address-text.ts'
import { contains, fieldsOf, type Filter, same } from './fields.ts'

/** What a rule matches. */
export interface AccessConfiguration {
  readonly target: string
  readonly value: string
}

/** An access rule as it is kept. */
export interface AccessRule {
  readonly mode: string
  readonly configuration: AccessConfiguration
  readonly notes: string
  readonly created_on: string
  readonly modified_on: string
}

/** Modes, in the order in which rules list those they can have. */
export const accessModes: readonly string[] = ['whitelist', 'block', 'challenge', 'js_challenge', 'managed_challenge']

const targets: ReadonlySet<string> = new Set(['ip', 'ip6', 'ip_range', 'asn', 'country'])

const invalid = (...details: readonly string[]) => refuse('access_rule_invalid', { detail: details.join(',') })

const normalised: Readonly<Record<string, (value: string) => string>> = {
  ip: (value) => {
    if (!isIPv4(value)) throw invalid('invalid ip provided')
    return value
  },
  ip6: (value) => {
    if (!isIPv6(value) || value.includes('%')) throw invalid('invalid ip provided')
    return longIpv6(value)
  },
  ip_range: (value) => {
    const range = rangeOf(value)
    if (range === undefined || !(range.family === 4 ? [16, 24] : [32, 48, 64]).includes(range.prefix)) throw invalid('invalid ip provided')
    return range.family === 4 ? value : `${longIpv6(range.address)}/${range.prefix}`
  },
  asn: (value) => {
    if (!/^AS\d{1,10}$/i.test(value) || Number(value.slice(2)) > 4_294_967_295) throw invalid('invalid asn provided')
    return value.toUpperCase()
  },
  country: (value) => {
    if (!/^[a-z][a-z0-9]$/i.test(value)) throw invalid('invalid country provided')
    return value.toUpperCase()
  },
}

/** Mode and configuration of a rule that is sent, what is not said taken from the one before. @throws Refusal `access_rule_invalid`. */
export const accessRuleOf = (input: Readonly<Record<string, unknown>>, before?: AccessRule): Pick<AccessRule, 'mode' | 'configuration' | 'notes'> => {
  const { mode = before?.mode, notes = before?.notes ?? '', configuration = before?.configuration } = input
  const { target, value } = fieldsOf(configuration)
  const wrong = [
    ...(typeof target === 'string' && targets.has(target) ? [] : [`unsupported target received: ${typeof target === 'string' ? target : ''}`]),
    ...(typeof mode === 'string' && accessModes.includes(mode) ? [] : [`invalid mode received: ${typeof mode === 'string' ? mode : ''}`]),
  ]
  const normalise = typeof target === 'string' ? normalised[target] : undefined
  if (wrong.length > 0 || typeof target !== 'string' || typeof mode !== 'string' || normalise === undefined) throw invalid(...wrong)
  if (typeof notes !== 'string') throw invalid('invalid notes provided')
  return { mode, notes, configuration: { target, value: normalise(typeof value === 'string' ? value.trim() : '') } }
}

/** True when two rules match the same requests. */
export const matchesSame = (a: AccessConfiguration, b: AccessConfiguration): boolean => a.target === b.target && a.value === b.value

const target = (rule: AccessRule, wanted: string): boolean => rule.configuration.target === wanted
const value = (rule: AccessRule, wanted: string): boolean => same(rule.configuration.value, wanted) || (isIPv6(wanted) && rule.configuration.value === longIpv6(wanted))

/** Filters of lists, in both spellings. */
export const accessRuleFilters: readonly Filter<AccessRule>[] = [
  { name: 'mode', test: (rule, wanted) => rule.mode === wanted },
  { name: 'configuration.target', test: target },
  { name: 'configuration_target', test: target },
  { name: 'configuration.value', test: value },
  { name: 'configuration_value', test: value },
  { name: 'notes', test: (rule, wanted) => contains(rule.notes, wanted) },
]

const keys: Readonly<Record<string, (rule: AccessRule) => string>> = {
  mode: (rule) => rule.mode,
  'configuration.target': (rule) => rule.configuration.target,
  'configuration.value': (rule) => rule.configuration.value,
}

/** What a list is sorted by, in both spellings. @throws Refusal `query_invalid`. */
export const accessRuleKey = (order: unknown): ((rule: AccessRule) => string) | undefined => {
  if (order === undefined || order === '') return undefined
  const key = keys[String(order).replace(/^configuration_/, 'configuration.')]
  if (key === undefined) throw refuse('query_invalid', { detail: 'order must be mode, configuration.target or configuration.value' })
  return key
}
