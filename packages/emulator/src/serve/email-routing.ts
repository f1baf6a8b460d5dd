import { emailRouting } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { emailAddressForm, verifiedAt } from '../rules/email-routing.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { wordOf } from '../rules/sorting.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'
import { paged } from './paged.ts'

type Fields = Readonly<Record<string, unknown>>

/** An address that mail may be forwarded to, as it is kept. */
interface Address {
  readonly email: string
  /** In milliseconds since 1970. */
  readonly createdAt: number
}

const { addresses, rules } = emailRouting

const invalid = (field: string, detail: string) => refuse('email_invalid', { field, detail })

const addressesIn = (state: State): Collection<Address> => state.documents.collection<Address>('email_addresses')
const rulesIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('email_rules')
const catchAllIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('email_catch_all')

const shownAddress = ({ state, clock }: Context, { id, value }: Document<Address>): Fields => {
  const verified = verifiedAt(value, state, clock.now())
  return { id, tag: id, email: value.email, verified: verified === undefined ? null : microsecondDate(verified), created: microsecondDate(value.createdAt), modified: microsecondDate(verified ?? value.createdAt) }
}

const findAddress = (context: Context): Document<Address> => {
  const id = String(context.input['destination_address_identifier'])
  const value = addressesIn(context.state).get(accountOf(context).id, id)
  if (value === undefined) throw refuse('email_address_not_found')
  return { id, value }
}

const listAddresses = (context: Context) => {
  const { state, input } = context
  const rows = addressesIn(state).all(accountOf(context).id).map((address) => shownAddress(context, address)).filter(({ verified }) => typeof input['verified'] !== 'boolean' || (verified !== null) === input['verified'])
  return paged(wordOf(input, 'direction', ['asc', 'desc'], 'asc') === 'desc' ? rows.toReversed() : rows, input, { perPage: 20, most: 50 })
}

const createAddress = (context: Context) => {
  const { state, clock, ids } = context
  const { email: given } = declaredInput(addresses.create, context.input, invalid)
  const email = String(given).toLowerCase()
  if (!emailAddressForm.test(email)) throw invalid('email', `${email} is no address`)
  const account = accountOf(context).id
  if (addressesIn(state).all(account).some(({ value }) => value.email === email)) throw refuse('email_address_twin')
  const address = { id: ids.next(), value: { email, createdAt: clock.now() } }
  addressesIn(state).put(account, address.id, address.value)
  return { result: shownAddress(context, address) }
}

const removeAddress = (context: Context) => {
  const address = findAddress(context)
  addressesIn(context.state).remove(accountOf(context).id, address.id)
  return { result: shownAddress(context, address) }
}

/** Mail goes to verified addresses and to Workers only, each named once. */
const checkActions = ({ state, zone, clock }: ZoneContext, actions: readonly Fields[]): void => {
  for (const { type, value } of actions) {
    const targets = (value ?? []) as readonly string[]
    if (type === 'drop' ? targets.length > 0 : targets.length !== 1) throw invalid('actions', type === 'drop' ? 'drop has no value' : `${String(type)} needs one value`)
    if (type !== 'forward') continue
    const address = String(targets[0]).toLowerCase()
    const kept = addressesIn(state).all(zone.accountId).find(({ value: { email } }) => email === address)
    if (kept === undefined || verifiedAt(kept.value, state, clock.now()) === undefined) throw refuse('email_not_verified', { address })
  }
}

const addressOf = (matchers: readonly Fields[], { zone }: ZoneContext): string => {
  const [matcher, ...more] = matchers
  if (matcher === undefined || more.length > 0 || matcher['type'] !== 'literal' || matcher['field'] !== 'to') throw invalid('matchers', 'must be one literal matcher of the field to')
  const address = String(matcher['value'] ?? '').toLowerCase()
  if (!emailAddressForm.test(address) || !(address.endsWith(`@${zone.name}`) || address.endsWith(`.${zone.name}`))) throw invalid('matchers', `${address} is no address of ${zone.name}`)
  return address
}

const shownRule = ({ id, value }: Document<Fields>): Fields => ({ id, tag: id, ...value })

const keepRule = (context: ZoneContext, given: Fields, own?: string) => {
  const { state, zone, ids } = context
  const rule: Fields = { name: '', enabled: true, priority: 0, ...given }
  const address = addressOf(rule['matchers'] as readonly Fields[], context)
  if (rulesIn(state).all(zone.id).some(({ id, value }) => id !== own && addressOf(value['matchers'] as readonly Fields[], context) === address)) throw refuse('email_rule_twin', { address })
  checkActions(context, rule['actions'] as readonly Fields[])
  const id = own ?? ids.next()
  rulesIn(state).put(zone.id, id, rule)
  return { result: shownRule({ id, value: rule }) }
}

const findRule = ({ state, zone, input }: ZoneContext): Document<Fields> => {
  const id = String(input['rule_identifier'])
  const value = rulesIn(state).get(zone.id, id)
  if (value === undefined) throw refuse('email_rule_not_found')
  return { id, value }
}

const catchAllId = 'catch_all'

const catchAll = ({ state, zone }: ZoneContext): Fields => {
  const kept = catchAllIn(state).get(zone.id, catchAllId)
  // A rule of its own that every zone has: its identifier follows from the zone's.
  const id = [...zone.id].toReversed().join('')
  return { id, tag: id, ...(kept ?? { name: '', enabled: false, matchers: [{ type: 'all' }], actions: [{ type: 'drop' }] }) }
}

const updateCatchAll = (context: ZoneContext) => {
  const rule: Fields = { name: '', enabled: true, ...declaredInput(rules.updateCatchAll, context.input, invalid) }
  checkActions(context, rule['actions'] as readonly Fields[])
  catchAllIn(context.state).put(context.zone.id, catchAllId, rule)
  return { result: catchAll(context) }
}

/** Handlers of the rules of email routing, and of addresses to forward to. */
export const emailRoutingHandlers: readonly Handler[] = [
  serve(addresses.list, listAddresses),
  serve(addresses.create, createAddress),
  serve(addresses.get, (context) => ({ result: shownAddress(context, findAddress(context)) })),
  serve(addresses.remove, removeAddress),
  serveZone(rules.list, (context) => {
    const { enabled } = context.input
    const rows = rulesIn(context.state).all(context.zone.id).filter(({ value }) => typeof enabled !== 'boolean' || value['enabled'] === enabled)
    return paged(rows.map(shownRule), context.input, { perPage: 20, most: 50 })
  }),
  serveZone(rules.create, (context) => keepRule(context, declaredInput(rules.create, context.input, invalid))),
  serveZone(rules.get, (context) => ({ result: shownRule(findRule(context)) })),
  serveZone(rules.update, (context) => keepRule(context, declaredInput(rules.update, context.input, invalid), findRule(context).id)),
  serveZone(rules.remove, (context) => {
    const rule = findRule(context)
    rulesIn(context.state).remove(context.zone.id, rule.id)
    return { result: shownRule(rule) }
  }),
  serveZone(rules.catchAll, (context) => ({ result: catchAll(context) })),
  serveZone(rules.updateCatchAll, updateCatchAll),
]
