import { zones } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { type Message, refuse } from '../errors.ts'
import { initialValue, isEditable, namedSettings, settingIds, settingRow, settingValue } from '../rules/zone-settings.ts'
import { developmentLeft } from '../rules/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** Development mode switches itself off after three hours. */
const developmentMs = 3 * 3600 * 1000

const valueOf = ({ state, zone, clock }: ZoneContext, id: string): unknown => {
  if (id === 'development_mode') return developmentLeft(zone, clock.now()) > 0 ? 'on' : 'off'
  return state.settings.get(zone.id, id)?.value ?? initialValue(settingRow(id), zone.plan)
}

const shown = (context: ZoneContext, id: string): Record<string, unknown> => {
  const { state, zone, clock } = context
  const row = settingRow(id)
  return {
    id,
    [row.field ?? 'value']: valueOf(context, id),
    editable: isEditable(row, zone.plan),
    modified_on: state.settings.get(zone.id, id)?.modifiedOn ?? null,
    ...(id === 'development_mode' ? { time_remaining: developmentLeft(zone, clock.now()) } : {}),
  }
}

/** What a change leaves: the context in which it is seen, and a warning when its value is one of 2015. */
interface Changed {
  readonly context: ZoneContext
  readonly warnings: readonly Message[]
}

const change = (context: ZoneContext, id: string, body: Readonly<Record<string, unknown>>): Changed => {
  const { state, zone, clock } = context
  const { value, old } = settingValue(id, body[settingRow(id).field ?? 'value'] ?? body['value'], { plan: zone.plan, before: valueOf(context, id) })
  const warnings = old === undefined ? [] : [{ code: 1, message: `${id}: ${JSON.stringify(old)} is a value of 2015, taken as ${JSON.stringify(value)}; send that instead.`, type: null }]
  const now = clock.now()
  state.settings.put(zone.id, id, { value, modifiedOn: microsecondDate(now) })
  if (id !== 'development_mode') return { context, warnings }
  const after = { ...zone, details: { ...zone.details, developmentUntil: value === 'on' ? now + developmentMs : 0 } }
  state.zones.update(after)
  return { context: { ...context, zone: after }, warnings }
}

const get = (context: ZoneContext, id: string): Outcome => ({ result: shown(context, id) })

const edit = (before: ZoneContext, id: string): Outcome => {
  const { context, warnings } = change(before, id, before.input)
  return { result: shown(context, id), messages: warnings }
}

const editAll = (before: ZoneContext): Outcome => {
  const { items } = before.input
  if (!Array.isArray(items) || items.length === 0) throw refuse('request_invalid')
  let context = before
  const messages: Message[] = []
  const ids = items.map((item: unknown) => {
    const body = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {}
    const id = String(body['id'] ?? '')
    const changed = change(context, id, body)
    context = changed.context
    messages.push(...changed.warnings)
    return id
  })
  return { result: ids.map((id) => shown(context, id)), messages }
}

/** Handlers of zone settings. */
export const zoneSettingHandlers: readonly Handler[] = [
  serveZone(zones.settings.get, (context) => get(context, String(context.input['setting_id']))),
  serveZone(zones.settings.edit, (context) => edit(context, String(context.input['setting_id']))),
  serveZone(zones.settings.all, (context) => ({ result: settingIds.map((id) => shown(context, id)) })),
  serveZone(zones.settings.editAll, editAll),
  ...namedSettings.flatMap((named) => {
    const { id } = named.facts()
    return [serveZone(named.get, (context) => get(context, id)), ...('edit' in named ? [serveZone(named.edit, (context) => edit(context, id))] : [])]
  }),
]
