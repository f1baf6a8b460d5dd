import { refuse } from '../errors.ts'
import type { Account } from '../state/accounts.ts'
import type { Context } from './handler.ts'

/**
 * The account of a path that the actor is a member of.
 * @throws Refusal `account_not_found`, `resource_forbidden`.
 */
export const accountFor = ({ state, actor }: Context, id: unknown): Account => {
  const account = state.accounts.byId(String(id))
  if (account === undefined) throw refuse('account_not_found')
  if (!state.accounts.isMember(account.id, actor.user.id)) throw refuse('resource_forbidden')
  return account
}

/**
 * The account in the path of a call.
 * @throws Refusal as {@link accountFor}.
 */
export const accountOf = (context: Context): Account => accountFor(context, context.input['account_id'])
