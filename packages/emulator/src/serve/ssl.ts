import { ssl } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { toUuid, uuidOf } from '../rules/uuid.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { paged } from './paged.ts'

/** A pack of certificates as it is kept. */
interface Pack {
  readonly type: string
  readonly hosts: readonly string[]
  readonly validation_method: string
  readonly validity_days: number
  readonly certificate_authority: string
  readonly cloudflare_branding: boolean
  /** When it was ordered, in milliseconds since 1970. */
  readonly orderedAt: number
}

/** An order is taken up after ten seconds and validated after a minute: nobody has to publish anything here. */
const takenUpMs = 10_000
const validatedMs = 60_000
const dayMs = 24 * 3600 * 1000

const packsIn = (state: State): Collection<Pack> => state.documents.collection<Pack>('certificate_packs')
const switchesIn = (state: State): Collection<boolean> => state.documents.collection<boolean>('universal_ssl')

const invalid = (field: string, detail: string) => refuse('certificate_input', { field, detail })

const isUniversalOn = ({ state, zone }: ZoneContext): boolean => switchesIn(state).get(zone.id, 'enabled') ?? true

const universalId = ({ zone }: ZoneContext): string => uuidOf(`universal:${zone.id}`)

const packs = (context: ZoneContext): readonly { readonly id: string; readonly value: Pack }[] => {
  const { state, zone } = context
  const ordered = packsIn(state).all(zone.id)
  if (!isUniversalOn(context) || zone.status !== 'active') return ordered
  const universal: Pack = { type: 'universal', hosts: [zone.name, `*.${zone.name}`], validation_method: 'txt', validity_days: 90, certificate_authority: 'google', cloudflare_branding: false, orderedAt: Date.parse(zone.details.activatedOn ?? zone.details.createdOn) }
  return [{ id: universalId(context), value: universal }, ...ordered]
}

const statusOf = ({ clock }: ZoneContext, { type, orderedAt }: Pack): 'initializing' | 'pending_validation' | 'active' => {
  const age = clock.now() - orderedAt
  if (type === 'universal' || age >= validatedMs) return 'active'
  return age < takenUpMs ? 'initializing' : 'pending_validation'
}

