import { hexIdentifier } from '../../common.ts'

/** The account that a call is about. */
export const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

/** The list that a call is about. */
export const oneList = {
  ...inAccount,
  /** Identifier of the list. */
  list_id: hexIdentifier,
}

/** Code of the fault that says that a list is not there. */
export const listMissing = 10001
