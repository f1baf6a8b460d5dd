import { accounts, user } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { instant } from '../rules/dates.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { permissionGroup, permissionGroups, type Scope } from '../rules/permission-groups.ts'
import { wordOf } from '../rules/sorting.ts'
import { type Owner, permissionsGiven, tokenPolicies } from '../rules/token-policies.ts'
import { addressConditions } from '../rules/token-conditions.ts'
import type { Token, TokenDetails } from '../state/tokens.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

/** Most tokens of a person and of an account. */
const limits = { user: 50, account: 500 } as const

const stateOf = ({ status, expires_on }: TokenDetails, now: number): TokenDetails['status'] => (expires_on !== undefined && now >= Date.parse(expires_on) ? 'expired' : status)

const dates = ({ not_before, expires_on }: TokenDetails): Record<string, unknown> => ({ ...(not_before === undefined ? {} : { not_before }), ...(expires_on === undefined ? {} : { expires_on }) })

const shown = ({ id, details }: Token, now: number): Record<string, unknown> => ({
  id,
  name: details.name,
  status: stateOf(details, now),
  ...(details.issued_on === undefined ? {} : { issued_on: details.issued_on, modified_on: details.modified_on }),
  ...dates(details),
  policies: (details.policies ?? []).map((policy) => ({ ...policy, permission_groups: policy.permission_groups.map((group) => ({ id: group.id, name: permissionGroup(group.id)?.name ?? '' })) })),
  ...(details.condition === undefined ? {} : { condition: details.condition }),
})

const list = ({ input, clock }: Context, all: readonly Token[]): Outcome => {
  const request = pageRequest(input, { perPage: 20, most: 50 })
  const page = pageOf(wordOf(input, 'direction', ['asc', 'desc'], 'asc') === 'desc' ? [...all].reverse() : all, request)
  return { result: page.map((token) => shown(token, clock.now())), info: resultInfo(request, page.length, all.length) }
}

const date = (input: Readonly<Record<string, unknown>>, property: 'not_before' | 'expires_on'): Partial<Record<typeof property, string>> => {
  const value = input[property]
  if (value === undefined || value === null) return {}
  if (typeof value !== 'string' || instant(value) === undefined) throw refuse('token_date', { property })
  return { [property]: value }
}

/** What a request says about a token, checked. */
const detailsOf = ({ state, actor, input, clock, ids }: Context, { account, before }: { readonly account?: string; readonly before?: TokenDetails }): TokenDetails => {
  const { name } = input
  if (typeof name !== 'string' || name === '' || Array.from(name).length > 120) throw refuse('token_name')
  const status = before === undefined ? 'active' : (input['status'] ?? 'active')
  if (status !== 'active' && status !== 'disabled') throw refuse('token_status')
  const owner: Owner = {
    userId: actor.user.id,
    accountIds: state.accounts.ofUser(actor.user.id).map(({ id }) => id),
    accountOfZone: (id) => state.zones.byId(id)?.accountId,
    ...(account === undefined ? {} : { account }),
  }
  const policies = tokenPolicies(input['policies'], { owner, known: before?.policies?.map(({ id }) => id) ?? [], newId: () => ids.next() })
  const now = microsecondDate(clock.now())
  const condition = addressConditions(input['condition'])
  return {
    name,
    status,
    permissions: permissionsGiven(policies),
    policies,
    ...date(input, 'not_before'),
    ...date(input, 'expires_on'),
    ...(condition === undefined ? {} : { condition }),
    ...(account === undefined ? {} : { accountId: account }),
    issued_on: before?.issued_on ?? now,
    modified_on: now,
  }
}

/** A secret of today's form: a prefix that tells its kind, then 40 characters and a checksum's eight. */
const newSecret = ({ ids }: Context, kind: 'user' | 'account'): string => `${kind === 'user' ? 'cfut' : 'cfat'}_${ids.next()}${ids.next().slice(0, 16)}`

