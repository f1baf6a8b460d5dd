import { registrar } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import type { Collection } from '../state/documents.ts'
import type { Zone } from '../state/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

/** What of a registered domain may be changed. */
interface Registration {
  readonly auto_renew: boolean
  readonly locked: boolean
  readonly privacy: boolean
  readonly updated_at?: string
}

const first: Registration = { auto_renew: true, locked: true, privacy: true }
const yearMs = 365 * 86_400_000

const registrations = ({ state }: Context): Collection<Registration> => state.documents.collection('registrations')

/** The domains of full zones are the registered ones: there is no other place from which the emulator could know them. */
const registered = (context: Context, account: string): readonly Zone[] => context.state.zones.ofAccounts([account]).filter(({ type }) => type === 'full')

const shown = (context: Context, zone: Zone): Record<string, unknown> => {
  const { updated_at: updated, ...state } = registrations(context).get(zone.accountId, zone.id) ?? first
  const { createdOn } = zone.details
  const years = Math.floor((context.clock.now() - Date.parse(createdOn)) / yearMs) + 1
  return {
    id: zone.id,
    name: zone.name,
    available: false,
    can_register: false,
    current_registrar: 'Cloudflare',
    supported_tld: true,
    registry_statuses: state.locked ? 'clienttransferprohibited' : 'ok',
    ...state,
    created_at: createdOn,
    updated_at: updated ?? createdOn,
    expires_at: microsecondDate(Date.parse(createdOn) + years * yearMs),
  }
}

const zoneOf = (context: Context): Zone => {
  const name = String(context.input['domain_name']).toLowerCase()
  const zone = registered(context, accountOf(context).id).find((one) => one.name === name)
  if (zone === undefined) throw refuse('registrar_not_found', { name })
  return zone
}

const update = (context: Context): Outcome => {
  const zone = zoneOf(context)
  const change: Record<string, boolean> = {}
  for (const property of ['auto_renew', 'locked', 'privacy'] as const) {
    const value = context.input[property]
    if (value !== undefined && typeof value !== 'boolean') throw refuse('registrar_value', { property })
    if (value !== undefined) change[property] = value
  }
  registrations(context).put(zone.accountId, zone.id, { ...(registrations(context).get(zone.accountId, zone.id) ?? first), ...change, updated_at: microsecondDate(context.clock.now()) })
  return { result: shown(context, zone) }
}

/** Handlers of registered domains. */
export const registrarHandlers: readonly Handler[] = [
  serve(registrar.domains.list, (context) => ({ result: registered(context, accountOf(context).id).map((zone) => shown(context, zone)) })),
  serve(registrar.domains.get, (context) => ({ result: shown(context, zoneOf(context)) })),
  serve(registrar.domains.update, update),
]
