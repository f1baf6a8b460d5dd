import { accounts, user } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { auditCollection, type AuditEntry } from '../rules/audit.ts'
import { unknownCursor } from '../rules/cursor-paging.ts'
import { instant } from '../rules/dates.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { filtered, wordOf } from '../rules/sorting.ts'
import type { Account } from '../state/accounts.ts'
import type { Document } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

type Entry = Document<AuditEntry>

/** A moment of the query; undefined when nothing is said. @throws Refusal `audit_span`. */
const moment = (input: Context['input'], property: 'since' | 'before', required: boolean): number | undefined => {
  const value = input[property]
  if ((value === undefined || value === '') && !required) return undefined
  const time = instant(value)
  if (time === undefined) throw refuse('audit_span', { property })
  return time
}

/** Entries of the span that was asked for, newest first unless the query says otherwise. */
const select = ({ state, input }: Context, scopes: readonly string[], required: boolean): readonly Entry[] => {
  const since = moment(input, 'since', required) ?? -Infinity
  const before = moment(input, 'before', required) ?? Infinity
  const all = scopes.flatMap((scope) => state.documents.collection<AuditEntry>(auditCollection).all(scope))
  const within = all.filter(({ value }) => Date.parse(value.when) >= since && Date.parse(value.when) < before).sort((a, b) => (a.value.when < b.value.when ? -1 : a.value.when > b.value.when ? 1 : a.id < b.id ? -1 : 1))
  return wordOf(input, 'direction', ['desc', 'asc'], 'desc') === 'desc' ? within.reverse() : within
}

const zoneOf = ({ zoneId, zoneName }: AuditEntry): Record<string, unknown> => (zoneId === undefined ? {} : { zone: { id: zoneId, name: zoneName } })

const shown = ({ id, value }: Entry, owner: string): Record<string, unknown> => ({
  id,
  action: { type: value.type, result: true },
  actor: { id: value.userId, email: value.email, type: 'user' },
  interface: 'API',
  metadata: { path: value.path, ...(value.tokenName === undefined ? {} : { token_name: value.tokenName }) },
  newValue: '',
  oldValue: '',
  owner: { id: owner },
  resource: { ...(value.resourceId === undefined ? {} : { id: value.resourceId }), type: value.resourceType },
  ...zoneOf(value),
  when: value.when,
})

/** Entries of an account and its members, or of a user alone. */
const logs = (context: Context, owner: string, others: readonly string[]): Outcome => {
  const { input } = context
  const rows = filtered(select(context, [owner, ...others], false), input, {
    id: (entry, id) => entry.id === id,
    'action.type': ({ value }, type) => value.type === type,
    'actor.email': ({ value }, email) => value.email.toLowerCase() === email.toLowerCase(),
    // No entry knows the address of its request: none has the one that is asked for.
    'actor.ip': () => false,
    'zone.name': ({ value }, name) => value.zoneName === name.toLowerCase(),
  })
  const request = pageRequest(input, { perPage: 100, most: 1000 })
  const page = pageOf(rows, request)
  return { result: page.map((entry) => shown(entry, owner)), info: resultInfo(request, page.length, rows.length) }
}

const list = (context: Context): Outcome => {
  const { id } = accountOf(context)
  return logs(context, id, context.input['hide_user_logs'] === true ? [] : context.state.accounts.usersOf(id))
}

const event = ({ id, value }: Entry, account: Account): Record<string, unknown> => ({
  id,
  account: { id: account.id, name: account.name },
  action: { description: `${value.type} ${value.resourceType}`, result: 'success', time: value.when, type: value.type },
  actor: { id: value.userId, context: value.tokenId === undefined ? 'api_key' : 'api_token', email: value.email, ...(value.tokenId === undefined ? {} : { token_id: value.tokenId, token_name: value.tokenName }), type: 'user' },
  raw: { method: value.method, status_code: 200, uri: value.path },
  resource: { ...(value.resourceId === undefined ? {} : { id: value.resourceId }), type: value.resourceType },
  ...zoneOf(value),
})

const events = (context: Context): Outcome => {
  const { input } = context
  const account = accountOf(context)
  const rows = filtered(select(context, [account.id], true), input, {
    action_type: ({ value }, type) => value.type === type,
    actor_email: ({ value }, email) => value.email.toLowerCase() === email.toLowerCase(),
    raw_method: ({ value }, method) => value.method === method.toUpperCase(),
    resource_id: ({ value }, id) => value.resourceId === id,
    zone_id: ({ value }, id) => value.zoneId === id,
    zone_name: ({ value }, name) => value.zoneName === name.toLowerCase(),
  })
  const { perPage: limit } = pageRequest({ per_page: input['limit'] }, { perPage: 100, most: 1000 })
  // A cursor is the last entry that was shown: entries that come while somebody pages shift nothing.
  const isFirst = input['cursor'] === undefined || input['cursor'] === ''
  const after = isFirst ? 0 : rows.findIndex(({ id }) => id === input['cursor']) + 1
  if (!isFirst && after === 0) throw unknownCursor()
  const page = rows.slice(after, after + limit)
  const last = page.at(-1)
  return { result: page.map((entry) => event(entry, account)), info: { count: page.length, cursor: last !== undefined && after + limit < rows.length ? last.id : '' } }
}

/** Handlers of audit logs. */
export const auditLogHandlers: readonly Handler[] = [serve(accounts.auditLogs.list, list), serve(accounts.auditLogs.events, events), serve(user.auditLogs.list, (context) => logs(context, context.actor.user.id, []))]
