/**
 * Changes of lists that are carried out later.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../../common.ts'
import { endpoint } from '../../protocol.ts'
import { inAccount } from './list.ts'

const BulkOperation = z.object({
  /** Identifier of the operation. */
  id: z.string(),
  /** `pending`, `running`, `completed` or `failed`. */
  status: z.string(),
  /** When it ended, RFC 3339. */
  completed: z.optional(z.string()),
  /** Why it failed. */
  error: z.optional(z.string()),
})
export interface BulkOperation extends z.output<typeof BulkOperation> {}

const BulkOperationGet = z.strictObject({
  ...inAccount,
  /** Identifier of the operation. */
  operation_id: hexIdentifier,
})
export interface BulkOperationGet extends z.input<typeof BulkOperationGet> {}

/**
 * Ask how far a change of a list's items is.
 * @example const { status } = await cf.rules.lists.bulkOperations.get({ account_id, operation_id: id })
 */
export const get = endpoint<BulkOperationGet, BulkOperation>('GET /accounts/{account_id}/rules/lists/bulk_operations/{operation_id}', { input: BulkOperationGet, result: BulkOperation, permission: '#account_rule_lists:read' })
