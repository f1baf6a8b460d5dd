import { zones } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { isSettingGone } from '../rules/setting-sunsets.ts'
import { initialValue, isEditable, settingIds, settingRow, settingValue } from '../rules/zone-settings.ts'
import { developmentLeft } from '../rules/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** Development mode switches itself off after three hours. */
const developmentMs = 3 * 3600 * 1000

const valueOf = ({ state, zone, clock }: ZoneContext, id: string): unknown => {
  if (id === 'development_mode') return developmentLeft(zone, clock.now()) > 0 ? 'on' : 'off'
  return state.settings.get(zone.id, id)?.value ?? initialValue(settingRow(id), zone.plan)
}

/** @throws Refusal `setting_unknown` for a setting that is gone, when those are refused. */
const refuseGone = ({ clock, refusesGone }: ZoneContext, id: string): void => {
  if (refusesGone === true && isSettingGone(id, new Date(clock.now()).toISOString().slice(0, 10))) throw refuse('setting_unknown')
}

const shown = (context: ZoneContext, id: string): Record<string, unknown> => {
  const { state, zone, clock } = context
  refuseGone(context, id)
  const row = settingRow(id)
  const value = valueOf(context, id)
  return {
    id,
    ...(row.enabled ? { enabled: value } : { value }),
    editable: isEditable(row, zone.plan),
    modified_on: state.settings.get(zone.id, id)?.modifiedOn ?? null,
    ...(id === 'development_mode' ? { time_remaining: developmentLeft(zone, clock.now()) } : {}),
  }
}

/** Changes one setting and gives the context in which the change is seen. */
const change = (context: ZoneContext, id: string, body: Readonly<Record<string, unknown>>): ZoneContext => {
  const { state, zone, clock } = context
  refuseGone(context, id)
  const value = settingValue(id, settingRow(id).enabled ? (body['enabled'] ?? body['value']) : body['value'], { plan: zone.plan, before: valueOf(context, id) })
  const now = clock.now()
  state.settings.put(zone.id, id, { value, modifiedOn: microsecondDate(now) })
  if (id !== 'development_mode') return context
  const after = { ...zone, details: { ...zone.details, developmentUntil: value === 'on' ? now + developmentMs : 0 } }
  state.zones.update(after)
  return { ...context, zone: after }
}

const editAll = (context: ZoneContext): Outcome => {
  const { items } = context.input
  if (!Array.isArray(items) || items.length === 0) throw refuse('request_invalid')
  let seen = context
  const ids = items.map((item: unknown) => {
    const body = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {}
    const id = String(body['id'] ?? '')
    seen = change(seen, id, body)
    return id
  })
  return { result: ids.map((id) => shown(seen, id)) }
}

/** Handlers of zone settings. */
export const zoneSettingHandlers: readonly Handler[] = [
  serveZone(zones.settings.get, (context) => ({ result: shown(context, String(context.input['setting_id'])) })),
  serveZone(zones.settings.edit, (context) => {
    const id = String(context.input['setting_id'])
    return { result: shown(change(context, id, context.input), id) }
  }),
  serveZone(zones.settings.all, (context) => ({ result: settingIds.map((id) => shown(context, id)) })),
  serveZone(zones.settings.editAll, editAll),
]
