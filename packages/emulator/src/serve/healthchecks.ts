import { healthchecks } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { paged } from './paged.ts'

type Fields = Readonly<Record<string, unknown>>

const keptIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('healthchecks')

const invalid = (field: string, detail: string) => refuse('healthcheck_invalid', { field, detail })

const find = ({ state, zone, input }: ZoneContext): Document<Fields> => {
  const id = String(input['healthcheck_id'])
  const value = keptIn(state).get(zone.id, id)
  if (value === undefined) throw refuse('healthcheck_not_found')
  return { id, value }
}

/** The emulator asks no server: what is not suspended is not known. */
const shown = ({ id, value }: Document<Fields>): Fields => ({ id, ...value, status: value['suspended'] === true ? 'suspended' : 'unknown', failure_reason: '' })

const defaults = { description: '', type: 'HTTP', check_regions: null, interval: 60, timeout: 5, retries: 2, consecutive_fails: 1, consecutive_successes: 1, suspended: false }

const configOf = (type: unknown, given: Fields): Fields => {
  if (type === 'TCP') return { http_config: null, tcp_config: { method: 'connection_established', port: 80, ...(given['tcp_config'] as Fields | null | undefined) } }
  const http = { method: 'GET', path: '/', port: type === 'HTTPS' ? 443 : 80, expected_codes: ['200'], expected_body: '', follow_redirects: false, allow_insecure: false, header: null }
  return { http_config: { ...http, ...(given['http_config'] as Fields | null | undefined) }, tcp_config: null }
}

const keep = (context: ZoneContext, given: Fields, kept?: Document<Fields>) => {
  const { state, zone, clock, ids } = context
  const check: Fields = { ...defaults, ...given }
  if (keptIn(state).all(zone.id).some(({ id, value }) => id !== kept?.id && value['name'] === check['name'])) throw refuse('healthcheck_twin')
  if (Number(check['timeout']) > Number(check['interval'])) throw invalid('interval', 'must not be below timeout')
  const now = microsecondDate(clock.now())
  const id = kept?.id ?? ids.next()
  const value: Fields = { ...check, ...configOf(check['type'], check), created_on: kept?.value['created_on'] ?? now, modified_on: now }
  keptIn(state).put(zone.id, id, value)
  return { result: shown({ id, value }) }
}

/** Handlers of health checks. */
export const healthcheckHandlers: readonly Handler[] = [
  serveZone(healthchecks.list, ({ state, zone, input }) => paged(keptIn(state).all(zone.id).map(shown), input, { perPage: 25, most: 1000 })),
  serveZone(healthchecks.create, (context) => keep(context, declaredInput(healthchecks.create, context.input, invalid))),
  serveZone(healthchecks.get, (context) => ({ result: shown(find(context)) })),
  serveZone(healthchecks.update, (context) => keep(context, declaredInput(healthchecks.update, context.input, invalid), find(context))),
  serveZone(healthchecks.edit, (context) => {
    const kept = find(context)
    return keep(context, { ...kept.value, ...declaredInput(healthchecks.edit, context.input, invalid) }, kept)
  }),
  serveZone(healthchecks.remove, (context) => {
    const { id } = find(context)
    keptIn(context.state).remove(context.zone.id, id)
    return { result: { id } }
  }),
]
