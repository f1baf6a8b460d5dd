import { createHash, generateKeyPairSync } from 'node:crypto'

/** The key of a signed zone, as the service shows it. */
export interface ZoneKey {
  readonly flags: number
  readonly algorithm: string
  readonly key_type: string
  readonly digest_type: string
  readonly digest_algorithm: string
  readonly digest: string
  readonly ds: string
  readonly key_tag: number
  readonly public_key: string
}

/** RFC 4034, appendix B. */
const keyTag = (data: Buffer): number => {
  let sum = 0
  for (const [index, byte] of data.entries()) sum += index % 2 === 0 ? byte << 8 : byte
  return (sum + (sum >>> 16)) & 0xffff
}

const wireName = (name: string): Buffer => Buffer.concat([...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])), Buffer.from([0])])

/** A new key for a zone: ECDSA on P-256, with its tag and the DS record for the parent zone. */
export const newZoneKey = (zone: string): ZoneKey => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const key = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  // Flags 257 (key-signing key), protocol 3, algorithm 13.
  const data = Buffer.concat([Buffer.from([1, 1, 3, 13]), key])
  const tag = keyTag(data)
  const digest = createHash('sha256').update(wireName(zone)).update(data).digest('hex')
  return { flags: 257, algorithm: '13', key_type: 'ECDSAP256SHA256', digest_type: '2', digest_algorithm: 'SHA256', digest, ds: `${zone}. 3600 IN DS ${tag} 13 2 ${digest}`, key_tag: tag, public_key: key.toString('base64') }
}