const create = (context: Context, account?: string): Outcome => {
  const { state, actor, ids, clock } = context
  const kind = account === undefined ? 'user' : 'account'
  const others = account === undefined ? state.tokens.ofUser(actor.user.id) : state.tokens.ofAccount(account)
  const details = detailsOf(context, account === undefined ? {} : { account })
  if (others.length >= limits[kind]) throw refuse('token_quota', { limit: limits[kind] })
  const token: Token = { id: ids.next(), userId: actor.user.id, details }
  const value = newSecret(context, kind)
  state.tokens.add(token, value)
  return { result: { ...shown(token, clock.now()), value } }
}

/** The token of a path: one of the account's, or one of the user's own. */
const find = ({ state, actor, input }: Context, account?: string): Token => {
  const token = state.tokens.byId(String(input['token_id']))
  if (token === undefined || token.details.accountId !== account || (account === undefined && token.userId !== actor.user.id)) throw refuse('token_not_found')
  return token
}

const update = (context: Context, account?: string): Outcome => {
  const before = find(context, account)
  const details = detailsOf(context, { before: before.details, ...(account === undefined ? {} : { account }) })
  context.state.tokens.update(before.id, details)
  return { result: shown({ ...before, details }, context.clock.now()) }
}

const roll = (context: Context, account?: string): Outcome => {
  const token = find(context, account)
  const value = newSecret(context, account === undefined ? 'user' : 'account')
  context.state.tokens.roll(token.id, value)
  return { result: value }
}

const remove = (context: Context, account?: string): Outcome => {
  const { id } = find(context, account)
  context.state.tokens.remove(id)
  return { result: { id } }
}

/** What policies can name; those of an account's tokens have nothing to do with persons. */
const groups = ({ input }: Context, kinds: readonly Scope[]): Outcome => {
  const { name, scope } = input
  const rows = permissionGroups.filter((group) => group.scopes.some((one) => kinds.includes(one)) && (name === undefined || group.name === name) && (scope === undefined || group.scopes.some((one) => one === scope)))
  return { result: rows.map(({ id, name: shownName, scopes }) => ({ id, name: shownName, scopes })) }
}

const accountScopes: readonly Scope[] = ['com.cloudflare.api.account', 'com.cloudflare.api.account.zone']

const verify = ({ actor, clock }: Context): Outcome => {
  if (actor.token === undefined) throw refuse('token_unknown_at_verify')
  const { id, details } = actor.token
  const status = stateOf(details, clock.now())
  return { result: { id, status, ...dates(details) }, messages: status === 'active' ? [{ code: 10000, message: 'This API Token is valid and active', type: null }] : [] }
}

/** Handlers of API tokens of people and of accounts. */
export const tokenHandlers: readonly Handler[] = [
  serve(user.tokens.list, (context) => list(context, context.state.tokens.ofUser(context.actor.user.id))),
  serve(user.tokens.create, (context) => create(context)),
  serve(user.tokens.get, (context) => ({ result: shown(find(context), context.clock.now()) })),
  serve(user.tokens.update, (context) => update(context)),
  serve(user.tokens.remove, (context) => remove(context)),
  serve(user.tokens.roll, (context) => roll(context)),
  serve(user.tokens.permissionGroups, (context) => groups(context, [...accountScopes, 'com.cloudflare.api.user'])),
  serve(user.tokens.verify, verify),
  serve(accounts.tokens.list, (context) => list(context, context.state.tokens.ofAccount(accountOf(context).id))),
  serve(accounts.tokens.create, (context) => create(context, accountOf(context).id)),
  serve(accounts.tokens.get, (context) => ({ result: shown(find(context, accountOf(context).id), context.clock.now()) })),
  serve(accounts.tokens.update, (context) => update(context, accountOf(context).id)),
  serve(accounts.tokens.remove, (context) => remove(context, accountOf(context).id)),
  serve(accounts.tokens.roll, (context) => roll(context, accountOf(context).id)),
  serve(accounts.tokens.permissionGroups, (context) => {
    accountOf(context)
    return groups(context, accountScopes)
  }),
  serve(accounts.tokens.verify, (context) => {
    if (context.actor.token?.details.accountId !== context.input['account_id']) throw refuse('token_unknown_at_verify')
    return verify(context)
  }),
]
