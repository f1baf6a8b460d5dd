import { isIP } from 'node:net'

import type { AnyEndpoint } from '@zonewright/core'
import { turnstile } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { ordered } from '../rules/fields.ts'
import type { Collection } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'

type Fields = Readonly<Record<string, unknown>>

interface Widget {
  readonly fields: Fields
  readonly secret: string
  readonly created_on: string
  readonly modified_on: string
  /** Until when the secret before this one is valid too, in milliseconds since 1970. */
  readonly graceUntil?: number
}

const graceMs = 2 * 60 * 60 * 1000

const widgetsIn = ({ state }: Context): Collection<Widget> => state.documents.collection('turnstile_widgets')

const invalid = (field: string, detail: string) => refuse('turnstile_invalid', { field, detail })

const defaults = { bot_fight_mode: false, clearance_level: 'no_clearance', ephemeral_id: false, offlabel: false, region: 'world' }

/** Keys in the form of the service: a prefix and random letters. */
const newKey = ({ ids }: Context, length: number): string => `0x4AAAAAAA${Buffer.from(ids.next() + ids.next(), 'hex').toString('base64url').slice(0, length)}`

const listed = (sitekey: string, { fields, created_on, modified_on }: Widget): Fields => ({ sitekey, ...fields, created_on, modified_on })

const shown = (sitekey: string, widget: Widget): Fields => ({ ...listed(sitekey, widget), secret: widget.secret })

const one = (context: Context): { readonly account: string; readonly sitekey: string; readonly widget: Widget } => {
  const account = accountOf(context).id
  const sitekey = String(context.input['sitekey'])
  const widget = widgetsIn(context).get(account, sitekey)
  if (widget === undefined) throw refuse('turnstile_not_found', { sitekey })
  return { account, sitekey, widget }
}

const isDomain = (domain: string): boolean => isIP(domain) !== 0 || /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(domain)

const fieldsOf = (endpoint: AnyEndpoint, { input }: Context): Fields => {
  const given = declaredInput(endpoint, input, invalid)
  for (const name of ['name', 'domains', 'mode']) if (given[name] === undefined) throw invalid(name, 'is required')
  const wrong = (given['domains'] as readonly string[]).find((domain) => !isDomain(domain))
  if (wrong !== undefined) throw invalid('domains', `${wrong} is no host name`)
  return given
}

const keep = (context: Context, account: string, sitekey: string, widget: Widget): Outcome => {
  widgetsIn(context).put(account, sitekey, widget)
  return { result: shown(sitekey, widget) }
}

const list = (context: Context): Outcome => {
  const { order } = declaredInput(turnstile.widgets.list, { ...context.input, page: undefined, per_page: undefined }, (field, detail) => refuse('query_invalid', { detail: `${field} ${detail}` }))
  const rows = widgetsIn(context).all(accountOf(context).id).map(({ id, value }) => listed(id, value))
  const key = order === undefined ? undefined : (row: Fields) => String(row[order === 'id' ? 'sitekey' : String(order)])
  return paged(ordered(rows, key, context.input['direction']), context.input, { perPage: 25, most: 1000 })
}

const rotate = (context: Context): Outcome => {
  const { account, sitekey, widget } = one(context)
  const now = context.clock.now()
  if (widget.graceUntil !== undefined && now < widget.graceUntil) throw refuse('turnstile_rotated')
  const { invalidate_immediately: immediately = false } = declaredInput(turnstile.widgets.rotateSecret, context.input, invalid)
  const { graceUntil: _, ...rest } = widget
  return keep(context, account, sitekey, { ...rest, secret: newKey(context, 28), modified_on: microsecondDate(now), ...(immediately === true ? {} : { graceUntil: now + graceMs }) })
}

/** Handlers of Turnstile. */
export const turnstileHandlers: readonly Handler[] = [
  serve(turnstile.widgets.list, list),
  serve(turnstile.widgets.create, (context) => {
    const fields = { ...defaults, ...fieldsOf(turnstile.widgets.create, context) }
    const now = microsecondDate(context.clock.now())
    return keep(context, accountOf(context).id, newKey(context, 14), { fields, secret: newKey(context, 28), created_on: now, modified_on: now })
  }),
  serve(turnstile.widgets.get, (context) => {
    const { sitekey, widget } = one(context)
    return { result: shown(sitekey, widget) }
  }),
  serve(turnstile.widgets.update, (context) => {
    const { account, sitekey, widget } = one(context)
    const fields = { ...defaults, region: widget.fields['region'], ...fieldsOf(turnstile.widgets.update, context) }
    return keep(context, account, sitekey, { ...widget, fields, modified_on: microsecondDate(context.clock.now()) })
  }),
  serve(turnstile.widgets.remove, (context) => {
    const { account, sitekey, widget } = one(context)
    widgetsIn(context).remove(account, sitekey)
    return { result: shown(sitekey, widget) }
  }),
  serve(turnstile.widgets.rotateSecret, rotate),
]
