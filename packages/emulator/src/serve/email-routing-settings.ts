import { emailRouting } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { Refusal } from '../errors.ts'
import { type EmailRecord, emailRecords } from '../rules/email-routing.ts'
import type { Collection } from '../state/documents.ts'
import type { StoredRecord } from '../state/records.ts'
import type { State } from '../state/state.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { createRecord, removals } from './record-writes.ts'

type Fields = Readonly<Record<string, unknown>>

/** Email routing of a zone as it is kept. */
interface Routing {
  readonly enabled: boolean
  readonly locked: boolean
  readonly created: string
  readonly modified: string
}

const routingIn = (state: State): Collection<Routing> => state.documents.collection<Routing>('email_routing')

const routingId = 'settings'

/** What marks the records that routing has added; locked ones are read-only. */
const marks = (locked: boolean): Fields => ({ email_routing: true, ...(locked ? { read_only: true, managed_by: 'Email Routing' } : {}) })

const added = ({ state, zone }: ZoneContext): readonly StoredRecord[] => state.records.atName(zone.id, zone.name).filter(({ wire }) => wire.meta['email_routing'] === true)

const unquoted = (content: string): string => content.replace(/^"(.*)"$/, '$1')

const isSame = (record: EmailRecord, { wire }: StoredRecord): boolean => wire.type === record.type && unquoted(wire.content) === unquoted(record.content)

const statusOf = (context: ZoneContext, routing: Routing | undefined): string => {
  if (routing?.enabled !== true) return 'unconfigured'
  const { state, zone } = context
  const here = state.records.atName(zone.id, zone.name)
  const complete = emailRecords(zone.name).every((record) => here.some((one) => isSame(record, one)))
  const strange = here.some(({ wire }) => wire.type === 'MX' && wire.meta['email_routing'] !== true)
  if (!complete || strange) return routing.locked ? 'misconfigured/locked' : 'misconfigured'
  return routing.locked ? 'ready' : 'unlocked'
}

const shown = (context: ZoneContext) => {
  const { state, zone } = context
  const routing = routingIn(state).get(zone.id, routingId)
  return { result: { id: zone.id, tag: zone.id, name: zone.name, enabled: routing?.enabled ?? false, created: routing?.created ?? null, modified: routing?.modified ?? null, skip_wizard: false, status: statusOf(context, routing) } }
}

const keep = (context: ZoneContext, changes: Pick<Routing, 'enabled' | 'locked'>) => {
  const { state, zone, clock } = context
  const now = microsecondDate(clock.now())
  routingIn(state).put(zone.id, routingId, { ...changes, created: routingIn(state).get(zone.id, routingId)?.created ?? now, modified: now })
  return shown(context)
}

const mark = ({ state }: ZoneContext, record: StoredRecord, locked: boolean): void => state.records.replace({ ...record, wire: { ...record.wire, meta: marks(locked) } })

const enable = (context: ZoneContext) => {
  const { state, zone } = context
  for (const record of emailRecords(zone.name)) {
    try {
      mark(context, createRecord(context, { ...record }), true)
    } catch (error) {
      // Whoever has made the records by hand has them taken over.
      if (!(error instanceof Refusal) || error.key !== 'identical_record') throw error
      const own = state.records.atName(zone.id, zone.name).find((one) => isSame(record, one))
      if (own !== undefined) mark(context, own, true)
    }
  }
  return keep(context, { enabled: true, locked: true })
}

const disable = (context: ZoneContext) => {
  const { state, zone, clock } = context
  for (const { wire } of added(context)) state.records.remove(wire.id)
  removals(state).put(zone.id, 'last', clock.now())
  return keep(context, { enabled: false, locked: false })
}

const unlock = (context: ZoneContext) => {
  for (const record of added(context)) mark(context, record, false)
  return keep(context, { enabled: routingIn(context.state).get(context.zone.id, routingId)?.enabled ?? false, locked: false })
}

/** Handlers of email routing as a whole. */
export const emailRoutingSettingHandlers: readonly Handler[] = [
  serveZone(emailRouting.get, shown),
  serveZone(emailRouting.enable, enable),
  serveZone(emailRouting.disable, disable),
  serveZone(emailRouting.dns.get, ({ zone }) => ({ result: emailRecords(zone.name) })),
  serveZone(emailRouting.dns.create, enable),
  serveZone(emailRouting.dns.edit, unlock),
  serveZone(emailRouting.dns.remove, disable),
]
