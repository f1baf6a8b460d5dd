import { secondaryDns } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { zoneSerial } from '../rules/zone-file.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { removals } from './record-writes.ts'
import { peersIn, transfersIn } from './secondary-dns.ts'

type Fields = Readonly<Record<string, unknown>>
type Direction = 'incoming' | 'outgoing'

const { incoming, outgoing } = secondaryDns

const invalid = (field: string, detail: string) => refuse('transfer_invalid', { field, detail })

const now = ({ clock }: ZoneContext): string => microsecondDate(clock.now())

const kept = (context: ZoneContext, direction: Direction): Fields => {
  const transfer = transfersIn(context.state).get(context.zone.id, direction)
  if (transfer === undefined) throw refuse('transfer_missing', { direction })
  return transfer
}

const serialOf = ({ state, zone }: ZoneContext): number => zoneSerial(zone, state.records.all(zone.id), removals(state).get(zone.id, 'last'))

const shown = (context: ZoneContext, { enabled: _enabled, ...transfer }: Fields): Fields => ({ id: context.zone.id, ...transfer, soa_serial: serialOf(context) })

const put = (context: ZoneContext, direction: Direction, transfer: Fields) => {
  transfersIn(context.state).put(context.zone.id, direction, transfer)
  return { result: shown(context, transfer) }
}

/** Only secondary zones come from elsewhere; only zones with records of their own can be fetched. */
const checkZone = ({ zone }: ZoneContext, direction: Direction): void => {
  if ((zone.type === 'secondary') !== (direction === 'incoming')) throw refuse('transfer_zone_type', { type: zone.type, direction })
}

const checked = (context: ZoneContext, given: Fields): Fields => {
  const { state, zone } = context
  const name = String(given['name']).toLowerCase().replace(/\.$/, '')
  if (name !== zone.name) throw invalid('name', `must be ${zone.name}`)
  const unknown = (given['peers'] as readonly string[]).find((peer) => peersIn(state).get(zone.accountId, peer) === undefined)
  if (unknown !== undefined) throw invalid('peers', `${unknown} does not exist`)
  return { ...given, name }
}

const create = (direction: Direction) => (context: ZoneContext) => {
  const endpoint = direction === 'incoming' ? incoming.create : outgoing.create
  checkZone(context, direction)
  if (transfersIn(context.state).get(context.zone.id, direction) !== undefined) throw refuse('transfer_exists', { direction })
  const given = checked(context, declaredInput(endpoint, context.input, invalid))
  const times = direction === 'incoming' ? { checked_time: null, created_time: now(context), modified_time: null } : { checked_time: null, created_time: now(context), last_transferred_time: null, enabled: false }
  return put(context, direction, { ...given, ...times })
}

const update = (direction: Direction) => (context: ZoneContext) => {
  const endpoint = direction === 'incoming' ? incoming.update : outgoing.update
  return put(context, direction, { ...kept(context, direction), ...checked(context, declaredInput(endpoint, context.input, invalid)) })
}

const remove = (direction: Direction) => (context: ZoneContext) => {
  kept(context, direction)
  transfersIn(context.state).remove(context.zone.id, direction)
  return { result: { id: context.zone.id } }
}

/** Nobody is at the other end: the peers were asked, and had nothing new. */
const noteChecked = (direction: Direction) => (context: ZoneContext) => {
  put(context, direction, { ...kept(context, direction), checked_time: now(context) })
  return { result: 'OK' }
}

const stateOf = ({ enabled }: Fields): string => (enabled === true ? 'Enabled' : 'Disabled')

const turn = (enabled: boolean) => (context: ZoneContext) => {
  const transfer = { ...kept(context, 'outgoing'), enabled }
  put(context, 'outgoing', transfer)
  return { result: stateOf(transfer) }
}

const get = (direction: Direction) => (context: ZoneContext) => ({ result: shown(context, kept(context, direction)) })

/** Handlers of transfers of zones, from elsewhere and to elsewhere. */
export const zoneTransferHandlers: readonly Handler[] = [
  serveZone(incoming.get, get('incoming')),
  serveZone(incoming.create, create('incoming')),
  serveZone(incoming.update, update('incoming')),
  serveZone(incoming.remove, remove('incoming')),
  serveZone(incoming.forceAxfr, noteChecked('incoming')),
  serveZone(outgoing.get, get('outgoing')),
  serveZone(outgoing.create, create('outgoing')),
  serveZone(outgoing.update, update('outgoing')),
  serveZone(outgoing.remove, remove('outgoing')),
  serveZone(outgoing.status, (context) => ({ result: stateOf(kept(context, 'outgoing')) })),
  serveZone(outgoing.enable, turn(true)),
  serveZone(outgoing.disable, turn(false)),
  serveZone(outgoing.forceNotify, noteChecked('outgoing')),
]
