import { originCaCertificates } from '@zonewright/v4'

import { reaches } from '../auth.ts'
import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { commonName, issue } from '../rules/certificates/issue.ts'
import { readRequest } from '../rules/certificates/request.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import type { Zone } from '../state/zones.ts'
import { authorityFor } from './authority.ts'
import { type Context, type Handler, serve } from './handler.ts'

/** A certificate as it is kept, with the zones that its host names are in. */
interface Issued {
  readonly zones: readonly string[]
  readonly certificate: string
  readonly hostnames: readonly string[]
  readonly expires_on: string
  readonly request_type: string
  readonly requested_validity: number
  readonly csr: string
}

const issuedIn = (state: State): Collection<Issued> => state.documents.collection<Issued>('origin_ca_certificates')

/** All of them are in one scope: a certificate is found by its number, and can be for several zones. */
const scope = 'origin_ca'

const dayMs = 24 * 3600 * 1000

const invalid = (field: string, detail: string) => refuse('certificate_input', { field, detail })

/** A date as this one product writes it: `2032-01-29 22:36:00 +0000 UTC`. */
const goDate = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`

const zoneAbove = ({ state, actor }: Context, hostname: string): Zone => {
  const labels = hostname.toLowerCase().replace(/^\*\./, '').split('.')
  for (let at = 0; at < labels.length - 1; at++) {
    const zone = state.zones.byName(labels.slice(at).join('.'))
    if (zone !== undefined && reaches(state, actor, zone)) return zone
  }
  throw refuse('origin_certificate_hostname', { name: hostname })
}

const shown = (id: string, { certificate, hostnames, expires_on, request_type, requested_validity, csr }: Issued): Record<string, unknown> => ({ id, certificate, hostnames, expires_on, request_type, requested_validity, csr })

const find = (context: Context): { readonly id: string; readonly value: Issued } => {
  const id = String(context.input['certificate_id'])
  const value = issuedIn(context.state).get(scope, id)
  const { state, actor } = context
  const seen = value?.zones.some((zoneId) => {
    const zone = state.zones.byId(zoneId)
    return zone !== undefined && reaches(state, actor, zone)
  })
  if (value === undefined || seen !== true) throw refuse('origin_certificate_not_found')
  return { id, value }
}

const create = (context: Context) => {
  const { state, clock, ids } = context
  const { csr, hostnames, request_type: type, requested_validity: days = 5475 } = declaredInput(originCaCertificates.create, context.input, invalid)
  const request = readRequest(String(csr))
  if (request === undefined) throw refuse('certificate_request_invalid', { detail: 'it is not a signed PEM request' })
  const wanted = type === 'origin-rsa' ? 'rsa' : type === 'origin-ecc' ? 'ec' : request.key.asymmetricKeyType
  if (request.key.asymmetricKeyType !== wanted) throw refuse('certificate_request_invalid', { detail: `${String(type)} needs a key of type ${String(wanted)}` })
  const names = hostnames as readonly string[]
  const zones = [...new Set(names.map((name) => zoneAbove(context, name).id))]
  const until = clock.now() + Number(days) * dayMs
  // 20 bytes, the first below 128 and not 0: a positive number of 47 or 48 decimal digits.
  const serial = `4${ids.next()}${ids.next()}`.slice(0, 40)
  const certificate = issue(authorityFor(state, scope, 'Zonewright Emulator Origin CA'), { subject: commonName('CloudFlare Origin Certificate'), keyInfo: request.keyInfo, serial, from: clock.now(), until, hostnames: names })
  const id = BigInt(`0x${serial}`).toString()
  const value: Issued = { zones, certificate, hostnames: names, expires_on: goDate(until), request_type: String(type), requested_validity: Number(days), csr: String(csr) }
  issuedIn(state).put(scope, id, value)
  return { result: shown(id, value) }
}

const list = (context: Context) => {
  const { state, actor, input } = context
  const zone = state.zones.byId(String(input['zone_id'] ?? ''))
  if (zone === undefined) throw refuse('zone_not_found')
  if (!reaches(state, actor, zone)) throw refuse('zone_forbidden')
  return { result: issuedIn(state).all(scope).filter(({ value }) => value.zones.includes(zone.id)).map(({ id, value }) => shown(id, value)) }
}

/**
 * Handlers of origin certificates. The certificates are real ones, signed by an authority that each state makes for itself;
 * no browser and no other program knows it.
 */
export const originCaCertificateHandlers: readonly Handler[] = [
  serve(originCaCertificates.list, list),
  serve(originCaCertificates.create, create),
  serve(originCaCertificates.get, (context) => {
    const { id, value } = find(context)
    return { result: shown(id, value) }
  }),
  serve(originCaCertificates.remove, (context) => {
    const { id } = find(context)
    issuedIn(context.state).remove(scope, id)
    return { result: { id, revoked_at: microsecondDate(context.clock.now()) } }
  }),
]
