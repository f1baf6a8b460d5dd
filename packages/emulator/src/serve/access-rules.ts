import { firewall, historic } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { type AccessRule, accessModes, accessRuleFilters, accessRuleKey, accessRuleOf, matchesSame } from '../rules/access-rules.ts'
import { filtered, ordered } from '../rules/fields.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountFor } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'

/** Whom a rule belongs to, as rules show it. */
interface Scope {
  readonly id: string
  readonly type: 'user' | 'organization' | 'zone'
  readonly email?: string
  readonly name?: string
}

type ScopeOf<C extends Context> = (context: C) => Scope

interface Found extends AccessRule {
  readonly id: string
  readonly scope: Scope
}

const rulesIn = (state: State): Collection<AccessRule> => state.documents.collection<AccessRule>('access_rules')

const userScope: ScopeOf<Context> = ({ actor }) => ({ id: actor.user.id, email: actor.user.email, type: 'user' })
const accountScope =
  (parameter: string): ScopeOf<Context> =>
  (context) => {
    const { id, name } = accountFor(context, context.input[parameter])
    return { id, name, type: 'organization' }
  }
const zoneScope: ScopeOf<ZoneContext> = ({ zone }) => ({ id: zone.id, name: zone.name, type: 'zone' })

const inScope = (state: State, scope: Scope): readonly Found[] => rulesIn(state).all(scope.id).map(({ id, value }) => ({ ...value, id, scope }))

/** Rules that work in a zone: its own, those of the asker and those of its account. */
const inZone = (context: ZoneContext): readonly Found[] => {
  const { state, zone } = context
  const name = state.accounts.byId(zone.accountId)?.name ?? ''
  return [zoneScope(context), userScope(context), { id: zone.accountId, name, type: 'organization' } as const].flatMap((scope) => inScope(state, scope))
}

const shown = ({ id, notes, mode, configuration, scope, created_on, modified_on }: Found): Record<string, unknown> => ({ id, notes, allowed_modes: accessModes, mode, configuration, scope, created_on, modified_on })

const listed = (rules: readonly Found[], input: Readonly<Record<string, unknown>>): Outcome => {
  const request = pageRequest(input, { perPage: 20, most: 1000 })
  const matching = ordered(filtered(rules, input, accessRuleFilters), accessRuleKey(input['order']), input['direction'])
  const page = pageOf(matching, request)
  return { result: page.map(shown), info: resultInfo(request, page.length, matching.length) }
}

const find = (rules: readonly Found[], { input }: Context): Found => {
  const found = rules.find(({ id }) => id === input['rule_id'])
  if (found === undefined) throw refuse('access_rule_not_found')
  return found
}

/** Puts a rule that no other of the scope matches. */
const put = ({ state }: Context, { id, scope, ...rule }: Found): Outcome => {
  const rules = rulesIn(state)
  if (rules.all(scope.id).some((other) => other.id !== id && matchesSame(other.value.configuration, rule.configuration))) throw refuse('access_rule_duplicate')
  rules.put(scope.id, id, rule)
  return { result: shown({ id, scope, ...rule }) }
}

const create =
  <C extends Context>(scopeOf: ScopeOf<C>) =>
  (context: C): Outcome => {
    const now = microsecondDate(context.clock.now())
    return put(context, { ...accessRuleOf(context.input), id: context.ids.next(), scope: scopeOf(context), created_on: now, modified_on: now })
  }

const edit =
  <C extends Context>(scopeOf: ScopeOf<C>) =>
  (context: C): Outcome => {
    const before = find(inScope(context.state, scopeOf(context)), context)
    return put(context, { ...before, ...accessRuleOf(context.input, before), modified_on: microsecondDate(context.clock.now()) })
  }

const remove =
  <C extends Context>(scopeOf: ScopeOf<C>) =>
  (context: C): Outcome => {
    const { id, scope } = find(inScope(context.state, scopeOf(context)), context)
    rulesIn(context.state).remove(scope.id, id)
    return { result: { id } }
  }

const cascades: ReadonlySet<unknown> = new Set(['none', 'basic', 'aggressive'])

const removeInZone = (context: ZoneContext): Outcome => {
  const { state, zone, input } = context
  const { cascade = 'none' } = input
  if (!cascades.has(cascade)) throw refuse('access_rule_invalid', { detail: 'invalid cascade received' })
  const rule = find(inScope(state, zoneScope(context)), context)
  const rules = rulesIn(state)
  rules.remove(zone.id, rule.id)
  if (cascade === 'none') return { result: { id: rule.id } }
  // The same rule goes in the owner's other zones; `basic` keeps those that do something else with the same requests.
  for (const other of state.zones.ofAccounts([zone.accountId]))
    for (const { id, value } of rules.all(other.id)) if (matchesSame(value.configuration, rule.configuration) && (cascade === 'aggressive' || value.mode === rule.mode)) rules.remove(other.id, id)
  return { result: { id: rule.id } }
}

const { userAccessRules, accountAccessRules, zoneAccessRules } = firewall
const { organizationAccessRules } = historic
const account = accountScope('account_id')
/** Organizations became accounts and kept their identifiers, so both see the same rules. */
const organization = accountScope('organization_id')

/** Handlers of access rules. */
export const accessRuleHandlers: readonly Handler[] = [
  serve(userAccessRules.list, (context) => listed(inScope(context.state, userScope(context)), context.input)),
  serve(userAccessRules.create, create(userScope)),
  serve(userAccessRules.edit, edit(userScope)),
  serve(userAccessRules.remove, remove(userScope)),
  serve(accountAccessRules.list, (context) => listed(inScope(context.state, account(context)), context.input)),
  serve(accountAccessRules.get, (context) => ({ result: shown(find(inScope(context.state, account(context)), context)) })),
  serve(accountAccessRules.create, create(account)),
  serve(accountAccessRules.edit, edit(account)),
  serve(accountAccessRules.remove, remove(account)),
  serve(organizationAccessRules.list, (context) => listed(inScope(context.state, organization(context)), context.input)),
  serve(organizationAccessRules.create, create(organization)),
  serve(organizationAccessRules.edit, edit(organization)),
  serve(organizationAccessRules.remove, remove(organization)),
  serveZone(zoneAccessRules.list, (context) => listed(inZone(context), context.input)),
  serveZone(zoneAccessRules.get, (context) => ({ result: shown(find(inZone(context), context)) })),
  serveZone(zoneAccessRules.create, create(zoneScope)),
  serveZone(zoneAccessRules.edit, edit(zoneScope)),
  serveZone(zoneAccessRules.remove, removeInZone),
]
