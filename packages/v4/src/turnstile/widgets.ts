/**
 * Widgets of Turnstile: what a page shows to tell people from programs.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, identifier, inAccount } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'

const oneWidget = {
  ...inAccount,
  /** Key of the widget that stands in pages. */
  sitekey: identifier,
}

/** What a widget shows without its secret. */
const shown = {
  /** Key that stands in pages. Read-only. */
  sitekey: z.string(),
  /** Name for people; others may have the same. */
  name: z.string(),
  /** Host names and addresses that it works on, and those below them. */
  domains: z.array(z.string()),
  /** How it behaves: `managed`, `non-interactive` or `invisible`. */
  mode: z.string(),
  /** Whether suspicious visitors must work for their answer (Enterprise). */
  bot_fight_mode: z.boolean(),
  /** Which challenge of a site of the same account it also stands for. */
  clearance_level: z.string(),
  /** Whether answers tell an identifier of the visitor that lasts shortly (Enterprise). */
  ephemeral_id: z.boolean(),
  /** Whether it shows no mark of the service (Enterprise). */
  offlabel: z.boolean(),
  /** Where it may be used. */
  region: z.string(),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
}

/** A widget in a list. */
const WidgetSummary = z.object(shown)
export interface WidgetSummary extends z.output<typeof WidgetSummary> {}

/** A widget. */
const Widget = z.object({
  ...shown,
  /** Key with which a server checks answers. Keep it to yourself. Read-only. */
  secret: z.string(),
})
export interface Widget extends z.output<typeof Widget> {}

const fields = {
  /** Name for people, at most 254 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(254)),
  /** Host names and addresses that it works on, at most 10 (200 with Enterprise). */
  domains: z.array(z.string().check(z.minLength(1))).check(z.maxLength(200)),
  /** How it behaves: it decides itself, it never asks anything, or it is not seen. */
  mode: z.enum(['managed', 'non-interactive', 'invisible']),
  /** Whether suspicious visitors must work for their answer (Enterprise). Default false. */
  bot_fight_mode: z.optional(z.boolean()),
  /** Which challenge of a site of the same account it also stands for. Default `no_clearance`. */
  clearance_level: z.optional(z.enum(['no_clearance', 'jschallenge', 'managed', 'interactive'])),
  /** Whether answers tell an identifier of the visitor that lasts shortly (Enterprise). Default false. */
  ephemeral_id: z.optional(z.boolean()),
  /** Whether it shows no mark of the service (Enterprise). Default false. */
  offlabel: z.optional(z.boolean()),
}

const secrets = ['secret']

const WidgetList = z.strictObject({
  ...inAccount,
  /** What to sort by. */
  order: z.optional(z.enum(['id', 'sitekey', 'name', 'created_on', 'modified_on'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Widgets a page, from 5 to 1,000; the service's own default is 25. */
  per_page: z.optional(z.int().check(z.gte(5), z.lte(1000))),
})
export interface WidgetList extends z.input<typeof WidgetList> {}

/**
 * List the widgets of an account, without their secrets.
 * @example for await (const widget of cf.turnstile.widgets.list({ account_id, order: 'name' })) console.log(widget.name, widget.sitekey)
 */
export const list = listing<WidgetList, WidgetSummary>('GET /accounts/{account_id}/challenges/widgets', { input: WidgetList, item: WidgetSummary, page: pageNumber({ perPage: 1000 }), permission: '#turnstile:read', since: '2023-04' })

const WidgetCreate = z.strictObject({
  ...inAccount,
  ...fields,
  /** Where it may be used; it stays so. Default `world`. */
  region: z.optional(z.enum(['world', 'china'])),
})
export interface WidgetCreate extends z.input<typeof WidgetCreate> {}

/**
 * Create a widget.
 * @example const { sitekey, secret } = await cf.turnstile.widgets.create({ account_id, name: 'login', domains: ['example.com'], mode: 'managed' })
 */
export const create = endpoint<WidgetCreate, Widget>('POST /accounts/{account_id}/challenges/widgets', { input: WidgetCreate, result: Widget, permission: '#turnstile:edit', since: '2023-04', secrets })

const WidgetGet = z.strictObject(oneWidget)
export interface WidgetGet extends z.input<typeof WidgetGet> {}

/**
 * Read one widget with its secret.
 * @example const { domains } = await cf.turnstile.widgets.get({ account_id, sitekey: id })
 */
export const get = endpoint<WidgetGet, Widget>('GET /accounts/{account_id}/challenges/widgets/{sitekey}', { input: WidgetGet, result: Widget, permission: '#turnstile:read', since: '2023-04', secrets })

const WidgetUpdate = z.strictObject({ ...oneWidget, ...fields })
export interface WidgetUpdate extends z.input<typeof WidgetUpdate> {}

/**
 * Replace the settings of a widget; its keys and its region stay.
 * @example await cf.turnstile.widgets.update({ account_id, sitekey: id, name: 'login', domains: ['example.com', 'example.net'], mode: 'invisible' })
 */
export const update = endpoint<WidgetUpdate, Widget>('PUT /accounts/{account_id}/challenges/widgets/{sitekey}', { input: WidgetUpdate, result: Widget, permission: '#turnstile:edit', since: '2023-04', secrets })

const WidgetDelete = z.strictObject(oneWidget)
export interface WidgetDelete extends z.input<typeof WidgetDelete> {}

/**
 * Delete a widget; pages that still show it get no answers.
 * @example await cf.turnstile.widgets.remove({ account_id, sitekey: id })
 */
export const remove = endpoint<WidgetDelete, Widget>('DELETE /accounts/{account_id}/challenges/widgets/{sitekey}', { input: WidgetDelete, result: Widget, permission: '#turnstile:edit', since: '2023-04', secrets })

const WidgetRotate = z.strictObject({
  ...oneWidget,
  /** Whether the old secret ends now rather than in two hours. Default false. */
  invalidate_immediately: z.optional(z.boolean()),
})
export interface WidgetRotate extends z.input<typeof WidgetRotate> {}

/**
 * Give a widget another secret. While an old one is still good, there is no third.
 * @example const { secret } = await cf.turnstile.widgets.rotateSecret({ account_id, sitekey: id, invalidate_immediately: true })
 */
export const rotateSecret = endpoint<WidgetRotate, Widget>('POST /accounts/{account_id}/challenges/widgets/{sitekey}/rotate_secret', { input: WidgetRotate, result: Widget, permission: '#turnstile:edit', since: '2023-04', secrets })
