import { keylessCertificates } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { readCertificate } from '../rules/certificates/read.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** A key server as it is kept. */
type Keyless = Readonly<Record<string, unknown>>

const keylessIn = (state: State): Collection<Keyless> => state.documents.collection<Keyless>('keyless_certificates')

const invalid = (field: string, detail: string) => refuse('certificate_input', { field, detail })

const permissions = ['#ssl:read', '#ssl:edit']

const find = ({ state, zone, input }: ZoneContext): { readonly id: string; readonly value: Keyless } => {
  const id = String(input['keyless_certificate_id'])
  const value = keylessIn(state).get(zone.id, id)
  if (value === undefined) throw refuse('keyless_not_found')
  return { id, value }
}

const create = ({ state, zone, clock, ids, input }: ZoneContext) => {
  const { certificate, host, port = 24_008, name = host, tunnel } = declaredInput(keylessCertificates.create, input, invalid)
  if (readCertificate(String(certificate)) === undefined) throw refuse('certificate_invalid')
  const now = microsecondDate(clock.now())
  const id = ids.next()
  const value: Keyless = { name, host, port, status: 'active', enabled: true, permissions, ...(tunnel === undefined ? {} : { tunnel }), created_on: now, modified_on: now }
  keylessIn(state).put(zone.id, id, value)
  return { result: { id, ...value } }
}

const edit = (context: ZoneContext) => {
  const { id, value } = find(context)
  const after = { ...value, ...declaredInput(keylessCertificates.edit, context.input, invalid), modified_on: microsecondDate(context.clock.now()) }
  keylessIn(context.state).put(context.zone.id, id, after)
  return { result: { id, ...after } }
}

/** Handlers of keyless certificates. */
export const keylessCertificateHandlers: readonly Handler[] = [
  serveZone(keylessCertificates.list, ({ state, zone }) => ({ result: keylessIn(state).all(zone.id).map(({ id, value }) => ({ id, ...value })) })),
  serveZone(keylessCertificates.create, create),
  serveZone(keylessCertificates.get, (context) => {
    const { id, value } = find(context)
    return { result: { id, ...value } }
  }),
  serveZone(keylessCertificates.edit, edit),
  serveZone(keylessCertificates.remove, (context) => {
    const { id } = find(context)
    keylessIn(context.state).remove(context.zone.id, id)
    return { result: { id } }
  }),
]
