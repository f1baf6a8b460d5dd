import { pageRules } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { type Filter, filtered, ordered } from '../rules/fields.ts'
import { settingsOf } from '../rules/page-rule-settings.ts'
import { pageRuleContent, pageRuleRefusal, type PageRule, placed, priorityOf } from '../rules/page-rules.ts'
import { plans } from '../rules/plans.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** All rules of a zone in one document, the lowest priority first: their order is what they share. */
const kept = ({ state, zone }: ZoneContext) => {
  const lists = state.documents.collection<readonly PageRule[]>('page_rules')
  return { all: (): readonly PageRule[] => lists.get(zone.id, 'all') ?? [], put: (rules: readonly PageRule[]): void => lists.put(zone.id, 'all', rules) }
}

interface Shown extends PageRule {
  readonly priority: number
}

const shown = ({ id, targets, actions, priority, status, modified_on, created_on }: Shown): Record<string, unknown> => ({ id, targets, actions, priority, status, modified_on, created_on })

const ranked = (rules: readonly PageRule[]): readonly Shown[] => rules.map((rule, index) => ({ ...rule, priority: index + 1 }))

const filters: readonly Filter<Shown>[] = [{ name: 'status', test: (rule, wanted) => rule.status === wanted }]

const list = (context: ZoneContext): Outcome => {
  const { order = 'priority', direction = 'desc' } = context.input
  const rules = filtered(ranked(kept(context).all()), context.input, filters)
  return { result: ordered(rules, order === 'status' ? (rule) => rule.status : (rule) => rule.priority, direction).map(shown) }
}

const find = (context: ZoneContext): Shown => {
  const found = ranked(kept(context).all()).find(({ id }) => id === context.input['pagerule_id'])
  if (found === undefined) throw refuse('page_rule_not_found')
  return found
}

const put = (context: ZoneContext, { content, rule, priority }: { readonly content: Readonly<Record<string, unknown>>; readonly rule: Pick<PageRule, 'id' | 'created_on'>; readonly priority: number }): Outcome => {
  const { zone, clock } = context
  const { all, put: keep } = kept(context)
  const others = all().filter(({ id }) => id !== rule.id)
  const after: PageRule = { ...pageRuleContent(content, { zone: zone.name, plan: zone.plan, others }), id: rule.id, created_on: rule.created_on, modified_on: microsecondDate(clock.now()) }
  const rules = placed(others, after, priority)
  keep(rules)
  return { result: shown({ ...after, priority: rules.indexOf(after) + 1 }) }
}

const create = (context: ZoneContext): Outcome => {
  const { input, ids, clock, zone } = context
  const quota = plans[zone.plan].pageRules
  if (kept(context).all().length >= quota) throw pageRuleRefusal(`.quota: the plan of the zone allows ${quota} page rules`)
  return put(context, { content: input, rule: { id: ids.next(), created_on: microsecondDate(clock.now()) }, priority: priorityOf(input['priority'], 1) })
}

const update = (context: ZoneContext): Outcome => put(context, { content: context.input, rule: find(context), priority: priorityOf(context.input['priority'], 1) })

const edit = (context: ZoneContext): Outcome => {
  const before = find(context)
  const { targets = before.targets, actions = before.actions, status = before.status } = context.input
  return put(context, { content: { targets, actions, status }, rule: before, priority: priorityOf(context.input['priority'], before.priority) })
}

const remove = (context: ZoneContext): Outcome => {
  const { id } = find(context)
  const { all, put: keep } = kept(context)
  keep(all().filter((rule) => rule.id !== id))
  return { result: { id } }
}

/** Handlers of page rules. */
export const pageRuleHandlers: readonly Handler[] = [
  serveZone(pageRules.list, list),
  serveZone(pageRules.create, create),
  serveZone(pageRules.get, (context) => ({ result: shown(find(context)) })),
  serveZone(pageRules.update, update),
  serveZone(pageRules.edit, edit),
  serveZone(pageRules.remove, remove),
  serveZone(pageRules.settings.list, ({ zone }) => ({ result: settingsOf(zone.plan).map(({ id, properties }) => ({ id, properties })) })),
]
