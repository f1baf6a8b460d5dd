import { X509Certificate } from 'node:crypto'

import { type Client, createClient, token } from '@zonewright/core'
import { clientCertificates, customCertificates, customHostnames, keylessCertificates, originCaCertificates, ssl } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed } from './seed.ts'
import { makeCertificate, makeRequest } from './testing/certificates.ts'
import { demo, manualClock, type ManualClock, startTest, type TestEmulator, zoneId as zone_id } from './testing/start.ts'

interface Scene {
  readonly client: Client
  readonly clock: ManualClock
  readonly emulator: TestEmulator
}

const scene = async (): Promise<Scene> => {
  const clock = manualClock()
  const emulator = await startTest({ clock, seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'business', status: 'active' }] } })
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return { client, clock, emulator }
}

describe('certificates that the service orders', () => {
  it('hold the universal one until it is switched off', async () => {
    const { client } = await scene()
    const [universal] = await client.list(ssl.certificatePacks.list, { zone_id }).all({ limit: 10 })
    expect(universal).toMatchObject({ type: 'universal', status: 'active', hosts: ['example.com', '*.example.com'] })
    await client.call(ssl.universal.edit, { zone_id, enabled: false })
    expect(await client.call(ssl.universal.get, { zone_id })).toEqual({ enabled: false })
    expect(await client.list(ssl.certificatePacks.list, { zone_id }).all({ limit: 10 })).toEqual([])
  })

  it('become active a minute after their order', async () => {
    const { client, clock } = await scene()
    const pack = await client.call(ssl.certificatePacks.order, { zone_id, type: 'advanced', hosts: ['example.com', '*.example.com'], validation_method: 'txt', validity_days: 90, certificate_authority: 'lets_encrypt' })
    expect(pack).toMatchObject({ status: 'initializing', certificates: [] })
    const one = { zone_id, certificate_pack_id: pack.id }
    clock.advance(11_000)
    expect(await client.call(ssl.verification.edit, { ...one, validation_method: 'http' })).toEqual({ status: 'pending_validation', validation_method: 'http' })
    expect((await client.call(ssl.verification.get, { zone_id })).find(({ cert_pack_uuid: id }) => id === pack.id)).toMatchObject({ certificate_status: 'authorizing', verification_status: false })
    clock.advance(60_000)
    expect(await client.call(ssl.certificatePacks.get, one)).toMatchObject({ status: 'active', certificates: [{ status: 'active' }] })
    expect(await client.call(ssl.certificatePacks.remove, one)).toEqual({ id: pack.id })
    expect(await client.list(ssl.certificatePacks.list, { zone_id, status: 'all' }).all({ limit: 10 })).toHaveLength(1)
  })
})

describe('an ordered certificate pack', () => {
  it('is validated from the start again, gets a name of the service, and counts', async () => {
    const { client, clock } = await scene()
    const { id } = await client.call(ssl.certificatePacks.order, { zone_id, type: 'advanced', hosts: ['example.com'], validation_method: 'txt', validity_days: 90, certificate_authority: 'google' })
    const one = { zone_id, certificate_pack_id: id }
    clock.advance(30_000)
    expect(await client.call(ssl.certificatePacks.get, one)).toMatchObject({ status: 'pending_validation' })
    expect(await client.call(ssl.certificatePacks.edit, one)).toMatchObject({ status: 'initializing', cloudflare_branding: false })
    clock.advance(60_000)
    expect(await client.call(ssl.certificatePacks.edit, { ...one, cloudflare_branding: true })).toMatchObject({ status: 'active', cloudflare_branding: true })
    await expect(client.call(ssl.certificatePacks.edit, one)).rejects.toMatchObject({ faults: [{ code: 1405 }] })
    expect(await client.call(ssl.certificatePacks.quota, { zone_id })).toEqual({ advanced: { allocated: 100, used: 1 } })
    const universal = (await client.list(ssl.certificatePacks.list, { zone_id }).all({ limit: 10 })).find(({ type }) => type === 'universal')
    await expect(client.call(ssl.certificatePacks.edit, { zone_id, certificate_pack_id: universal?.id ?? '' })).rejects.toMatchObject({ faults: [{ code: 1402 }] })
  })
})

