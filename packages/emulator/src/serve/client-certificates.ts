import { createHash } from 'node:crypto'

import { clientCertificates } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { fromPem } from '../rules/certificates/der.ts'
import { issue, keyIdentifier } from '../rules/certificates/issue.ts'
import { readRequest } from '../rules/certificates/request.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { toUuid } from '../rules/uuid.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { authorityFor } from './authority.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'
import { paged } from './paged.ts'

/** A client certificate as it is kept. */
interface ClientCertificate {
  readonly shown: Readonly<Record<string, unknown>>
  /** When revocation was asked for, in milliseconds since 1970. */
  readonly revokedAt?: number
}

/** Revocation can be taken back this long. */
const pendingMs = 60_000

const keptIn = (state: State): Collection<ClientCertificate> => state.documents.collection<ClientCertificate>('client_certificates')

const invalid = (field: string, detail: string) => refuse('certificate_input', { field, detail })

const statusOf = ({ clock }: ZoneContext, { revokedAt }: ClientCertificate): string => {
  if (revokedAt === undefined) return 'active'
  return clock.now() < revokedAt + pendingMs ? 'pending_revocation' : 'revoked'
}

const shown = (context: ZoneContext, id: string, value: ClientCertificate): Record<string, unknown> => ({ id, ...value.shown, status: statusOf(context, value) })

const find = ({ state, zone, input }: ZoneContext): { readonly id: string; readonly value: ClientCertificate } => {
  const id = String(input['client_certificate_id'])
  const value = keptIn(state).get(zone.id, id)
  if (value === undefined) throw refuse('client_certificate_not_found')
  return { id, value }
}

const create = (context: ZoneContext) => {
  const { state, zone, clock, ids } = context
  const { csr, validity_days: days } = declaredInput(clientCertificates.create, context.input, invalid)
  const request = readRequest(String(csr))
  if (request === undefined) throw refuse('certificate_request_invalid', { detail: 'it is not a signed PEM request' })
  const from = clock.now()
  const until = from + Number(days) * 24 * 3600 * 1000
  const serial = `4${ids.next()}${ids.next()}`.slice(0, 40)
  const authority = authorityFor(state, zone.id, 'Managed CA')
  const certificate = issue(authority, { subject: request.subject, keyInfo: request.keyInfo, serial, from, until, hostnames: [] })
  const { CN, C, ST, L, O, OU } = request.names
  const id = toUuid(ids.next())
  const value: ClientCertificate = {
    shown: {
      certificate,
      certificate_authority: { id: toUuid(createHash('sha256').update(authority.key).digest('hex')), name: authority.name },
      common_name: CN ?? '',
      country: C ?? '',
      state: ST ?? '',
      location: L ?? '',
      organization: O ?? '',
      organizational_unit: OU ?? '',
      csr,
      fingerprint_sha256: createHash('sha256').update(fromPem('CERTIFICATE', certificate) ?? Buffer.alloc(0)).digest('hex'),
      serial_number: serial,
      signature: 'ECDSAWithSHA256',
      ski: keyIdentifier(request.keyInfo),
      validity_days: days,
      issued_on: microsecondDate(from),
      expires_on: microsecondDate(until),
    },
  }
  keptIn(state).put(zone.id, id, value)
  return { result: shown(context, id, value) }
}

const list = (context: ZoneContext) => {
  const { status = 'all' } = declaredInput(clientCertificates.list, context.input, (field, detail) => refuse('query_invalid', { detail: `${field} ${detail}` }))
  const rows = keptIn(context.state).all(context.zone.id).map(({ id, value }) => shown(context, id, value))
  return paged(rows.filter((row) => status === 'all' || row['status'] === status), context.input, { perPage: 20, most: 50 })
}

const changeFrom = (context: ZoneContext, from: string, verb: string, after: (value: ClientCertificate) => ClientCertificate) => {
  const { id, value } = find(context)
  const status = statusOf(context, value)
  if (status !== from) throw refuse('client_certificate_state', { status, verb })
  keptIn(context.state).put(context.zone.id, id, after(value))
  return { result: shown(context, id, after(value)) }
}

/** Handlers of client certificates. */
export const clientCertificateHandlers: readonly Handler[] = [
  serveZone(clientCertificates.list, list),
  serveZone(clientCertificates.create, create),
  serveZone(clientCertificates.get, (context) => {
    const { id, value } = find(context)
    return { result: shown(context, id, value) }
  }),
  serveZone(clientCertificates.reactivate, (context) => changeFrom(context, 'pending_revocation', 'reactivated', ({ shown: fields }) => ({ shown: fields }))),
  serveZone(clientCertificates.remove, (context) => changeFrom(context, 'active', 'revoked', (value) => ({ ...value, revokedAt: context.clock.now() }))),
]
