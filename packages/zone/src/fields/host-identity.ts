import type { Field } from '../field.ts'
import { base64ToBytes, bytesToBase64, isBase64 } from './base64.ts'
import { bytesToHex, hexToBytes } from './hex.ts'
import { host } from './host.ts'
import { parseDecimal } from './integer.ts'

/** The fields of a HIP record. */
export interface HostIdentityForm {
  /** Algorithm of the key, 0 to 255. */
  readonly algorithm: number
  /** Host identity tag, hexadecimal digits. */
  readonly hit: string
  /** Base64. */
  readonly public_key: string
  /** Names with their final dots. */
  readonly rendezvous_servers: readonly string[]
}

const algorithmExpected = 'an algorithm from 0 to 255'
const tagExpected = 'a host identity tag of 1 to 255 octets as hexadecimal digits'
const keyExpected = 'a key of 1 to 65535 octets in base64, in one piece'

/** Host identity, its key and its rendezvous servers; the lengths come first on the wire (RFC 8005 section 5). */
export const hostIdentity: Field<HostIdentityForm> & { readonly spread: true } = {
  spread: true,
  expected: 'a host identity such as 2 200100107B1A74DF365639CC39F1D578 AwEAAbdx rvs.example.com.',
  parse(cursor) {
    const algorithm = parseDecimal(cursor.word(algorithmExpected), 255)
    if (algorithm < 0) cursor.fail(algorithmExpected)
    const hit = cursor.word(tagExpected).toUpperCase()
    if (!/^([0-9A-F]{2}){1,255}$/.test(hit)) cursor.fail(tagExpected)
    const public_key = cursor.word(keyExpected)
    if (public_key === '' || !isBase64(public_key)) cursor.fail(keyExpected)
    const rendezvous_servers: string[] = []
    while (!cursor.done) rendezvous_servers.push(host.parse(cursor))
    return { algorithm, hit, public_key, rendezvous_servers }
  },
  print: ({ algorithm, hit, public_key, rendezvous_servers }) => [algorithm, hit, public_key, ...rendezvous_servers].join(' '),
  write({ algorithm, hit, public_key, rendezvous_servers }, wire) {
    const key = base64ToBytes(public_key)
    wire.u8(hit.length / 2)
    wire.u8(algorithm)
    wire.u16(key.length)
    wire.bytes(hexToBytes(hit))
    wire.bytes(key)
    for (const server of rendezvous_servers) wire.name(server)
  },
  read(wire) {
    const tagLength = wire.u8()
    const algorithm = wire.u8()
    const keyLength = wire.u16()
    if (tagLength === 0 || keyLength === 0) wire.leaveGeneric()
    const hit = bytesToHex(wire.bytes(tagLength))
    const public_key = bytesToBase64(wire.bytes(keyLength))
    const rendezvous_servers: string[] = []
    while (wire.left > 0) rendezvous_servers.push(wire.name())
    return { algorithm, hit, public_key, rendezvous_servers }
  },
  toForm: (value) => value,
  fromForm(form) {
    const { algorithm, hit, public_key, rendezvous_servers = [] } = (form ?? {}) as Partial<Record<string, unknown>>
    if (typeof hit !== 'string' || typeof public_key !== 'string' || !Array.isArray(rendezvous_servers)) return undefined
    return [String(algorithm), hit, public_key, ...rendezvous_servers.map(String)].join(' ')
  },
}
