import { isIP } from 'node:net'

import { customHostnames } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { isPair, readCertificate } from '../rules/certificates/read.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { ordered } from '../rules/fields.ts'
import { asciiName, isHostName } from '../rules/names.ts'
import { toUuid, uuidOf } from '../rules/uuid.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { paged } from './paged.ts'

type Fields = Readonly<Record<string, unknown>>

/** A custom host name as it is kept. */
interface Hostname {
  readonly hostname: string
  readonly ssl?: Fields
  /** When it was last asked to be looked at, in milliseconds since 1970. */
  readonly askedAt: number
  readonly created_at: string
  readonly more: Fields
}

/** Names are taken to point here after a minute: the emulator asks no other name server. */
const validatedMs = 60_000

const hostnamesIn = (state: State): Collection<Hostname> => state.documents.collection<Hostname>('custom_hostnames')
const originsIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('fallback_origin')

const invalid = (field: string, detail: string) => refuse('certificate_input', { field, detail })

const shown = ({ clock, zone }: ZoneContext, id: string, { hostname, ssl, askedAt, created_at, more }: Hostname): Fields => {
  const active = clock.now() >= askedAt + validatedMs
  const token = uuidOf(`ownership:${id}`)
  const pending = {
    verification_errors: ['custom hostname does not CNAME to this zone.'],
    ownership_verification: { type: 'txt', name: `_cf-custom-hostname.${hostname}`, value: token },
    ownership_verification_http: { http_url: `http://${hostname}/.well-known/cf-custom-hostname-challenge/${id}`, http_body: token },
  }
  const records = ssl?.['method'] === 'txt' ? { txt_name: `_acme-challenge.${hostname}`, txt_value: token } : ssl?.['method'] === 'email' ? { emails: [`hostmaster@${hostname}`] } : { http_url: `http://${hostname}/.well-known/pki-validation/${zone.id}.txt`, http_body: token }
  return {
    id,
    hostname,
    ...(ssl === undefined ? {} : { ssl: { ...ssl, status: active ? 'active' : 'pending_validation', ...(active ? {} : { validation_records: [records] }) } }),
    ...more,
    status: active ? 'active' : 'pending',
    ...(active ? {} : pending),
    created_at,
  }
}

const find = ({ state, zone, input }: ZoneContext): { readonly id: string; readonly value: Hostname } => {
  const id = String(input['custom_hostname_id'])
  const value = hostnamesIn(state).get(zone.id, id)
  if (value === undefined) throw refuse('custom_hostname_not_found')
  return { id, value }
}

/** The certificate as it is kept: what a certificate of one's own says is read, and its key forgotten. */
const sslOf = (given: Fields, { id, now }: { readonly id: unknown; readonly now: number }): Fields => {
  const { custom_certificate: certificate, custom_key: key, ...rest } = given
  const base = { id, type: 'dv', method: 'http', bundle_method: 'ubiquitous', wildcard: false, certificate_authority: 'google', settings: {}, ...rest }
  if (certificate === undefined && key === undefined) return base
  const facts = readCertificate(String(certificate))
  if (facts === undefined) throw refuse('certificate_invalid')
  if (!isPair(String(certificate), String(key))) throw refuse('certificate_key_pair')
  const { hosts, issuer, expires_on } = facts
  return { ...base, hosts, issuer, expires_on, uploaded_on: microsecondDate(now) }
}

/** The name as it is kept: in ASCII, of two labels at least. */
const customHostname = (given: string): string => {
  const name = asciiName(given)
  if (name === undefined || !name.includes('.') || isIP(name) !== 0 || !isHostName(name.replace(/^\*\./, ''))) throw refuse('custom_hostname_name')
  return name
}

