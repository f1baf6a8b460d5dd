import { refuse } from '../errors.ts'
import type { Zone } from '../state/zones.ts'

/** A zone with the name of its account. */
export interface ListedZone {
  readonly zone: Zone
  readonly accountName: string
}

type Query = Readonly<Record<string, unknown>>

const operators: Readonly<Record<string, (text: string, value: string) => boolean>> = {
  equal: (text, value) => text === value,
  not_equal: (text, value) => text !== value,
  starts_with: (text, value) => text.startsWith(value),
  ends_with: (text, value) => text.endsWith(value),
  contains: (text, value) => text.includes(value),
}

const operatorForm = /^(equal|not_equal|starts_with|ends_with|contains)(_case_sensitive)?:(.*)$/s

/** A text filter of the zone list: plain text is compared whole, `contains:.org` and its like by their operator. */
const textMatches = (text: string, filter: string): boolean => {
  const form = operatorForm.exec(filter)
  const [, name, sensitive, value] = form ?? [undefined, 'equal', undefined, filter]
  const fold = (one: string): string => (sensitive === undefined ? one.toLowerCase() : one)
  return operators[name ?? 'equal']?.(fold(text), fold(value ?? '')) ?? false
}

const one = (value: unknown): string | undefined => {
  const last = Array.isArray(value) ? value.at(-1) : value
  return last === undefined || last === '' ? undefined : String(last)
}

const among = (value: string, list: string): boolean => list.toLowerCase().split(',').includes(value)

const orderKeys: Readonly<Record<string, (listed: ListedZone) => string>> = {
  name: ({ zone }) => zone.name,
  status: ({ zone }) => zone.status,
  'account.id': ({ zone }) => zone.accountId,
  'account.name': ({ accountName }) => accountName,
  'plan.id': ({ zone }) => zone.plan,
  // Of 2015, when zones belonged to persons: the account stands for its owner.
  email: ({ accountName }) => accountName,
}

/**
 * The zones that a list shows, in its order: by name when nothing is said. Internal zones show only when asked for.
 * @throws Refusal `query_invalid` for an order or match that does not exist.
 */
export const selectZones = (zones: readonly ListedZone[], query: Query): readonly ListedZone[] => {
  const match = one(query['match']) ?? 'all'
  if (match !== 'all' && match !== 'any') throw refuse('query_invalid', { detail: 'match must be one of any, all' })
  const filters: ((listed: ListedZone) => boolean)[] = []
  const add = (name: string, test: (listed: ListedZone, value: string) => boolean): void => {
    const value = one(query[name])
    if (value !== undefined) filters.push((listed) => test(listed, value))
  }
  add('name', ({ zone }, value) => textMatches(zone.name, value.replace(/\.$/, '')))
  add('status', ({ zone }, value) => among(zone.status, value))
  add('account.id', ({ zone }, value) => zone.accountId === value)
  add('account.name', ({ accountName }, value) => textMatches(accountName, value))
  const wantedTypes = one(query['type'])
  const shown = zones.filter(({ zone }) => (wantedTypes === undefined ? zone.type !== 'internal' : among(zone.type, wantedTypes)))
  const selected = filters.length === 0 ? shown : shown.filter((listed) => (match === 'all' ? filters.every((filter) => filter(listed)) : filters.some((filter) => filter(listed))))
  const order = one(query['order']) ?? 'name'
  const key = Object.hasOwn(orderKeys, order) ? orderKeys[order] : undefined
  if (key === undefined) throw refuse('query_invalid', { detail: `order must be one of ${Object.keys(orderKeys).join(', ')}` })
  const direction = one(query['direction']) ?? 'asc'
  if (direction !== 'asc' && direction !== 'desc') throw refuse('query_invalid', { detail: 'direction must be one of asc, desc' })
  const sign = direction === 'desc' ? -1 : 1
  return [...selected].sort((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : a.zone.name < b.zone.name ? -1 : 1))
}
