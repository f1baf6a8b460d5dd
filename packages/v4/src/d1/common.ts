import * as z from '@zonewright/core/schema'
import { identifier, inAccount } from '../common.ts'

/** The database that a call is about. */
export const oneDatabase = {
  ...inAccount,
  /** Identifier of the database, a UUID; to read and change databases, their name as well. */
  database_id: identifier,
}

/** Whether reads may be answered by copies elsewhere. */
export const readReplication = z.strictObject({
  /** `auto` makes copies where they are needed, `disabled` makes none. */
  mode: z.enum(['auto', 'disabled']),
})
