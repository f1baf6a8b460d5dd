import { rules } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { cursorPage } from '../rules/cursor-paging.ts'
import { fieldsOf } from '../rules/fields.ts'
import { found, itemsOf, type ListItem, listKinds, merged, type RuleList } from '../rules/lists.ts'
import type { State } from '../state/state.ts'
import { referencesTo } from '../state/rulesets.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountFor } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

/** How long an operation takes: the first half of it is waiting. */
const operationMs = 200

/** What a list holds, and what it will hold once the running operation is through. */
interface Contents {
  readonly items: readonly ListItem[]
  /** When they were changed last, in milliseconds since 1970. */
  readonly changed?: number
  readonly next?: { readonly due: number; readonly items: readonly ListItem[] }
}

interface Operation {
  readonly due: number
  readonly error?: string
}

interface Found extends RuleList {
  readonly id: string
}

const stores = (state: State) => ({
  lists: state.documents.collection<RuleList>('lists'),
  contents: state.documents.collection<Contents>('list_items'),
  operations: state.documents.collection<Operation>('list_operations'),
})

const accountOf = (context: Context): string => accountFor(context, context.input['account_id']).id

/** Items as they are now: an operation whose time has come is through, though nothing has been written since. */
const contentsOf = ({ state, clock }: Context, account: string, id: string): Contents => {
  const contents = stores(state).contents.get(account, id) ?? { items: [] }
  return contents.next !== undefined && clock.now() >= contents.next.due ? { items: contents.next.items, changed: contents.next.due } : contents
}

const shown = (context: Context, account: string, { id, name, description, kind, created_on, modified_on }: Found): Record<string, unknown> => {
  const { items: held, changed = 0 } = contentsOf(context, account, id)
  return {
    id,
    name,
    ...(description === '' ? {} : { description }),
    kind,
    num_items: held.length,
    num_referencing_filters: referencesTo(context.state, account, name),
    created_on,
    modified_on: changed > Date.parse(modified_on) ? microsecondDate(changed) : modified_on,
  }
}

const find = ({ state, input }: Context, account: string): Found => {
  const id = String(input['list_id'])
  const list = stores(state).lists.get(account, id)
  if (list === undefined) throw refuse('list_not_found')
  return { id, ...list }
}

const list = (context: Context): Outcome => {
  const account = accountOf(context)
  return { result: stores(context.state).lists.all(account).map(({ id, value }) => shown(context, account, { id, ...value })) }
}

const descriptionOf = (value: unknown): string => {
  if (value !== undefined && (typeof value !== 'string' || value.length > 500)) throw refuse('list_invalid')
  return value ?? ''
}

const create = (context: Context): Outcome => {
  const { state, input, ids, clock } = context
  const account = accountOf(context)
  const { name, kind } = input
  const description = descriptionOf(input['description'])
  if (typeof name !== 'string' || !/^[a-zA-Z0-9_]{1,50}$/.test(name) || typeof kind !== 'string' || !listKinds.includes(kind)) throw refuse('list_invalid')
  const { lists } = stores(state)
  if (lists.all(account).some(({ value }) => value.name === name)) throw refuse('list_name_taken')
  const now = microsecondDate(clock.now())
  const made: Found = { id: ids.next(), name, description, kind, created_on: now, modified_on: now }
  const { id, ...value } = made
  lists.put(account, id, value)
  return { result: shown(context, account, made) }
}

const update = (context: Context): Outcome => {
  const account = accountOf(context)
  const { id, ...before } = find(context, account)
  const after: RuleList = { ...before, description: descriptionOf(context.input['description']), modified_on: microsecondDate(context.clock.now()) }
  stores(context.state).lists.put(account, id, after)
  return { result: shown(context, account, { id, ...after }) }
}

const remove = (context: Context): Outcome => {
  const account = accountOf(context)
  const { id, name } = find(context, account)
  if (referencesTo(context.state, account, name) > 0) throw refuse('list_in_use')
  const { lists, contents } = stores(context.state)
  lists.remove(account, id)
  contents.remove(account, id)
  return { result: { id } }
}

const items = (context: Context): Outcome => {
  const account = accountOf(context)
  const { id, kind } = find(context, account)
  const { search } = context.input
  const all = contentsOf(context, account, id).items
  const { items: page, info } = cursorPage(typeof search === 'string' && search !== '' ? all.filter((item) => found(item, kind, search)) : all, context.input, 500)
  return { result: page, info }
}

const item = (context: Context): Outcome => {
  const account = accountOf(context)
  const one = contentsOf(context, account, find(context, account).id).items.find(({ id }) => id === context.input['item_id'])
  if (one === undefined) throw refuse('list_not_found')
  return { result: one }
}

/** What a change of items makes of them, or why it fails when its time comes. */
type Change = (before: readonly ListItem[], list: Found) => { readonly items: readonly ListItem[]; readonly error?: string }

const start =
  (changeOf: (context: Context) => Change) =>
  (context: Context): Outcome => {
    const { state, clock, ids } = context
    const account = accountOf(context)
    const target = find(context, account)
    const { contents, operations } = stores(state)
    const before = contentsOf(context, account, target.id)
    if (before.next !== undefined) throw refuse('list_busy')
    const { items: after, error } = changeOf(context)(before.items, target)
    const due = clock.now() + operationMs
    const id = ids.next()
    contents.put(account, target.id, { ...before, next: { due, items: after } })
    operations.put(account, id, { due, ...(error === undefined ? {} : { error }) })
    return { result: { operation_id: id } }
  }

const given = ({ input, clock, ids }: Context, { kind }: Found): readonly ListItem[] => itemsOf(input['items'], kind, { now: microsecondDate(clock.now()), newId: () => ids.next() })

const removalOf = ({ input }: Context): Change => {
  const { items: named } = input
  if (!Array.isArray(named) || named.length === 0) throw refuse('list_invalid')
  const wanted = new Set(named.map((one: unknown) => fieldsOf(one)['id']))
  return (before) => {
    const after = before.filter(({ id }) => !wanted.has(id))
    return before.length - after.length === wanted.size ? { items: after } : { items: before, error: 'an item to be deleted is not in the list' }
  }
}

const operation = (context: Context): Outcome => {
  const { state, clock, input } = context
  const id = String(input['operation_id'])
  const known = stores(state).operations.get(accountOf(context), id)
  if (known === undefined) throw refuse('list_operation_not_found')
  const left = known.due - clock.now()
  if (left > 0) return { result: { id, status: left > operationMs / 2 ? 'pending' : 'running' } }
  return { result: { id, status: known.error === undefined ? 'completed' : 'failed', completed: microsecondDate(known.due), ...(known.error === undefined ? {} : { error: known.error }) } }
}

const { lists } = rules

/** Handlers of an account's lists. */
export const listHandlers: readonly Handler[] = [
  serve(lists.list, list),
  serve(lists.create, create),
  serve(lists.get, (context) => {
    const account = accountOf(context)
    return { result: shown(context, account, find(context, account)) }
  }),
  serve(lists.update, update),
  serve(lists.remove, remove),
  serve(lists.items.list, items),
  serve(lists.items.get, item),
  serve(lists.items.create, start((context) => (before, target) => ({ items: merged(before, given(context, target), target.kind) }))),
  serve(lists.items.update, start((context) => (_, target) => ({ items: merged([], given(context, target), target.kind) }))),
  serve(lists.items.remove, start(removalOf)),
  serve(lists.bulkOperations.get, operation),
]
