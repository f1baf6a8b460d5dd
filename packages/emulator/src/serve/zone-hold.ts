import { zones } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { instant } from '../rules/dates.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import type { Zone } from '../state/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

interface Hold {
  readonly held: boolean
  /** When a hold that rests begins again. */
  readonly after: string | null
  readonly subdomains: boolean
}

const holdId = 'hold'
const none: Hold = { held: false, after: null, subdomains: false }

const holdsIn = (state: State): Collection<Hold> => state.documents.collection<Hold>('zone_holds')
const holdOf = ({ state, zone }: Pick<ZoneContext, 'state' | 'zone'>): Hold => holdsIn(state).get(zone.id, holdId) ?? none

const holds = ({ held, after }: Hold, now: number): boolean => held && (after === null || Date.parse(after) <= now)

/**
 * The zone of another account that keeps a name from being added: one of that name, or one around it that holds the names inside too.
 * @param accountId Account that wants to add the name.
 */
export const holderOf = ({ state, clock }: Pick<ZoneContext, 'state' | 'clock'>, name: string, accountId: string): Zone | undefined => {
  const labels = name.split('.')
  return labels
    .map((_, index) => state.zones.byName(labels.slice(index).join('.')))
    .find((zone) => {
      if (zone === undefined || zone.accountId === accountId) return false
      const hold = holdOf({ state, zone })
      return holds(hold, clock.now()) && (zone.name === name || hold.subdomains)
    })
}

const shown = (hold: Hold, now: number): Outcome => ({ result: { hold: holds(hold, now), hold_after: hold.after, include_subdomains: hold.subdomains } })

const keep = (context: ZoneContext, hold: Hold): Outcome => {
  holdsIn(context.state).put(context.zone.id, holdId, hold)
  return shown(hold, context.clock.now())
}

/** When the hold begins again; null when it does not rest. */
const restOf = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null
  if (instant(value) === undefined) throw refuse('hold_date')
  return String(value)
}

/** Handlers of zone hold. */
export const zoneHoldHandlers: readonly Handler[] = [
  serveZone(zones.hold.get, (context) => shown(holdOf(context), context.clock.now())),
  serveZone(zones.hold.create, (context) => keep(context, { held: true, after: null, subdomains: context.input['include_subdomains'] === true })),
  serveZone(zones.hold.edit, (context) => {
    const before = holdOf(context)
    const { hold_after: after, include_subdomains: subdomains } = context.input
    return keep(context, { held: true, after: after === undefined ? before.after : restOf(after), subdomains: typeof subdomains === 'boolean' ? subdomains : before.subdomains })
  }),
  serveZone(zones.hold.remove, (context) => {
    const after = restOf(context.input['hold_after'])
    return keep(context, { ...holdOf(context), held: after !== null, after })
  }),
]
