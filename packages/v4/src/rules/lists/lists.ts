import * as z from '@zonewright/core/schema'
import { Id } from '../../common.ts'
import { endpoint } from '../../protocol.ts'
import { inAccount, listMissing, oneList } from './list.ts'

const RuleList = z.object({
  /** Identifier of the list. Read-only. */
  id: z.string(),
  /** Name under which expressions find it, as `$name`. */
  name: z.string(),
  /** What the list is for. */
  description: z.optional(z.string()),
  /** What it holds: `ip`, `redirect`, `hostname` or `asn`. */
  kind: z.string(),
  /** Items in it. Read-only. */
  num_items: z.number(),
  /** Expressions that refer to it. Read-only. */
  num_referencing_filters: z.number(),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it or its items were changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
})
export interface RuleList extends z.output<typeof RuleList> {}

const RuleListList = z.strictObject(inAccount)
export interface RuleListList extends z.input<typeof RuleListList> {}

const RuleLists = z.array(RuleList)

/**
 * List the lists of an account, all at once and without their items.
 * @example for (const list of await cf.rules.lists.list({ account_id })) console.log(list.name, list.num_items)
 */
export const list = endpoint<RuleListList, RuleList[]>('GET /accounts/{account_id}/rules/lists', { input: RuleListList, result: RuleLists, permission: '#account_rule_lists:read' })

const RuleListCreate = z.strictObject({
  ...inAccount,
  /** What it will hold; can't be changed. */
  kind: z.enum(['ip', 'redirect', 'hostname', 'asn']),
  /** Name for expressions: letters, digits and `_`, at most 50; can't be changed. */
  name: z.string().check(z.regex(/^[a-zA-Z0-9_]{1,50}$/)),
  /** What the list is for, at most 500 characters. */
  description: z.optional(z.string().check(z.maxLength(500))),
})
export interface RuleListCreate extends z.input<typeof RuleListCreate> {}

/**
 * Create an empty list.
 * @example const list = await cf.rules.lists.create({ account_id, kind: 'ip', name: 'office' })
 */
export const create = endpoint<RuleListCreate, RuleList>('POST /accounts/{account_id}/rules/lists', { input: RuleListCreate, result: RuleList, permission: '#account_rule_lists:edit' })

const RuleListGet = z.strictObject(oneList)
export interface RuleListGet extends z.input<typeof RuleListGet> {}

/**
 * Read one list, without its items.
 * @example const { num_items } = await cf.rules.lists.get({ account_id, list_id: id })
 */
export const get = endpoint<RuleListGet, RuleList>('GET /accounts/{account_id}/rules/lists/{list_id}', { input: RuleListGet, result: RuleList, permission: '#account_rule_lists:read' })

const RuleListUpdate = z.strictObject({
  ...oneList,
  /** What the list is for, at most 500 characters. */
  description: z.optional(z.string().check(z.maxLength(500))),
})
export interface RuleListUpdate extends z.input<typeof RuleListUpdate> {}

/**
 * Change the description of a list; name, kind and items stay.
 * @example await cf.rules.lists.update({ account_id, list_id: id, description: 'addresses of the office' })
 */
export const update = endpoint<RuleListUpdate, RuleList>('PUT /accounts/{account_id}/rules/lists/{list_id}', { input: RuleListUpdate, result: RuleList, permission: '#account_rule_lists:edit' })

const RuleListDelete = z.strictObject(oneList)
export interface RuleListDelete extends z.input<typeof RuleListDelete> {}

/**
 * Delete a list with its items. One that an expression refers to stays.
 * @example await cf.rules.lists.remove({ account_id, list_id: id })
 */
export const remove = endpoint<RuleListDelete, Id>('DELETE /accounts/{account_id}/rules/lists/{list_id}', {
  input: RuleListDelete,
  result: Id,
  permission: '#account_rule_lists:edit',
  repeated: { codes: [listMissing], result: (input) => ({ id: input['list_id'] }) },
})