describe('a certificate of one\'s own', () => {
  it('is uploaded with its key, read, replaced, put in order and deleted', async () => {
    const { client } = await scene()
    const first = await client.call(customCertificates.create, { zone_id, ...makeCertificate(['example.com', 'www.example.com']), type: 'sni_custom' })
    expect(first).toMatchObject({ hosts: ['example.com', 'www.example.com'], issuer: 'Test CA', signature: 'ECDSAWithSHA256', status: 'active' })
    const second = await client.call(customCertificates.create, { zone_id, ...makeCertificate(['www.example.com']) })
    const [top] = await client.call(customCertificates.prioritize, { zone_id, certificates: [{ id: second.id, priority: 5 }] })
    expect(top).toMatchObject({ id: second.id, priority: 5 })
    const replaced = await client.call(customCertificates.edit, { zone_id, custom_certificate_id: first.id, ...makeCertificate(['a.example.com']) })
    expect(replaced.id).not.toBe(first.id)
    expect(await client.call(customCertificates.get, { zone_id, custom_certificate_id: replaced.id })).toEqual(replaced)
    await client.call(customCertificates.remove, { zone_id, custom_certificate_id: second.id })
    expect(await client.list(customCertificates.list, { zone_id, status: 'active' }).all({ limit: 10 })).toEqual([replaced])
  })

  it('is read without being uploaded', async () => {
    const { client } = await scene()
    expect(await client.call(ssl.analyze, { zone_id, certificate: makeCertificate(['a.example.com']).certificate })).toMatchObject({ hosts: ['a.example.com'], signature_algorithm: 'ECDSAWithSHA256' })
  })

  it('keeps its key on a key server', async () => {
    const { client } = await scene()
    const made = await client.call(keylessCertificates.create, { zone_id, host: 'keys.example.com', certificate: makeCertificate().certificate })
    expect(made).toMatchObject({ name: 'keys.example.com', port: 24_008, status: 'active' })
    const one = { zone_id, keyless_certificate_id: made.id }
    expect(await client.call(keylessCertificates.edit, { ...one, port: 1, enabled: false })).toMatchObject({ port: 1, enabled: false, host: 'keys.example.com' })
    expect(await client.call(keylessCertificates.list, { zone_id })).toEqual([await client.call(keylessCertificates.get, one)])
    expect(await client.call(keylessCertificates.remove, one)).toEqual({ id: made.id })
  })
})

describe('an origin certificate', () => {
  it.each([['ec', 'origin-ecc'], ['rsa', 'origin-rsa']] as const)('is a real one, for a key of type %s', async (type, request_type) => {
    const { client } = await scene()
    const { csr, privateKey } = makeRequest('example.com', type)
    const made = await client.call(originCaCertificates.create, { csr, hostnames: ['example.com', '*.example.com'], request_type, requested_validity: 365 })
    expect(made.id).toMatch(/^\d{47,48}$/)
    expect(made.expires_on).toBe('2027-11-20 12:00:00 +0000 UTC')
    const certificate = new X509Certificate(made.certificate ?? '')
    expect(certificate.subjectAltName).toBe('DNS:example.com, DNS:*.example.com')
    expect(BigInt(`0x${certificate.serialNumber}`).toString()).toBe(made.id)
    expect(certificate.publicKey.asymmetricKeyType).toBe(type)
    const other = await client.call(originCaCertificates.create, { csr, hostnames: ['example.com'], request_type })
    expect(await client.call(originCaCertificates.list, { zone_id })).toEqual([made, other])
    expect(await client.call(originCaCertificates.get, { certificate_id: made.id })).toEqual(made)
    expect(await client.call(originCaCertificates.remove, { certificate_id: made.id })).toEqual({ id: made.id, revoked_at: '2026-11-20T12:00:00Z' })
    expect(await client.call(originCaCertificates.list, { zone_id })).toEqual([other])
    await expect(client.call(customCertificates.create, { zone_id, certificate: other.certificate ?? '', private_key: privateKey })).resolves.toMatchObject({ hosts: ['example.com'] })
  })
})

