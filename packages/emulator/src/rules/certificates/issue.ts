import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

import { bits, element, elementsOf, integer, octets, oid, sequence, set, time, toPem, utf8 } from './der.ts'

/** Who issues certificates. */
export interface Authority {
  /** Private key as PEM. It signs for this emulator alone; nothing else knows it. */
  readonly key: string
  /** Common name. */
  readonly name: string
}

/** What a certificate says. */
export interface CertificatePlan {
  /** Name of whom it is for, as DER. */
  readonly subject: Buffer
  /** Public key as DER. */
  readonly keyInfo: Buffer
  /** Serial number in hex. */
  readonly serial: string
  /** Milliseconds since 1970. */
  readonly from: number
  readonly until: number
  /** Host names and wildcards; none for a client. */
  readonly hostnames: readonly string[]
}

/** A new authority. */
export const newAuthority = (name: string): Authority => ({ key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), name })

/** A name that has only a common name. */
export const commonName = (name: string): Buffer => sequence(set(sequence(oid('2.5.4.3'), utf8(name))))

const digestOfKey = (keyInfo: Buffer): Buffer => {
  const [, key] = elementsOf(elementsOf(keyInfo)[0]?.content ?? Buffer.alloc(0))
  return createHash('sha1')
    .update(key?.content.subarray(1) ?? Buffer.alloc(0))
    .digest()
}

/** Identifier of a public key, as certificates carry it, in hex. */
export const keyIdentifier = (keyInfo: Buffer): string => digestOfKey(keyInfo).toString('hex')

const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), octets(value))

const ecdsaSha256 = sequence(oid('1.2.840.10045.4.3.2'))

/** Issues a certificate, signed by ECDSA with SHA-256. */
export const issue = (authority: Authority, { subject, keyInfo, serial, from, until, hostnames }: CertificatePlan): string => {
  const authorityKey = createPublicKey(authority.key).export({ type: 'spki', format: 'der' })
  const purpose = hostnames.length > 0 ? '1.3.6.1.5.5.7.3.1' : '1.3.6.1.5.5.7.3.2'
  const extensions = [
    extension('2.5.29.37', sequence(oid(purpose))),
    extension('2.5.29.14', octets(digestOfKey(keyInfo))),
    extension('2.5.29.35', sequence(element(0x80, digestOfKey(authorityKey)))),
    ...(hostnames.length > 0 ? [extension('2.5.29.17', sequence(...hostnames.map((name) => element(0x82, Buffer.from(name)))))] : []),
  ]
  const content = sequence(
    element(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.from(serial, 'hex')),
    ecdsaSha256,
    commonName(authority.name),
    sequence(time(from), time(until)),
    subject,
    keyInfo,
    element(0xa3, sequence(...extensions)),
  )
  return toPem('CERTIFICATE', sequence(content, ecdsaSha256, bits(sign('sha256', content, createPrivateKey(authority.key)))))
}
