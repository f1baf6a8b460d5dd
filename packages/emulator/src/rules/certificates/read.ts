import { createPrivateKey, X509Certificate } from 'node:crypto'

import { elementsOf, oidText } from './der.ts'

/** What is read from a certificate. */
export interface CertificateFacts {
  readonly hosts: readonly string[]
  readonly issuer: string
  /** Name of the signature's algorithm. */
  readonly signature: string
  /** RFC 3339. */
  readonly expires_on: string
}

const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'SHA1WithRSA',
  '1.2.840.113549.1.1.11': 'SHA256WithRSA',
  '1.2.840.113549.1.1.12': 'SHA384WithRSA',
  '1.2.840.113549.1.1.13': 'SHA512WithRSA',
  '1.2.840.10045.4.3.2': 'ECDSAWithSHA256',
  '1.2.840.10045.4.3.3': 'ECDSAWithSHA384',
  '1.2.840.10045.4.3.4': 'ECDSAWithSHA512',
  '1.3.101.112': 'Ed25519',
}

const certificateOf = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}

const field = (lines: string, name: string): string | undefined => new RegExp(`^${name}=(.*)$`, 'm').exec(lines)?.[1]

/** What a PEM certificate says, or nothing when it is none. */
export const readCertificate = (pem: string): CertificateFacts | undefined => {
  const certificate = certificateOf(pem)
  if (certificate === undefined) return undefined
  const [, algorithm] = elementsOf(elementsOf(certificate.raw)[0]?.content ?? Buffer.alloc(0))
  const [method] = algorithm === undefined ? [] : elementsOf(algorithm.content)
  const id = method === undefined ? '' : oidText(method)
  const names = (certificate.subjectAltName ?? '').split(', ').flatMap((name) => (name.startsWith('DNS:') ? [name.slice(4)] : []))
  const own = field(certificate.subject, 'CN')
  return {
    hosts: names.length > 0 || own === undefined ? names : [own],
    issuer: field(certificate.issuer, 'O') ?? field(certificate.issuer, 'CN') ?? '',
    signature: signatures[id] ?? id,
    expires_on: new Date(certificate.validTo).toISOString().replace('.000', ''),
  }
}

/** True when a PEM private key belongs to a PEM certificate. */
export const isPair = (certificate: string, key: string): boolean => {
  try {
    return certificateOf(certificate)?.checkPrivateKey(createPrivateKey(key)) ?? false
  } catch {
    return false
  }
}
