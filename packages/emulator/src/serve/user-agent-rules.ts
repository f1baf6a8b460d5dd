import { firewall } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { contains, fieldsOf, type Filter, filtered, same } from '../rules/fields.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import type { PlanName } from '../rules/plans.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** A user agent rule as it is kept. */
interface UserAgentRule {
  readonly description: string
  readonly mode: string
  readonly configuration: { readonly target: 'ua'; readonly value: string }
  readonly paused: boolean
}

/** Rules that a zone may have, by its plan. */
const quota: Readonly<Record<PlanName, number>> = { free: 10, pro: 50, business: 250, enterprise: 1000 }

const modes: ReadonlySet<unknown> = new Set(['block', 'challenge', 'js_challenge', 'managed_challenge'])

const rulesIn = (state: State): Collection<UserAgentRule> => state.documents.collection<UserAgentRule>('user_agent_rules')

const invalid = (detail: string) => refuse('user_agent_rule_invalid', { detail })

const ruleOf = (input: Readonly<Record<string, unknown>>): UserAgentRule => {
  const { mode, configuration, description = '', paused = false } = input
  const { target, value } = fieldsOf(configuration)
  if (typeof mode !== 'string' || !modes.has(mode)) throw invalid(`invalid mode received: ${typeof mode === 'string' ? mode : ''}`)
  if (target !== 'ua') throw invalid('unsupported target received')
  if (typeof value !== 'string' || value === '' || value.length > 1024) throw invalid('invalid user agent')
  if (typeof description !== 'string' || description.length > 1024) throw invalid('invalid description')
  if (typeof paused !== 'boolean') throw invalid('invalid paused')
  return { description, mode, configuration: { target, value }, paused }
}

const filters: readonly Filter<UserAgentRule>[] = [
  { name: 'description', test: (rule, wanted) => same(rule.description, wanted) },
  { name: 'description_search', test: (rule, wanted) => contains(rule.description, wanted) },
  { name: 'ua_search', test: (rule, wanted) => contains(rule.configuration.value, wanted) },
  { name: 'paused', test: (rule, wanted) => String(rule.paused) === wanted },
]

const list = ({ state, zone, input }: ZoneContext): Outcome => {
  const request = pageRequest(input, { perPage: 20, most: 1000 })
  const matching = filtered(rulesIn(state).all(zone.id).map(({ id, value }) => ({ id, ...value })), input, filters)
  const page = pageOf(matching, request)
  return { result: page, info: resultInfo(request, page.length, matching.length) }
}

const find = ({ state, zone, input }: ZoneContext): UserAgentRule & { readonly id: string } => {
  const id = String(input['ua_rule_id'])
  const found = rulesIn(state).get(zone.id, id)
  if (found === undefined) throw refuse('user_agent_rule_not_found')
  return { id, ...found }
}

const put = ({ state, zone, input }: ZoneContext, id: string): Outcome => {
  const rule = ruleOf(input)
  const rules = rulesIn(state)
  if (rules.all(zone.id).some((other) => other.id !== id && other.value.configuration.value === rule.configuration.value)) throw refuse('user_agent_rule_duplicate')
  rules.put(zone.id, id, rule)
  return { result: { id, ...rule } }
}

const create = (context: ZoneContext): Outcome => {
  if (rulesIn(context.state).all(context.zone.id).length >= quota[context.zone.plan]) throw refuse('user_agent_rule_quota')
  return put(context, context.ids.next())
}

const remove = (context: ZoneContext): Outcome => {
  const { id } = find(context)
  rulesIn(context.state).remove(context.zone.id, id)
  return { result: { id } }
}

const { userAgentRules } = firewall

/** Handlers of user agent rules. */
export const userAgentRuleHandlers: readonly Handler[] = [
  serveZone(userAgentRules.list, list),
  serveZone(userAgentRules.get, (context) => ({ result: find(context) })),
  serveZone(userAgentRules.create, create),
  serveZone(userAgentRules.update, (context) => put(context, find(context).id)),
  serveZone(userAgentRules.remove, remove),
]
