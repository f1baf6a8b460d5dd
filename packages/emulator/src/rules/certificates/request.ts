import { createPublicKey, type KeyObject, verify } from 'node:crypto'

import { type Element, elementsOf, fromPem, oidText } from './der.ts'

/** A request for a certificate, read and checked. */
export interface CertificateRequest {
  /** Name of whom it is for, as DER. */
  readonly subject: Buffer
  /** The parts of that name, such as `CN`. */
  readonly names: Readonly<Record<string, string>>
  /** The public key as DER. */
  readonly keyInfo: Buffer
  readonly key: KeyObject
}

const attributes: Readonly<Record<string, string>> = { '2.5.4.3': 'CN', '2.5.4.6': 'C', '2.5.4.7': 'L', '2.5.4.8': 'ST', '2.5.4.10': 'O', '2.5.4.11': 'OU' }

/** Digests of signature algorithms; null for those that have one of their own. */
const digests: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': null,
}

const within = (element: Element | undefined): readonly Element[] => (element === undefined ? [] : elementsOf(element.content))

const namesOf = (subject: Element): Record<string, string> => {
  const names: Record<string, string> = {}
  for (const set of within(subject))
    for (const pair of within(set)) {
      const [type, value] = within(pair)
      const name = type === undefined ? undefined : attributes[oidText(type)]
      if (name !== undefined && value !== undefined) names[name] = value.content.toString('utf8')
    }
  return names
}

/**
 * Reads a PEM request for a certificate and checks that who made it holds the private key.
 * @returns Nothing when it is no such request or its signature is wrong.
 */
export const readRequest = (pem: string): CertificateRequest | undefined => {
  const bytes = fromPem('CERTIFICATE REQUEST', pem)
  if (bytes === undefined) return undefined
  try {
    const [info, algorithm, signature] = within(elementsOf(bytes)[0])
    const [, subject, keyInfo] = within(info)
    const [method] = within(algorithm)
    if (info === undefined || subject === undefined || keyInfo === undefined || method === undefined || signature === undefined) return undefined
    const digest = digests[oidText(method)]
    const key = createPublicKey({ key: keyInfo.raw, format: 'der', type: 'spki' })
    if (digest === undefined || !verify(digest, info.raw, key, signature.content.subarray(1))) return undefined
    return { subject: subject.raw, names: namesOf(subject), keyInfo: keyInfo.raw, key }
  } catch {
    return undefined
  }
}
