import { clientCertificates, customCertificates, customHostnames, keylessCertificates, originCaCertificates, ssl } from '@zonewright/v4'

import { makeCertificate, makeRequest } from '../certificates.ts'
import { zoneId } from '../start.ts'
import { type Visitor, visitResource } from '../visitor.ts'

/** Certificates of the service, of one's own, of origins and of clients. */
export const certificateStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know, later } = visitor
  await visit(ssl.universal.edit, { enabled: true })
  await visit(ssl.universal.get)
  await visit(ssl.analyze, { certificate: makeCertificate().certificate })
  const { id } = await visit(ssl.certificatePacks.order, { type: 'advanced', hosts: ['example.com'], validation_method: 'txt', validity_days: 90, certificate_authority: 'lets_encrypt' })
  know({ certificate_pack_id: id })
  await visit(ssl.verification.edit, { validation_method: 'http' })
  await visit(ssl.verification.get)
  await visit(ssl.certificatePacks.get)
  await visit(ssl.certificatePacks.list)
  await visit(ssl.certificatePacks.edit, { cloudflare_branding: true })
  await visit(ssl.certificatePacks.quota)
  later(() => visit(ssl.certificatePacks.remove))

  const own = await visitResource(visitor, customCertificates, { id: 'custom_certificate_id', create: { ...makeCertificate() }, edit: { bundle_method: 'force' } })
  await visit(customCertificates.prioritize, { certificates: [{ id: own['id'], priority: 5 }] })
  await visitResource(visitor, keylessCertificates, { id: 'keyless_certificate_id', create: { host: 'keys.example.com', certificate: makeCertificate().certificate }, edit: { enabled: false } })
  await visitResource(visitor, { ...clientCertificates, remove: undefined as never }, { id: 'client_certificate_id', create: { csr: makeRequest('robot').csr, validity_days: 10 } })
  await visit(clientCertificates.remove)
  await visit(clientCertificates.reactivate)

  const origin = await visit(originCaCertificates.create, { csr: makeRequest().csr, hostnames: ['example.com'], request_type: 'origin-ecc' })
  know({ certificate_id: origin['id'] })
  await visit(originCaCertificates.list, { zone_id: zoneId })
  await visit(originCaCertificates.get)
  await visit(originCaCertificates.remove)
}

/** Host names of a provider's customers; they fall back on a proxied record. */
export const hostnameStory = async (visitor: Visitor): Promise<void> => {
  const { visit } = visitor
  await visitResource(visitor, customHostnames, { id: 'custom_hostname_id', create: { hostname: 'app.example.org', ssl: { method: 'txt', type: 'dv' } }, edit: { custom_origin_server: 'origin.example.com' } })
  await visit(customHostnames.fallbackOrigin.update, { origin: 'fallback.example.com' })
  await visit(customHostnames.fallbackOrigin.get)
  await visit(customHostnames.fallbackOrigin.remove)
}
