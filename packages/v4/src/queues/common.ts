import { hexIdentifier, inAccount } from '../common.ts'

/** The queue that a call is about. */
export const oneQueue = {
  ...inAccount,
  /** Identifier of the queue, 32 hexadecimal digits. */
  queue_id: hexIdentifier,
}
