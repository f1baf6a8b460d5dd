import { customCertificates, ssl } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { type CertificateFacts, isPair, readCertificate } from '../rules/certificates/read.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { filtered, same } from '../rules/fields.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { paged } from './paged.ts'

/** An uploaded certificate as it is kept. Its private key is checked and forgotten: nothing here terminates TLS. */
interface Uploaded extends CertificateFacts {
  readonly bundle_method: string
  readonly type: string
  readonly geo_restrictions: unknown
  readonly policy: unknown
  readonly priority: number
  readonly uploaded_on: string
  readonly modified_on: string
}

const uploadedIn = (state: State): Collection<Uploaded> => state.documents.collection<Uploaded>('custom_certificates')

const invalid = (field: string, detail: string) => refuse('certificate_input', { field, detail })

const shown = ({ zone, clock }: ZoneContext, id: string, value: Uploaded): Record<string, unknown> => {
  const { geo_restrictions: places, ...rest } = value
  return { id, ...rest, ...(places === null ? {} : { geo_restrictions: places }), zone_id: zone.id, status: Date.parse(value.expires_on) <= clock.now() ? 'expired' : 'active' }
}

const factsOf = ({ clock }: ZoneContext, certificate: unknown, key?: unknown): CertificateFacts => {
  const facts = readCertificate(String(certificate))
  if (facts === undefined) throw refuse('certificate_invalid')
  if (Date.parse(facts.expires_on) <= clock.now()) throw refuse('certificate_expired')
  if (key !== undefined && !isPair(String(certificate), String(key))) throw refuse('certificate_key_pair')
  return facts
}

const all = (context: ZoneContext): readonly Record<string, unknown>[] =>
  uploadedIn(context.state)
    .all(context.zone.id)
    .toSorted((a, b) => b.value.priority - a.value.priority)
    .map(({ id, value }) => shown(context, id, value))

const find = ({ state, zone, input }: ZoneContext, id = String(input['custom_certificate_id'])): { readonly id: string; readonly value: Uploaded } => {
  const value = uploadedIn(state).get(zone.id, id)
  if (value === undefined) throw refuse('custom_certificate_not_found')
  return { id, value }
}

const create = (context: ZoneContext) => {
  const { state, zone, clock, ids } = context
  if (zone.plan === 'free' || zone.plan === 'pro') throw refuse('certificate_plan')
  const { certificate, private_key: key, bundle_method: bundle = 'ubiquitous', type = 'legacy_custom', geo_restrictions: places = null, policy = null } = declaredInput(customCertificates.create, context.input, invalid)
  const facts = factsOf(context, certificate, key)
  const others = uploadedIn(state).all(zone.id)
  if (others.some(({ value }) => value.type === type && value.signature === facts.signature && value.hosts.join() === facts.hosts.join())) throw refuse('certificate_twin')
  const now = microsecondDate(clock.now())
  const id = ids.next()
  const value: Uploaded = { ...facts, bundle_method: String(bundle), type: String(type), geo_restrictions: places, policy, priority: 0, uploaded_on: now, modified_on: now }
  uploadedIn(state).put(zone.id, id, value)
  return { result: shown(context, id, value) }
}

const edit = (context: ZoneContext) => {
  const { state, zone, clock, ids } = context
  const { id, value } = find(context)
  const { certificate, private_key: key, ...rest } = declaredInput(customCertificates.edit, context.input, invalid)
  if ((certificate === undefined) !== (key === undefined)) throw refuse('certificate_key_pair')
  const after: Uploaded = { ...value, ...(certificate === undefined ? {} : factsOf(context, certificate, key)), ...rest, modified_on: microsecondDate(clock.now()) }
  const next = value.type === 'sni_custom' ? ids.next() : id
  if (next !== id) uploadedIn(state).remove(zone.id, id)
  uploadedIn(state).put(zone.id, next, after)
  return { result: shown(context, next, after) }
}

const prioritize = (context: ZoneContext) => {
  const { certificates } = declaredInput(customCertificates.prioritize, context.input, invalid)
  const changes = (certificates as readonly { readonly id: string; readonly priority: number }[]).map(({ id, priority }) => ({ ...find(context, id), priority }))
  for (const { id, value, priority } of changes) uploadedIn(context.state).put(context.zone.id, id, { ...value, priority })
  return { result: all(context) }
}

/** Handlers of uploaded certificates, and of looking at one. */
export const customCertificateHandlers: readonly Handler[] = [
  serveZone(customCertificates.list, (context) => paged(filtered(all(context), context.input, [{ name: 'status', test: (row, wanted) => same(String(row['status']), wanted) }]), context.input, { perPage: 20, most: 50 })),
  serveZone(customCertificates.create, create),
  serveZone(customCertificates.get, (context) => {
    const { id, value } = find(context)
    return { result: shown(context, id, value) }
  }),
  serveZone(customCertificates.edit, edit),
  serveZone(customCertificates.remove, (context) => {
    const { id } = find(context)
    uploadedIn(context.state).remove(context.zone.id, id)
    return { result: { id } }
  }),
  serveZone(customCertificates.prioritize, prioritize),
  serveZone(ssl.analyze, (context) => {
    const { hosts, signature, expires_on } = factsOf(context, declaredInput(ssl.analyze, context.input, invalid)['certificate'])
    return { result: { hosts, signature_algorithm: signature, expires_on } }
  }),
]
