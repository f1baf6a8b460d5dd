import { generateKeyPairSync, sign } from 'node:crypto'

import { bits, element, integer, oid, sequence, toPem } from '../rules/certificates/der.ts'
import { commonName, issue, newAuthority } from '../rules/certificates/issue.ts'

/** A key and a request for a certificate, as a client makes them. */
export interface TestRequest {
  readonly csr: string
  readonly privateKey: string
}

/** Makes a request for a certificate. */
export const makeRequest = (name = 'example.com', type: 'ec' | 'rsa' = 'ec'): TestRequest => {
  const { privateKey, publicKey } = type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const info = sequence(integer(Buffer.from([0])), commonName(name), publicKey.export({ type: 'spki', format: 'der' }), element(0xa0))
  const algorithm = type === 'ec' ? sequence(oid('1.2.840.10045.4.3.2')) : sequence(oid('1.2.840.113549.1.1.11'), element(0x05))
  return { csr: toPem('CERTIFICATE REQUEST', sequence(info, algorithm, bits(sign('sha256', info, privateKey)))), privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** A certificate with its private key. */
export interface TestCertificate {
  readonly certificate: string
  readonly private_key: string
}

/** Makes a certificate for host names; days may be negative for one that has ended. */
export const makeCertificate = (hostnames: readonly string[] = ['example.com'], days = 90): TestCertificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const from = Date.UTC(2026, 0, 1)
  const until = days < 0 ? Date.UTC(2026, 0, 2) : Date.now() + days * 24 * 3600 * 1000
  const certificate = issue(newAuthority('Test CA'), { subject: commonName(hostnames[0] ?? ''), keyInfo: publicKey.export({ type: 'spki', format: 'der' }), serial: '0a', from, until, hostnames })
  return { certificate, private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
