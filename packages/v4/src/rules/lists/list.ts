import { identifier } from '../../common.ts'

/** The account that a call is about. */
export const inAccount = {
  /** Identifier of the account. */
  account_id: identifier,
}

/** The list that a call is about. */
export const oneList = {
  ...inAccount,
  /** Identifier of the list. */
  list_id: identifier,
}

/** Code of the fault that says that a list is not there. */
export const listMissing = 10001
