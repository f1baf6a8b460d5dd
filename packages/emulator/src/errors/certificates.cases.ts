import { defaultSeed, parseSeed } from '../seed.ts'
import { makeCertificate, makeRequest } from '../testing/certificates.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { type TestEmulator, zoneId, zonePath } from '../testing/start.ts'

const unknownId = '0'.repeat(32)
const business = { seed: parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', plan: 'business' }] }) }
const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const custom = `${zonePath}/custom_certificates`
const keyless = `${zonePath}/keyless_certificates`
const clients = `${zonePath}/client_certificates`
const packs = `${zonePath}/ssl/certificate_packs`
const hostnames = `${zonePath}/custom_hostnames`
const order = { type: 'advanced', hosts: ['example.com'], validation_method: 'txt', validity_days: 90, certificate_authority: 'google' }
const universal = async (emulator: TestEmulator): Promise<string> => String((await emulator.call('GET', packs)).json.result[0]?.id)

/** A request for every refusal of certificates and custom host names. */
export const certificateErrorCases: readonly ErrorCase[] = [
  { key: 'certificate_input', when: 'a key server has no host', send: call('POST', keyless, { port: 24_008, certificate: 'x' }) },
  { key: 'certificate_invalid', when: 'a certificate is no PEM', send: call('POST', keyless, { host: 'keys.example.com', certificate: 'x' }) },
  { key: 'certificate_expired', when: 'an uploaded certificate has ended', options: business, send: (emulator) => emulator.call('POST', custom, makeCertificate(['example.com'], -1)) },
  { key: 'certificate_key_pair', when: 'the key is of another certificate', options: business, send: (emulator) => emulator.call('POST', custom, { ...makeCertificate(), private_key: makeCertificate().private_key }) },
  {
    key: 'certificate_twin',
    when: 'there is a certificate of that signature for the names',
    options: business,
    send: async (emulator) => {
      await emulator.call('POST', custom, makeCertificate())
      return emulator.call('POST', custom, makeCertificate())
    },
  },
  { key: 'certificate_plan', when: 'a Pro zone uploads a certificate', send: (emulator) => emulator.call('POST', custom, makeCertificate()) },
  { key: 'custom_certificate_not_found', when: 'no uploaded certificate has the identifier', send: call('GET', `${custom}/${unknownId}`) },
  { key: 'keyless_not_found', when: 'no key server has the identifier', send: call('DELETE', `${keyless}/${unknownId}`) },
  { key: 'origin_ca_key_unknown', when: 'the Origin CA key is not known', send: (emulator) => emulator.call('GET', '/certificates/1', undefined, { 'x-auth-user-service-key': 'v1.0-none' }) },
  { key: 'certificate_request_invalid', when: 'a request is not signed', send: call('POST', '/certificates', { csr: 'x', hostnames: ['example.com'], request_type: 'origin-rsa' }) },
  { key: 'origin_certificate_hostname', when: 'an origin certificate is for a foreign name', send: (emulator) => emulator.call('POST', '/certificates', { csr: makeRequest().csr, hostnames: ['example.net'], request_type: 'origin-ecc' }) },
  { key: 'origin_certificate_not_found', when: 'no origin certificate has the number', send: call('GET', '/certificates/1') },
  { key: 'client_certificate_not_found', when: 'no client certificate has the identifier', send: call('GET', `${clients}/${unknownId}`) },
  {
    key: 'client_certificate_state',
    when: 'an active client certificate is reactivated',
    send: async (emulator) => {
      const { json } = await emulator.call('POST', clients, { csr: makeRequest().csr, validity_days: 1 })
      return emulator.call('PATCH', `${clients}/${json.result.id}`)
    },
  },
  { key: 'certificate_pack_not_found', when: 'no pack has the identifier', send: call('GET', `${packs}/${unknownId}`) },
  { key: 'certificate_pack_universal', when: 'the universal pack is deleted', send: async (emulator) => emulator.call('DELETE', `${packs}/${await universal(emulator)}`) },
  { key: 'certificate_pack_hosts', when: 'a pack is for a foreign name', send: call('POST', `${packs}/order`, { ...order, hosts: ['example.com', 'example.net'] }) },
  { key: 'certificate_pack_apex', when: 'a pack is not for the zone itself', send: call('POST', `${packs}/order`, { ...order, hosts: ['www.example.com'] }) },
  {
    key: 'certificate_pack_quota',
    when: 'a 101st certificate pack is ordered',
    send: async (emulator) => {
      for (let count = 0; count < 100; count++) await emulator.call('POST', `${packs}/order`, order)
      return emulator.call('POST', `${packs}/order`, order)
    },
  },
  { key: 'certificate_pack_settled', when: 'a validated pack gets another method', send: async (emulator) => emulator.call('PATCH', `${zonePath}/ssl/verification/${await universal(emulator)}`, { validation_method: 'http' }) },
  {
    key: 'custom_hostname_taken',
    when: 'the custom host name is there already',
    send: async (emulator) => {
      await emulator.call('POST', hostnames, { hostname: 'app.example.net' })
      return emulator.call('POST', hostnames, { hostname: 'APP.example.net' })
    },
  },
  { key: 'custom_hostname_name', when: 'the custom host name holds a space', send: call('POST', hostnames, { hostname: 'a host.example.net' }) },
  { key: 'custom_hostname_name', when: 'the custom host name is an address', send: call('POST', hostnames, { hostname: '192.0.2.1' }) },
  { key: 'custom_hostname_own', when: 'the custom host name is in the zone', send: call('POST', hostnames, { hostname: 'www.example.com' }) },
  { key: 'custom_hostname_not_found', when: 'no custom host name has the identifier', send: call('PATCH', `${hostnames}/${unknownId}`, {}) },
  { key: 'fallback_origin_not_found', when: 'there is no fallback origin', send: call('GET', `/zones/${zoneId}/custom_hostnames/fallback_origin`) },
  { key: 'fallback_origin_record', when: 'the fallback origin has no record', send: call('PUT', `${hostnames}/fallback_origin`, { origin: 'none.example.com' }) },
]