const recordFor = (id: string, { hosts, validation_method: method }: Pack): Record<string, unknown> => {
  const [host = ''] = hosts
  const name = host.replace(/^\*\./, '')
  const token = id.replaceAll('-', '')
  if (method === 'email') return { emails: ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'].map((box) => `${box}@${name}`) }
  return method === 'http' ? { http_url: `http://${name}/.well-known/pki-validation/${token}.txt`, http_body: token } : { txt_name: `_acme-challenge.${name}`, txt_value: token }
}

const shown = (context: ZoneContext, id: string, pack: Pack): Record<string, unknown> => {
  const { orderedAt, ...rest } = pack
  const status = statusOf(context, pack)
  if (status !== 'active') return { id, ...rest, status, certificates: [], ...(status === 'initializing' ? {} : { validation_records: [{ status: 'pending', ...recordFor(id, pack) }] }) }
  const certificate = uuidOf(`certificate:${id}`)
  const uploaded = microsecondDate(orderedAt)
  // An active pack is renewed before it ends: the last renewal is what its certificate shows.
  const lifetime = pack.validity_days * dayMs
  const ends = orderedAt + (Math.floor((context.clock.now() - orderedAt) / lifetime) + 1) * lifetime
  return {
    id,
    ...rest,
    status,
    primary_certificate: certificate,
    certificates: [{ id: certificate, hosts: pack.hosts, issuer: pack.certificate_authority, signature: 'ECDSAWithSHA256', status: 'active', bundle_method: 'ubiquitous', zone_id: context.zone.id, uploaded_on: uploaded, modified_on: uploaded, expires_on: microsecondDate(ends), priority: 1 }],
  }
}

const find = (context: ZoneContext): { readonly id: string; readonly value: Pack } => {
  const found = packs(context).find(({ id }) => id === context.input['certificate_pack_id'])
  if (found === undefined) throw refuse('certificate_pack_not_found')
  return found
}

const order = (context: ZoneContext) => {
  const { state, zone, clock, ids } = context
  const { type, hosts, validation_method: method, validity_days: days, certificate_authority: authority, cloudflare_branding: branding = false } = declaredInput(ssl.certificatePacks.order, context.input, invalid)
  const names = (hosts as readonly string[]).map((name) => name.toLowerCase())
  const foreign = names.find((name) => name.replace(/^\*\./, '') !== zone.name && !name.endsWith(`.${zone.name}`))
  if (foreign !== undefined) throw refuse('certificate_pack_hosts', { name: foreign, zone: zone.name })
  if (!names.includes(zone.name)) throw refuse('certificate_pack_apex', { zone: zone.name })
  if (packsIn(state).all(zone.id).length >= packLimit) throw refuse('certificate_pack_quota', { limit: packLimit })
  const id = toUuid(ids.next())
  const pack: Pack = { type: String(type), hosts: names, validation_method: String(method), validity_days: Number(days), certificate_authority: String(authority), cloudflare_branding: branding === true, orderedAt: clock.now() }
  packsIn(state).put(zone.id, id, pack)
  return { result: shown(context, id, pack) }
}

/** Nothing runs out of time here: a pack that is not active yet is validated from the start again. */
const edit = (context: ZoneContext) => {
  const { id, value } = find(context)
  const { cloudflare_branding: branding } = declaredInput(ssl.certificatePacks.edit, context.input, invalid)
  if (value.type !== 'advanced') throw refuse('certificate_pack_universal')
  const again = branding === undefined
  if (again && statusOf(context, value) === 'active') throw refuse('certificate_pack_settled')
  const after: Pack = { ...value, ...(again ? { orderedAt: context.clock.now() } : { cloudflare_branding: branding === true }) }
  packsIn(context.state).put(context.zone.id, id, after)
  return { result: shown(context, id, after) }
}

/** Advanced packs that a zone may have. */
const packLimit = 100

const verification = (context: ZoneContext) => ({
  result: packs(context).map(({ id, value }) => {
    const status = statusOf(context, value)
    const record = recordFor(id, value)
    const found = status === 'active'
    return {
      brand_check: false,
      cert_pack_uuid: id,
      certificate_status: found ? 'active' : status === 'initializing' ? 'initializing' : 'authorizing',
      signature: 'ECDSAWithSHA256',
      validation_method: value.validation_method,
      verification_status: found,
      ...(found ? {} : { verification_info: { record_name: String(record['txt_name'] ?? record['http_url'] ?? ''), record_target: String(record['txt_value'] ?? record['http_body'] ?? '') } }),
    }
  }),
})

const editVerification = (context: ZoneContext) => {
  const { id, value } = find(context)
  const { validation_method: method } = declaredInput(ssl.verification.edit, context.input, invalid)
  if (statusOf(context, value) === 'active') throw refuse('certificate_pack_settled')
  const after = { ...value, validation_method: String(method) }
  packsIn(context.state).put(context.zone.id, id, after)
  return { result: { status: statusOf(context, after), validation_method: method } }
}

/** Handlers of certificates that the service orders. */
export const sslHandlers: readonly Handler[] = [
  serveZone(ssl.universal.get, (context) => ({ result: { enabled: isUniversalOn(context) } })),
  serveZone(ssl.universal.edit, (context) => {
    const { enabled } = declaredInput(ssl.universal.edit, context.input, invalid)
    switchesIn(context.state).put(context.zone.id, 'enabled', enabled === true)
    return { result: { enabled } }
  }),
  serveZone(ssl.certificatePacks.list, (context) => {
    const rows = packs(context).filter(({ value }) => context.input['status'] === 'all' || statusOf(context, value) === 'active')
    return paged(rows.map(({ id, value }) => shown(context, id, value)), context.input, { perPage: 20, most: 50 })
  }),
  serveZone(ssl.certificatePacks.order, order),
  serveZone(ssl.certificatePacks.edit, edit),
  serveZone(ssl.certificatePacks.quota, ({ state, zone }) => ({ result: { advanced: { allocated: packLimit, used: packsIn(state).all(zone.id).length } } })),
  serveZone(ssl.certificatePacks.get, (context) => {
    const { id, value } = find(context)
    return { result: shown(context, id, value) }
  }),
  serveZone(ssl.certificatePacks.remove, (context) => {
    const { id } = find(context)
    if (id === universalId(context)) throw refuse('certificate_pack_universal')
    packsIn(context.state).remove(context.zone.id, id)
    return { result: { id } }
  }),
  serveZone(ssl.verification.get, verification),
  serveZone(ssl.verification.edit, editVerification),
]
