import { firewall } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { filtered } from '../rules/fields.ts'
import { type Lockdown, lockdownFilters, lockdownOf, lockdownQuota } from '../rules/lockdowns.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

const lockdownsIn = (state: State): Collection<Lockdown> => state.documents.collection<Lockdown>('lockdowns')

const list = ({ state, zone, input }: ZoneContext): Outcome => {
  const request = pageRequest(input, { perPage: 20, most: 1000 })
  const matching = filtered(lockdownsIn(state).all(zone.id).map(({ id, value }) => ({ id, ...value })), input, lockdownFilters)
  const page = pageOf(matching, request)
  return { result: page, info: resultInfo(request, page.length, matching.length) }
}

const find = ({ state, zone, input }: ZoneContext): Lockdown & { readonly id: string } => {
  const id = String(input['lock_downs_id'])
  const found = lockdownsIn(state).get(zone.id, id)
  if (found === undefined) throw refuse('lockdown_not_found')
  return { id, ...found }
}

const create = ({ state, zone, input, ids, clock }: ZoneContext): Outcome => {
  const lockdowns = lockdownsIn(state)
  const now = microsecondDate(clock.now())
  const lockdown = { ...lockdownOf(input, zone.name), created_on: now, modified_on: now }
  if (lockdowns.all(zone.id).length >= lockdownQuota[zone.plan]) throw refuse('lockdown_quota')
  const id = ids.next()
  lockdowns.put(zone.id, id, lockdown)
  return { result: { id, ...lockdown } }
}

const update = (context: ZoneContext): Outcome => {
  const { state, zone, input, clock } = context
  const { id, created_on } = find(context)
  const lockdown = { ...lockdownOf(input, zone.name), created_on, modified_on: microsecondDate(clock.now()) }
  lockdownsIn(state).put(zone.id, id, lockdown)
  return { result: { id, ...lockdown } }
}

const remove = (context: ZoneContext): Outcome => {
  const { id } = find(context)
  lockdownsIn(context.state).remove(context.zone.id, id)
  return { result: { id } }
}

const { lockdowns } = firewall

/** Handlers of zone lockdowns. */
export const lockdownHandlers: readonly Handler[] = [
  serveZone(lockdowns.list, list),
  serveZone(lockdowns.get, (context) => ({ result: find(context) })),
  serveZone(lockdowns.create, create),
  serveZone(lockdowns.update, update),
  serveZone(lockdowns.remove, remove),
]
