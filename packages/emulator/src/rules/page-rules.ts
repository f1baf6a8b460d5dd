import { faultOf, Refusal } from '../errors.ts'
import { fieldsOf } from './fields.ts'
import { actionFault, pageRuleSetting, planHas } from './page-rule-settings.ts'
import type { PlanName } from './plans.ts'

/** A page rule as it is kept; its priority is its place in the list of the zone. */
export interface PageRule {
  readonly id: string
  readonly targets: readonly { readonly target: 'url'; readonly constraint: { readonly operator: 'matches'; readonly value: string } }[]
  readonly actions: readonly { readonly id: string; readonly value?: unknown }[]
  readonly status: 'active' | 'disabled'
  readonly created_on: string
  readonly modified_on: string
}

/** What of a rule a caller says. */
export type PageRuleContent = Pick<PageRule, 'targets' | 'actions' | 'status'>

/** The refusal of a page rule: one code, the faults in the messages. */
export const pageRuleRefusal = (...details: readonly string[]): Refusal => new Refusal('page_rule_invalid', [faultOf('page_rule_invalid')], details.map((message, index) => ({ code: index + 1, message, type: null })))

/** The pattern with lower-case host, and with a path when it has none; nothing when it is not of the zone. */
const patternOf = (value: unknown, zone: string): string | undefined => {
  if (typeof value !== 'string' || /\s/.test(value)) return undefined
  const [, scheme = '', host = '', path = ''] = /^([a-z*]+:\/\/)?([^/]+)(\/.*)?$/i.exec(value) ?? []
  const name = host.toLowerCase().replace(/:\d+$/, '')
  if (!(name === zone || name.endsWith(`.${zone}`) || name === `*${zone}`)) return undefined
  return `${scheme.toLowerCase()}${host.toLowerCase()}${path === '' ? '/' : path}`
}

const targetsOf = (value: unknown, zone: string, faults: string[]): PageRule['targets'] => {
  if (!Array.isArray(value) || value.length === 0) {
    faults.push('.targets: at least one target is required')
    return []
  }
  return value.flatMap((one: unknown) => {
    const { target, constraint } = fieldsOf(one)
    const { operator, value: pattern } = fieldsOf(constraint)
    const normalised = patternOf(pattern, zone)
    if (target !== 'url' || operator !== 'matches') faults.push('.targets: a target must be "url" with the operator "matches"')
    else if (normalised === undefined) faults.push(`.targets: the URL pattern must be in the zone ${zone}`)
    else return [{ target, constraint: { operator, value: normalised } } as const]
    return []
  })
}

const actionsOf = (value: unknown, plan: PlanName, faults: string[]): PageRule['actions'] => {
  if (!Array.isArray(value) || value.length === 0) {
    faults.push('.actions: at least one action is required')
    return []
  }
  const given = value.map((one: unknown) => fieldsOf(one))
  const alone = given.find(({ id }) => pageRuleSetting(id)?.alone === true)
  if (alone !== undefined && given.length > 1) faults.push(`.actions: "${String(alone['id'])}" may not be used with "any setting"`)
  return given.flatMap((action, index) => {
    const { id, value: own } = action
    const setting = pageRuleSetting(id)
    if (setting === undefined) faults.push(`.actions: unknown setting "${String(id)}"`)
    else if (!planHas(plan, setting)) faults.push(`.actions: "${setting.id}" is not available for the plan of the zone`)
    else if (given.findIndex((other) => other['id'] === id) !== index) faults.push(`.actions: "${setting.id}" is given twice`)
    else {
      const fault = actionFault(setting, own)
      if (fault === undefined) return [{ id: setting.id, ...(own === undefined ? {} : { value: own }) }]
      faults.push(fault)
    }
    return []
  })
}

/**
 * What a rule says, checked against the zone's other rules.
 * @throws Refusal `page_rule_invalid` with every fault in its messages.
 */
export const pageRuleContent = (input: Readonly<Record<string, unknown>>, { zone, plan, others }: { readonly zone: string; readonly plan: PlanName; readonly others: readonly PageRule[] }): PageRuleContent => {
  const faults: string[] = []
  const targets = targetsOf(input['targets'], zone, faults)
  const actions = actionsOf(input['actions'], plan, faults)
  const { status = 'disabled' } = input
  if (status !== 'active' && status !== 'disabled') faults.push('.status: must be "active" or "disabled"')
  const patterns = new Set(others.flatMap((other) => other.targets.map(({ constraint }) => constraint.value)))
  if (targets.some(({ constraint }) => patterns.has(constraint.value))) faults.push('.distinctTargetUrl: Your zone already has an existing page rule with that URL.')
  if (faults.length > 0) throw pageRuleRefusal(...faults)
  return { targets, actions, status: status === 'active' ? 'active' : 'disabled' }
}

/** The rules with one put in its place: priorities are 1 and up, so a higher number than there are rules means the last place. */
export const placed = (others: readonly PageRule[], rule: PageRule, priority: number): readonly PageRule[] => others.toSpliced(Math.min(Math.max(priority, 1) - 1, others.length), 0, rule)

/** The priority that a caller says. @throws Refusal `page_rule_invalid`. */
export const priorityOf = (value: unknown, fallback: number): number => {
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw pageRuleRefusal('.priority: must be a whole number from 1')
  return value
}
