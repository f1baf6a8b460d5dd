/**
 * Items of an account's lists. Changes are carried out later: the answer names an operation to ask about.
 * @module
 */
import { cursor } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { endpoint, listing } from '../../protocol.ts'
import { oneList } from './list.ts'

const ListItemHostname = z.object({
  /** Name of a host; `*.` in front stands for all names below. */
  url_hostname: z.string(),
  /** With `*.` in front: the name itself does not match. Default true. */
  exclude_exact_hostname: z.optional(z.boolean()),
})
export interface ListItemHostname extends z.output<typeof ListItemHostname> {}

const ListItemRedirect = z.object({
  /** Address that is redirected, without query; the scheme may be left out. */
  source_url: z.string(),
  /** Address to go to. */
  target_url: z.string(),
  /** HTTP status: 301, 302, 307 or 308. Default 301. */
  status_code: z.optional(z.number()),
  /** Names below the host match too. Default false. */
  include_subdomains: z.optional(z.boolean()),
  /** Paths below the path match too. Default false. */
  subpath_matching: z.optional(z.boolean()),
  /** Keep the query. Default false. */
  preserve_query_string: z.optional(z.boolean()),
  /** Keep what stands behind the matching path. Default false. */
  preserve_path_suffix: z.optional(z.boolean()),
})
export interface ListItemRedirect extends z.output<typeof ListItemRedirect> {}

const ListItem = z.object({
  /** Identifier of the item. Read-only. */
  id: z.string(),
  /** Address or range; in lists of addresses. */
  ip: z.optional(z.string()),
  /** Redirect; in lists of redirects. */
  redirect: z.optional(ListItemRedirect),
  /** Host; in lists of hosts. */
  hostname: z.optional(ListItemHostname),
  /** Number of a network; in lists of networks. */
  asn: z.optional(z.number()),
  /** What the item is for. */
  comment: z.optional(z.string()),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
})
export interface ListItem extends z.output<typeof ListItem> {}

/** Items as they are sent. */
const items = z.array(
  z
    .strictObject({
      /** IPv4 address or range, or IPv6 address or range with at most 64 bits. */
      ip: z.optional(z.string().check(z.minLength(1))),
      /** Redirect. */
      redirect: z.optional(
        z.strictObject({
          /** Address that is redirected, without query; the scheme may be left out. */
          source_url: z.string().check(z.minLength(1)),
          /** Address to go to. */
          target_url: z.string().check(z.minLength(1)),
          /** HTTP status. Default 301. */
          status_code: z.optional(z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)])),
          /** Names below the host match too. Default false. */
          include_subdomains: z.optional(z.boolean()),
          /** Paths below the path match too. Default false. */
          subpath_matching: z.optional(z.boolean()),
          /** Keep the query. Default false. */
          preserve_query_string: z.optional(z.boolean()),
          /** Keep what stands behind the matching path. Default false. */
          preserve_path_suffix: z.optional(z.boolean()),
        }),
      ),
      /** Host. */
      hostname: z.optional(
        z.strictObject({
          /** Name of a host; `*.` in front stands for all names below. */
          url_hostname: z.string().check(z.minLength(1)),
          /** With `*.` in front: the name itself does not match. Default true. */
          exclude_exact_hostname: z.optional(z.boolean()),
        }),
      ),
      /** Number of a network. */
      asn: z.optional(z.int().check(z.gte(0), z.lte(4294967295))),
      /** What the item is for, at most 500 characters. */
      comment: z.optional(z.string().check(z.maxLength(500))),
    })
    .check(z.refine((item) => [item.ip, item.redirect, item.hostname, item.asn].filter((value) => value !== undefined).length === 1, 'give exactly one of ip, redirect, hostname and asn, as the list holds')),
)

const ListOperationStarted = z.object({
  /** Identifier of the operation, for `bulkOperations.get`. */
  operation_id: z.string(),
})
export interface ListOperationStarted extends z.output<typeof ListOperationStarted> {}

const ListItemList = z.strictObject({
  ...oneList,
  /** Start of an address, part of a host or redirect, or a network's number. */
  search: z.optional(z.string()),
  /** Where to go on, from the page before. */
  cursor: z.optional(z.string()),
  /** Items a page, 1 to 500. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(500))),
})
export interface ListItemList extends z.input<typeof ListItemList> {}

/**
 * List the items of a list.
 * @example for await (const item of cf.rules.lists.items.list({ account_id, list_id: id })) console.log(item.ip)
 */
export const list = listing<ListItemList, ListItem>('GET /accounts/{account_id}/rules/lists/{list_id}/items', { input: ListItemList, item: ListItem, page: cursor({ limit: 500, sizeParameter: 'per_page' }), permission: '#account_rule_lists:read' })

const ListItemCreate = z.strictObject({
  ...oneList,
  /** Items to add; one whose address, host or network is there already replaces it. */
  items,
})
export interface ListItemCreate extends z.input<typeof ListItemCreate> {}

/**
 * Add items to a list. Carried out later; a list takes one operation at a time.
 * @example const { operation_id } = await cf.rules.lists.items.create({ account_id, list_id: id, items: [{ ip: '192.0.2.0/24', comment: 'office' }] })
 */
export const create = endpoint<ListItemCreate, ListOperationStarted>('POST /accounts/{account_id}/rules/lists/{list_id}/items', { input: ListItemCreate, result: ListOperationStarted, permission: '#account_rule_lists:edit', body: { json: 'items' } })

const ListItemUpdate = z.strictObject({
  ...oneList,
  /** All items that the list shall hold. */
  items,
})
export interface ListItemUpdate extends z.input<typeof ListItemUpdate> {}

/**
 * Replace all items of a list. Carried out later; a list takes one operation at a time.
 * @example const { operation_id } = await cf.rules.lists.items.update({ account_id, list_id: id, items: [{ ip: '192.0.2.1' }] })
 */
export const update = endpoint<ListItemUpdate, ListOperationStarted>('PUT /accounts/{account_id}/rules/lists/{list_id}/items', { input: ListItemUpdate, result: ListOperationStarted, permission: '#account_rule_lists:edit', body: { json: 'items' } })

const ListItemDelete = z.strictObject({
  ...oneList,
  /** Items to delete. */
  items: z
    .array(
      z.strictObject({
        /** Identifier of the item. */
        id: z.string().check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
})
export interface ListItemDelete extends z.input<typeof ListItemDelete> {}

/**
 * Delete items from a list. Carried out later; a list takes one operation at a time.
 * @example const { operation_id } = await cf.rules.lists.items.remove({ account_id, list_id: id, items: [{ id }] })
 */
export const remove = endpoint<ListItemDelete, ListOperationStarted>('DELETE /accounts/{account_id}/rules/lists/{list_id}/items', { input: ListItemDelete, result: ListOperationStarted, permission: '#account_rule_lists:edit' })

const ListItemGet = z.strictObject({
  ...oneList,
  /** Identifier of the item. */
  item_id: oneList.list_id,
})
export interface ListItemGet extends z.input<typeof ListItemGet> {}

/**
 * Read one item of a list.
 * @example const { comment } = await cf.rules.lists.items.get({ account_id, list_id: id, item_id: id })
 */
export const get = endpoint<ListItemGet, ListItem>('GET /accounts/{account_id}/rules/lists/{list_id}/items/{item_id}', { input: ListItemGet, result: ListItem, permission: '#account_rule_lists:read' })
