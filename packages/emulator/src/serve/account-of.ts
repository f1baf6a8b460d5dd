import type { Account } from '../state/accounts.ts'
import { accountFor } from './account-scope.ts'
import type { Context } from './handler.ts'

/**
 * The account in the path of a call.
 * @throws Refusal `account_not_found`, `resource_forbidden` for accounts of others.
 */
export const accountOf = (context: Context): Account => accountFor(context, context.input['account_id'])