describe('an Origin CA key', () => {
  it('opens the calls of origin certificates and nothing else', async () => {
    const { emulator } = await scene()
    const headers = { 'x-auth-user-service-key': demo.originCaKey }
    expect((await emulator.call('GET', `/certificates?zone_id=${zone_id}`, undefined, headers)).json).toMatchObject({ success: true, result: [] })
    expect((await emulator.call('GET', '/zones', undefined, headers)).codes).toEqual([9106])
  })
})

describe('a client certificate', () => {
  it('can be taken back into use while its revocation is pending', async () => {
    const { client, clock } = await scene()
    const made = await client.call(clientCertificates.create, { zone_id, csr: makeRequest('robot').csr, validity_days: 10 })
    expect(made).toMatchObject({ common_name: 'robot', status: 'active', expires_on: '2026-11-30T12:00:00Z' })
    expect(new X509Certificate(made.certificate ?? '').fingerprint256.replaceAll(':', '').toLowerCase()).toBe(made.fingerprint_sha256)
    const one = { zone_id, client_certificate_id: made.id }
    expect(await client.call(clientCertificates.remove, one)).toMatchObject({ status: 'pending_revocation' })
    expect(await client.call(clientCertificates.reactivate, one)).toMatchObject({ status: 'active' })
    await client.call(clientCertificates.remove, one)
    clock.advance(60_000)
    expect(await client.call(clientCertificates.get, one)).toMatchObject({ status: 'revoked' })
    expect(await client.list(clientCertificates.list, { zone_id, status: 'active' }).all({ limit: 10 })).toEqual([])
  })
})

describe('a custom host name', () => {
  it('becomes active, is found, changed and deleted', async () => {
    const { client, clock } = await scene()
    const made = await client.call(customHostnames.create, { zone_id, hostname: 'App.example.org', ssl: { method: 'txt', type: 'dv' }, custom_metadata: { tenant: '1' } })
    expect(made).toMatchObject({ hostname: 'app.example.org', status: 'pending', ssl: { status: 'pending_validation' }, ownership_verification: { type: 'txt', name: '_cf-custom-hostname.app.example.org' } })
    clock.advance(60_000)
    const one = { zone_id, custom_hostname_id: made.id }
    expect(await client.call(customHostnames.get, one)).toMatchObject({ status: 'active', ssl: { status: 'active' } })
    expect(await client.call(customHostnames.edit, { ...one, custom_origin_server: 'origin.example.com' })).toMatchObject({ status: 'active', custom_origin_server: 'origin.example.com', custom_metadata: { tenant: '1' } })
    expect(await client.call(customHostnames.edit, { ...one, ssl: makeOwn() })).toMatchObject({ status: 'pending', ssl: { issuer: 'Test CA', hosts: ['app.example.org'] } })
    await client.call(customHostnames.create, { zone_id, hostname: 'plain.example.org' })
    const named = await client.list(customHostnames.list, { zone_id, hostname: 'app.example.org' }).all({ limit: 10 })
    expect(named.map(({ id }) => id)).toEqual([made.id])
    expect(await client.list(customHostnames.list, { zone_id, ssl: 0 }).all({ limit: 10 })).toMatchObject([{ hostname: 'plain.example.org' }])
    expect(await client.call(customHostnames.remove, one)).toEqual({ id: made.id })
  })

  it('falls back on a proxied record', async () => {
    const { client, emulator } = await scene()
    await emulator.create({ type: 'A', name: 'fallback', content: '192.0.2.1', proxied: true })
    expect(await client.call(customHostnames.fallbackOrigin.update, { zone_id, origin: 'fallback.example.com' })).toMatchObject({ status: 'active' })
    expect(await client.call(customHostnames.fallbackOrigin.get, { zone_id })).toMatchObject({ origin: 'fallback.example.com' })
    expect(await client.call(customHostnames.fallbackOrigin.remove, { zone_id })).toMatchObject({ status: 'pending_deletion' })
  })
})

const makeOwn = () => {
  const { certificate, private_key } = makeCertificate(['app.example.org'])
  return { custom_certificate: certificate, custom_key: private_key }
}
