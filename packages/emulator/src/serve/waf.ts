import { historic } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { contains, type Filter, filtered, ordered, same } from '../rules/fields.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { type WafGroup, type WafPackage, wafPackages, type WafRule } from '../rules/waf-catalogue.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

type Changes = Readonly<Record<string, string>>

/** What was changed in packages, groups and rules, under their identifiers. */
const changesIn = ({ state, zone }: ZoneContext) => {
  const changes = state.documents.collection<Changes>('waf')
  return { of: (id: string): Changes => changes.get(zone.id, id) ?? {}, put: (id: string, value: Changes): void => changes.put(zone.id, id, value) }
}

/** Free zones have no packages. */
const packagesOf = ({ zone }: ZoneContext): readonly WafPackage[] => (zone.plan === 'free' ? [] : wafPackages(zone.id))

const findIn = <T extends { readonly id: string }>(rows: readonly T[], id: unknown, what: string): T => {
  const found = rows.find((row) => row.id === id)
  if (found === undefined) throw refuse('waf_not_found', { what })
  return found
}

const packageOf = (context: ZoneContext): WafPackage => findIn(packagesOf(context), context.input['package_id'], 'package')
const groupOf = (context: ZoneContext): WafGroup => findIn(packageOf(context).groups, context.input['group_id'], 'group')
const ruleOf = (context: ZoneContext): WafRule => findIn(packageOf(context).rules, context.input['rule_id'], 'rule')

const shownPackage = (context: ZoneContext, { id, name, description, detection }: WafPackage) => ({
  id,
  name,
  description,
  zone_id: context.zone.id,
  detection_mode: detection,
  ...(detection === 'anomaly' ? { sensitivity: 'high', action_mode: 'challenge', ...changesIn(context).of(id) } : {}),
  status: 'active',
})

const modeOf = (context: ZoneContext, { id, initial }: WafGroup | WafRule): string => changesIn(context).of(id)['mode'] ?? initial

const shownGroup = (context: ZoneContext, of: WafPackage) => (group: WafGroup) => {
  const rules = of.rules.filter(({ groupId }) => groupId === group.id)
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    mode: modeOf(context, group),
    allowed_modes: ['on', 'off'],
    rules_count: rules.length,
    modified_rules_count: rules.filter((rule) => modeOf(context, rule) !== rule.initial).length,
    package_id: of.id,
  }
}

const shownRule = (context: ZoneContext, of: WafPackage) => (rule: WafRule) => ({
  id: rule.id,
  description: rule.description,
  priority: rule.priority,
  package_id: of.id,
  group: { id: rule.groupId, name: of.groups.find(({ id }) => id === rule.groupId)?.name ?? '' },
  mode: modeOf(context, rule),
  ...(rule.defaultMode === undefined ? {} : { default_mode: rule.defaultMode }),
  allowed_modes: rule.allowed,
})

/** How a list of one kind is filtered and sorted. */
interface Columns<T> {
  readonly filters: readonly Filter<T>[]
  readonly keys: Readonly<Record<string, (row: T) => string | number>>
}

const listed = <T>(rows: readonly T[], { input }: ZoneContext, { filters, keys }: Columns<T>): Outcome => {
  const request = pageRequest(input, { perPage: 50, most: 100 })
  const { order } = input
  const key = order === undefined ? undefined : keys[String(order)]
  if (order !== undefined && key === undefined) throw refuse('query_invalid', { detail: `order must be one of ${Object.keys(keys).join(', ')}` })
  const matching = ordered(filtered(rows, input, filters), key, input['direction'])
  const page = pageOf(matching, request)
  return { result: page, info: resultInfo(request, page.length, matching.length) }
}

const codes: Readonly<Record<string, string>> = { DIS: 'disable', CHL: 'challenge', BLK: 'block', SIM: 'simulate' }

const packageColumns: Columns<ReturnType<typeof shownPackage>> = { filters: [{ name: 'name', test: (row, wanted) => same(row.name, wanted) }], keys: { name: (row) => row.name } }

const groupColumns: Columns<ReturnType<ReturnType<typeof shownGroup>>> = {
  filters: [
    { name: 'name', test: (row, wanted) => same(row.name, wanted) },
    { name: 'mode', test: (row, wanted) => row.mode === wanted },
    { name: 'rules_count', test: (row, wanted) => String(row.rules_count) === wanted },
  ],
  keys: { mode: (row) => row.mode, rules_count: (row) => row.rules_count },
}

const ruleColumns: Columns<ReturnType<ReturnType<typeof shownRule>>> = {
  filters: [
    { name: 'mode', test: (row, wanted) => row.mode === (codes[wanted] ?? wanted) },
    { name: 'priority', test: (row, wanted) => row.priority === wanted },
    { name: 'group_id', test: (row, wanted) => row.group.id === wanted },
    { name: 'description', test: (row, wanted) => contains(row.description, wanted) },
  ],
  keys: { priority: (row) => Number(row.priority), group_id: (row) => row.group.id, description: (row) => row.description },
}

const chosen = (value: unknown, property: string, choices: readonly string[]): string => {
  if (typeof value !== 'string' || !choices.includes(value)) throw refuse('waf_value', { property })
  return value
}

const sensitivities = ['high', 'medium', 'low', 'off']
const actions = ['simulate', 'block', 'challenge']

const editPackage = (context: ZoneContext): Outcome => {
  const one = packageOf(context)
  const { sensitivity, action_mode: action } = context.input
  // Only detection by anomaly has something to set.
  if (one.detection !== 'anomaly') throw refuse('waf_value', { property: sensitivity === undefined ? 'action_mode' : 'sensitivity' })
  const changes = changesIn(context)
  changes.put(one.id, {
    ...changes.of(one.id),
    ...(sensitivity === undefined ? {} : { sensitivity: chosen(sensitivity, 'sensitivity', sensitivities) }),
    ...(action === undefined ? {} : { action_mode: chosen(action, 'action_mode', actions) }),
  })
  return { result: shownPackage(context, one) }
}

const editMode = (context: ZoneContext, { id }: WafGroup | WafRule, allowed: readonly string[]): void => changesIn(context).put(id, { mode: chosen(context.input['mode'], 'mode', allowed) })

const { waf } = historic

/** Handlers of the previous web application firewall. */
export const wafHandlers: readonly Handler[] = [
  serveZone(waf.packages.list, (context) => listed(packagesOf(context).map((one) => shownPackage(context, one)), context, packageColumns)),
  serveZone(waf.packages.get, (context) => ({ result: shownPackage(context, packageOf(context)) })),
  serveZone(waf.packages.edit, editPackage),
  serveZone(waf.groups.list, (context) => listed(packageOf(context).groups.map(shownGroup(context, packageOf(context))), context, groupColumns)),
  serveZone(waf.groups.get, (context) => ({ result: shownGroup(context, packageOf(context))(groupOf(context)) })),
  serveZone(waf.groups.edit, (context) => {
    editMode(context, groupOf(context), ['on', 'off'])
    return { result: shownGroup(context, packageOf(context))(groupOf(context)) }
  }),
  serveZone(waf.rules.list, (context) => listed(packageOf(context).rules.map(shownRule(context, packageOf(context))), context, ruleColumns)),
  serveZone(waf.rules.get, (context) => ({ result: shownRule(context, packageOf(context))(ruleOf(context)) })),
  serveZone(waf.rules.edit, (context) => {
    const rule = ruleOf(context)
    editMode(context, rule, rule.allowed)
    return { result: shownRule(context, packageOf(context))(rule) }
  }),
]
