import { accounts } from '@zonewright/v4'

import { mayDo } from '../auth.ts'
import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import type { Account } from '../state/accounts.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

const shown = ({ id, name, details }: Account): Record<string, unknown> => ({ id, name, type: details.type, settings: details.settings, created_on: details.created_on })

const list = ({ state, actor, input }: Context): Outcome => {
  const { name, direction } = input
  if (actor.token?.details.accountId !== undefined) throw refuse('accounts_by_account_token')
  const reached = state.accounts.ofUser(actor.user.id).filter(({ id }) => mayDo(state, actor, '#account:read', { accountId: id }))
  const own = reached.filter((account) => typeof name !== 'string' || name === '' || account.name.toLowerCase().includes(name.toLowerCase()))
  const request = pageRequest(input, { perPage: 20, most: 100 })
  const page = pageOf(direction === 'desc' ? [...own].reverse() : own, request)
  return { result: page.map(shown), info: resultInfo(request, page.length, own.length) }
}

const update = (context: Context): Outcome => {
  const before = accountOf(context)
  const { name, settings } = context.input
  if (typeof name !== 'string' || name === '' || Array.from(name).length > 100) throw refuse('account_field', { property: 'name' })
  const given = typeof settings === 'object' && settings !== null ? (settings as Readonly<Record<string, unknown>>) : {}
  const { enforce_twofactor: enforced = before.details.settings.enforce_twofactor, abuse_contact_email: contact = before.details.settings.abuse_contact_email } = given
  if (typeof enforced !== 'boolean' || (contact !== undefined && contact !== null && typeof contact !== 'string')) throw refuse('account_field', { property: 'settings' })
  const after: Account = { ...before, name, details: { ...before.details, settings: { enforce_twofactor: enforced, ...(contact === undefined ? {} : { abuse_contact_email: contact }) } } }
  context.state.accounts.update(after)
  return { result: shown(after) }
}

const create = ({ state, actor, input, ids, clock }: Context): Outcome => {
  const { name, type = 'standard' } = input
  if (typeof name !== 'string' || name === '' || Array.from(name).length > 100) throw refuse('account_field', { property: 'name' })
  if (type !== 'standard' && type !== 'enterprise') throw refuse('account_field', { property: 'type' })
  const account: Account = { id: ids.next(), name, details: { type, settings: { enforce_twofactor: false }, created_on: microsecondDate(clock.now()) } }
  state.accounts.add(account)
  state.accounts.join(account.id, actor.user.id)
  return { result: shown(account) }
}

/** Handlers of accounts. */
export const accountHandlers: readonly Handler[] = [serve(accounts.list, list), serve(accounts.create, create), serve(accounts.get, (context) => ({ result: shown(accountOf(context)) })), serve(accounts.update, update)]