const create = (context: ZoneContext) => {
  const { state, zone, clock, ids } = context
  const { hostname, ssl, ...more } = declaredInput(customHostnames.create, context.input, invalid)
  const name = customHostname(String(hostname))
  if (name === zone.name || name.endsWith(`.${zone.name}`)) throw refuse('custom_hostname_own')
  if (hostnamesIn(state).all(zone.id).some(({ value }) => value.hostname === name)) throw refuse('custom_hostname_taken')
  const now = clock.now()
  const id = toUuid(ids.next())
  const value: Hostname = { hostname: name, ...(ssl === undefined ? {} : { ssl: sslOf(ssl as Fields, { id: toUuid(ids.next()), now }) }), askedAt: now, created_at: microsecondDate(now), more }
  hostnamesIn(state).put(zone.id, id, value)
  return { result: shown(context, id, value) }
}

const edit = (context: ZoneContext) => {
  const { state, zone, clock, ids } = context
  const { id, value } = find(context)
  const { ssl, ...more } = declaredInput(customHostnames.edit, context.input, invalid)
  const now = clock.now()
  const waiting = now < value.askedAt + validatedMs
  const changed = ssl === undefined ? {} : { ssl: sslOf({ ...value.ssl, ...(ssl as Fields) }, { id: value.ssl?.['id'] ?? toUuid(ids.next()), now }), askedAt: waiting ? value.askedAt : now }
  const after: Hostname = { ...value, ...changed, more: { ...value.more, ...more } }
  hostnamesIn(state).put(zone.id, id, after)
  return { result: shown(context, id, after) }
}

const list = (context: ZoneContext) => {
  const { hostname, id, ssl, order } = declaredInput(customHostnames.list, context.input, (field, detail) => refuse('query_invalid', { detail: `${field} ${detail}` }))
  const rows = hostnamesIn(context.state)
    .all(context.zone.id)
    .filter((row) => (hostname === undefined || row.value.hostname === String(hostname).toLowerCase()) && (id === undefined || row.id === id) && (ssl === undefined || (row.value.ssl !== undefined) === (ssl === 1)))
    .map((row) => shown(context, row.id, row.value))
  const key = order === undefined ? undefined : (row: Fields) => String((row['ssl'] as Fields | undefined)?.[order === 'ssl' ? 'id' : 'status'] ?? '')
  return paged(ordered(rows, key, context.input['direction']), context.input, { perPage: 20, most: 1000 })
}

const originOf = ({ state, zone }: ZoneContext): Fields => {
  const origin = originsIn(state).get(zone.id, 'origin')
  if (origin === undefined) throw refuse('fallback_origin_not_found')
  return origin
}

const updateOrigin = (context: ZoneContext) => {
  const { state, zone, clock } = context
  const origin = String(declaredInput(customHostnames.fallbackOrigin.update, context.input, invalid)['origin']).toLowerCase()
  if (!state.records.atName(zone.id, origin).some(({ wire }) => wire.proxied)) throw refuse('fallback_origin_record')
  const now = microsecondDate(clock.now())
  const value: Fields = { origin, status: 'active', errors: [], created_at: originsIn(state).get(zone.id, 'origin')?.['created_at'] ?? now, updated_at: now }
  originsIn(state).put(zone.id, 'origin', value)
  return { result: value }
}

/** Handlers of custom host names. */
export const customHostnameHandlers: readonly Handler[] = [
  serveZone(customHostnames.list, list),
  serveZone(customHostnames.create, create),
  serveZone(customHostnames.get, (context) => {
    const { id, value } = find(context)
    return { result: shown(context, id, value) }
  }),
  serveZone(customHostnames.edit, edit),
  serveZone(customHostnames.remove, (context) => {
    const { id } = find(context)
    hostnamesIn(context.state).remove(context.zone.id, id)
    return { result: { id } }
  }),
  serveZone(customHostnames.fallbackOrigin.get, (context) => ({ result: originOf(context) })),
  serveZone(customHostnames.fallbackOrigin.update, updateOrigin),
  serveZone(customHostnames.fallbackOrigin.remove, (context) => {
    const origin = originOf(context)
    originsIn(context.state).remove(context.zone.id, 'origin')
    return { result: { ...origin, status: 'pending_deletion' } }
  }),
]
