import { zones } from '@zonewright/v4'

import { type Actor, mayDo, reaches, reachesAccount } from '../auth.ts'
import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { pageOf, pageRequest, resultInfo } from '../rules/paging.ts'
import { plans } from '../rules/plans.ts'
import { selectZones } from '../rules/zone-filter.ts'
import { changedZone } from '../rules/zone-changes.ts'
import { nameServersOf, wireZone, zoneName, zoneType } from '../rules/zones.ts'
import type { Zone } from '../state/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { startSettings } from './dns-services.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'
import { holderOf } from './zone-hold.ts'

const shown = (zone: Zone, { state, actor, clock }: Context): Record<string, unknown> =>
  wireZone(zone, { accountName: state.accounts.byId(zone.accountId)?.name ?? '', permissions: actor.permissions, now: clock.now() })

const list = (context: Context): Outcome => {
  const { state, actor, input } = context
  const accounts = state.accounts.ofUser(actor.user.id)
  const names = new Map(accounts.map((account) => [account.id, account.name]))
  const all = state.zones.ofAccounts([...names.keys()])
  const reached = all.filter((zone) => reaches(state, actor, zone, '#zone:read'))
  // A token for some zones may list those; asking for another one by name needs the right to list the account's zones.
  const { name } = input
  if (actor.token?.details.zones !== undefined && typeof name === 'string' && name !== '' && !/^\w+:/.test(name) && !reached.some((zone) => zone.name === name.toLowerCase())) throw refuse('zone_list_forbidden', { token: actor.token.id })
  const selected = selectZones(reached.map((zone) => ({ zone, accountName: names.get(zone.accountId) ?? '' })), input)
  const request = pageRequest(input, { perPage: 20, most: 100 })
  const page = pageOf(selected, request)
  return { result: page.map(({ zone }) => shown(zone, context)), info: resultInfo(request, page.length, selected.length) }
}

const accountFor = ({ state, input }: Context, actor: Actor): string => {
  // What is an account today was an organization in 2015.
  const owner = input['account'] ?? input['organization']
  const given = typeof owner === 'object' && owner !== null ? (owner as { readonly id?: unknown }).id : undefined
  if (given !== undefined) {
    if (typeof given !== 'string' || !reachesAccount(state, actor, given)) throw refuse('zone_account')
    return given
  }
  const own = state.accounts.ofUser(actor.user.id).find(({ id }) => reachesAccount(state, actor, id))
  if (own === undefined) throw refuse('zone_account')
  return own.id
}

const create = (context: Context): Outcome => {
  const { state, actor, input, clock, ids } = context
  const name = zoneName(input['name'])
  const type = zoneType(input['type'])
  const accountId = accountFor(context, actor)
  if (actor.token?.details.zones !== undefined || !mayDo(state, actor, '#zone:edit', { accountId, zoneId: '*' })) throw refuse('zone_create_forbidden')
  if (holderOf(context, name, accountId) !== undefined) throw refuse('zone_held', { name })
  if (state.zones.byName(name) !== undefined) throw refuse('zone_exists', { name })
  // Whatever lies inside a zone that is here already can't be a registered domain of its own.
  const parents = name.split('.').map((_, index, labels) => labels.slice(index + 1).join('.'))
  if (parents.some((parent) => parent.includes('.') && state.zones.byName(parent) !== undefined)) throw refuse('zone_not_root', { name })
  const now = microsecondDate(clock.now())
  const zone: Zone = {
    id: ids.next(),
    name,
    accountId,
    status: 'pending',
    type,
    plan: 'free',
    recordCount: 0,
    details: {
      paused: false,
      nameServers: nameServersOf(name),
      originalNameServers: null,
      originalRegistrar: null,
      originalDnsHost: null,
      vanityNameServers: [],
      createdOn: now,
      modifiedOn: now,
      activatedOn: null,
      ...(type === 'partial' ? { verificationKey: `${ids.next().slice(0, 9)}-${ids.next().slice(0, 9)}` } : {}),
    },
  }
  state.zones.add(zone)
  startSettings(state, zone)
  return { result: shown(zone, context) }
}

const edit = (context: ZoneContext): Outcome => {
  // The identifier comes from the path; all else is a change.
  const { zone_id: _, ...changes } = context.input
  const after = changedZone(context.zone, changes, { now: microsecondDate(context.clock.now()), compat: context.compat })
  context.state.zones.update(after)
  return { result: shown(after, context) }
}

/** Nobody's registrar is asked: a check of a pending zone finds the right name servers, so a program can go through the whole set-up. */
const checkActivation = ({ state, zone, clock }: ZoneContext): Outcome => {
  const now = clock.now()
  const { activationWait } = plans[zone.plan]
  const { checkedAt, activatedOn } = zone.details
  if (checkedAt !== undefined && now < checkedAt + activationWait * 1000) throw refuse('activation_too_soon', { span: activationWait === 3600 ? 'hour' : '5 minutes' })
  const date = microsecondDate(now)
  const activated = zone.status === 'active' ? {} : { modifiedOn: date }
  state.zones.update({ ...zone, status: 'active', details: { ...zone.details, ...activated, checkedAt: now, activatedOn: activatedOn ?? date } })
  return { result: { id: zone.id } }
}

/** Handlers of zones. */
export const zoneHandlers: readonly Handler[] = [
  serve(zones.list, list),
  serve(zones.create, create),
  serveZone(zones.get, (context) => ({ result: shown(context.zone, context) })),
  serveZone(zones.edit, edit),
  serveZone(zones.remove, ({ state, zone }) => {
    state.zones.remove(zone.id)
    state.documents.clear(zone.id)
    return { result: { id: zone.id } }
  }),
  serveZone(zones.checkActivation, checkActivation),
]
