import { createHash } from 'node:crypto'

import type { AnyEndpoint } from '@zonewright/core'
import { historic } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { newRayId } from '../ids.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { ordered } from '../rules/fields.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountFor } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'
import { paged } from './paged.ts'

/** A Railgun as it is kept. */
interface Railgun {
  readonly name: string
  readonly enabled: boolean
  readonly activationKey: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly modifiedAt: number
  /** Identifiers of connected zones. */
  readonly zones: readonly string[]
}

/** The receiver of a new Railgun is taken to sign in after a minute. */
const startMs = 60_000

const sizes = { perPage: 20, most: 50 }

const railgunsIn = (state: State): Collection<Railgun> => state.documents.collection<Railgun>('railguns')

const invalid = (field: string, detail: string) => refuse('railgun_invalid', { field, detail })

/** Connected zones that still exist. */
const zonesOf = ({ state }: Context, { zones }: Railgun) =>
  zones.flatMap((id) => {
    const zone = state.zones.byId(id)
    return zone === undefined ? [] : [{ id, name: zone.name }]
  })

const shown = (context: Context, { id, value }: Document<Railgun>): Record<string, unknown> => {
  const active = context.clock.now() >= value.createdAt + startMs
  return {
    id,
    name: value.name,
    status: active ? 'active' : 'initializing',
    enabled: value.enabled,
    zones_connected: zonesOf(context, value).length,
    build: active ? 'b1234' : null,
    version: active ? '5.3.3' : null,
    revision: active ? '123' : null,
    activation_key: value.activationKey,
    activated_on: active ? microsecondDate(value.createdAt + startMs) : null,
    created_on: microsecondDate(value.createdAt),
    modified_on: microsecondDate(value.modifiedAt),
  }
}

type Scope = (context: Context) => string

const find = (context: Context, scope: string): Document<Railgun> => {
  const id = String(context.input['railgun_id'])
  const value = railgunsIn(context.state).get(scope, id)
  if (value === undefined) throw refuse('railgun_not_found')
  return { id, value }
}

const handlersOf = (endpoints: Readonly<Record<'list' | 'create' | 'get' | 'edit' | 'remove' | 'zones', AnyEndpoint>>, scope: Scope): readonly Handler[] => [
  serve(endpoints.list, (context) => paged(ordered(railgunsIn(context.state).all(scope(context)), undefined, context.input['direction']).map((railgun) => shown(context, railgun)), context.input, sizes)),
  serve(endpoints.create, (context) => {
    const { name } = declaredInput(endpoints.create, context.input, invalid)
    const now = context.clock.now()
    const railgun = { id: context.ids.next(), value: { name: String(name), enabled: true, activationKey: context.ids.next(), createdAt: now, modifiedAt: now, zones: [] } }
    railgunsIn(context.state).put(scope(context), railgun.id, railgun.value)
    return { result: shown(context, railgun) }
  }),
  serve(endpoints.get, (context) => ({ result: shown(context, find(context, scope(context))) })),
  serve(endpoints.edit, (context) => {
    const { id, value } = find(context, scope(context))
    const after: Railgun = { ...value, ...declaredInput(endpoints.edit, context.input, invalid), modifiedAt: context.clock.now() }
    railgunsIn(context.state).put(scope(context), id, after)
    return { result: shown(context, { id, value: after }) }
  }),
  serve(endpoints.remove, (context) => {
    const { id } = find(context, scope(context))
    railgunsIn(context.state).remove(scope(context), id)
    return { result: { id } }
  }),
  serve(endpoints.zones, (context) => ({ result: zonesOf(context, find(context, scope(context)).value) })),
]

/** Railguns that a zone can use: those of the asker and those of the zone's account. */
const scopesFor = ({ actor, zone }: ZoneContext): readonly string[] => [actor.user.id, zone.accountId]

interface Reachable extends Document<Railgun> {
  readonly scope: string
}

const reachable = (context: ZoneContext): readonly Reachable[] => scopesFor(context).flatMap((scope) => railgunsIn(context.state).all(scope).map((railgun) => ({ ...railgun, scope })))

const findFor = (context: ZoneContext): Reachable => {
  const railgun = reachable(context).find(({ id }) => id === context.input['railgun_id'])
  if (railgun === undefined) throw refuse('railgun_not_found')
  return railgun
}

const shownFor = ({ zone }: ZoneContext, { id, value }: Document<Railgun>): Record<string, unknown> => ({ id, name: value.name, enabled: value.enabled, connected: value.zones.includes(zone.id) })

const connect = (context: ZoneContext) => {
  const { state, zone, clock } = context
  const chosen = findFor(context)
  const { connected } = declaredInput(historic.zoneRailguns.edit, context.input, invalid)
  if (connected === true && !chosen.value.enabled) throw refuse('railgun_disabled')
  for (const { id, scope, value } of reachable(context)) {
    const others = value.zones.filter((one) => one !== zone.id)
    const zones = id === chosen.id && connected === true ? [...others, zone.id] : id === chosen.id || connected === true ? others : value.zones
    if (zones.length !== value.zones.length) railgunsIn(state).put(scope, id, { ...value, zones, modifiedAt: clock.now() })
  }
  return { result: shownFor(context, findFor(context)) }
}

/** What a request through the Railgun would have given: the emulator makes none, so the numbers follow from the names. */
const diagnose = (context: ZoneContext) => {
  const { id, value } = findFor(context)
  if (!value.zones.includes(context.zone.id)) throw refuse('railgun_not_connected')
  const host = `www.${context.zone.name}`
  const hash = createHash('sha1').update(`${id}:${host}`).digest('hex')
  const number = Number.parseInt(hash.slice(0, 6), 16)
  return {
    result: {
      method: 'GET',
      host_name: host,
      http_status: 200,
      railgun: value.enabled ? 'on' : 'off',
      url: `https://${host}`,
      response_status: '200 OK',
      protocol: 'HTTP/1.1',
      elapsed_time: `${(0.05 + (number % 400_000) / 1_000_000).toFixed(6)}s`,
      body_size: `${10_000 + (number % 90_000)} bytes`,
      body_hash: hash,
      missing_headers: 'No Content-Length or Transfer-Encoding',
      connection_close: false,
      cloudflare: 'on',
      'cf-ray': newRayId(),
      'cf-wan-error': null,
      'cf-cache-status': null,
    },
  }
}

/** Handlers of Railguns: of users, of organizations and of zones. */
export const railgunHandlers: readonly Handler[] = [
  ...handlersOf(historic.railguns, ({ actor }) => actor.user.id),
  ...handlersOf(historic.organizationRailguns, (context) => accountFor(context, context.input['organization_id']).id),
  serveZone(historic.zoneRailguns.list, (context) => paged(reachable(context).map((railgun) => shownFor(context, railgun)), context.input, sizes)),
  serveZone(historic.zoneRailguns.get, (context) => ({ result: shownFor(context, findFor(context)) })),
  serveZone(historic.zoneRailguns.diagnose, diagnose),
  serveZone(historic.zoneRailguns.edit, connect),
]
