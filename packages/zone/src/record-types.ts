import { absentInGeneric } from './fields/absent-in-generic.ts'
import { addressPrefixes } from './fields/address-prefixes.ts'
import { addressSuffix } from './fields/address-suffix.ts'
import { base64, base64OrDash, optionalBase64 } from './fields/base64.ts'
import { caaTag } from './fields/caa-tag.ts'
import { certificateAlgorithm, certificateType, dnssecAlgorithm } from './fields/dnssec.ts'
import { amtRelay, ipsecKey } from './fields/gateway.ts'
import { generic } from './fields/generic.ts'
import { hashedOwner, salt } from './fields/hash-fields.ts'
import { hex } from './fields/hex.ts'
import { host } from './fields/host.ts'
import { hostIdentity } from './fields/host-identity.ts'
import { atmAddress, eui48, eui64, locator64, nsap } from './fields/identifiers.ts'
import { reserved16, u16, u32, u8 } from './fields/integer.ts'
import { u64 } from './fields/integer64.ts'
import { ipv4 } from './fields/ipv4.ts'
import { ipv6 } from './fields/ipv6.ts'
import { location } from './fields/location.ts'
import { mnemonic } from './fields/mnemonic.ts'
import { period } from './fields/period.ts'
import { recordTypeField } from './fields/record-type-field.ts'
import { services } from './fields/services.ts'
import { svcParams } from './fields/svc-params.ts'
import { remainingText, text } from './fields/text.ts'
import { oneOrTwoStrings, textStrings } from './fields/text-strings.ts'
import { timestamp } from './fields/timestamp.ts'
import { typeBitmaps } from './fields/type-bitmap.ts'
import type { RecordType } from './record-type.ts'
import { type TypeLookup, typeLookup } from './type-lookup.ts'

// Some fields hold types: they look into this very table.
const types: TypeLookup = typeLookup((): Readonly<Record<string, RecordType>> => recordTypes)
const { oldTypeBitmap, typeBitmap } = typeBitmaps(types)

// RFC 4509 section 2.2 and its like say how long a digest is. Most readers hold DS to it; for CDS, DLV, SSHFP and ZONEMD they leave it to whoever uses the record.
const dsDigests = { 1: 20, 2: 32, 4: 48 }
const dsFields = { key_tag: u16, algorithm: dnssecAlgorithm, digest_type: u8, digest: hex } as const
const keptHex = absentInGeneric(hex, '')
const keptBase64 = absentInGeneric(base64, '')
const keptStrings = absentInGeneric(textStrings, [])
const dnskeyFields = { flags: u16, protocol: u8, algorithm: dnssecAlgorithm, public_key: keptBase64 } as const
const signatureFields = {
  type_covered: recordTypeField(types), algorithm: dnssecAlgorithm, labels: u8, original_ttl: u32, expiration: timestamp, inception: timestamp,
  key_tag: u16, signer: host, signature: keptBase64,
} as const
/** How a notification is sent (RFC 9859 section 2.1). */
const notificationScheme = mnemonic({ octets: 1, names: { NOTIFY: 1 }, prints: 'mnemonic' })
const tlsaFields = { usage: u8, selector: u8, matching_type: u8, certificate: keptHex } as const

/**
 * Every record type with a form of its own: its number, the RFC that defines it, and its rdata fields in text order.
 *
 * This table is all there is to a type; to add one is to add one row. Field names are those of Cloudflare's API
 * where it has the type.
 * @example const code = recordTypes.MX.code // 15
 */
export const recordTypes = {
  A: { code: 1, rfc: '1035', fields: { address: ipv4 } },
  NS: { code: 2, rfc: '1035', fields: { nameserver: host } },
  MD: { code: 3, rfc: '1035', fields: { target: host } },
  MF: { code: 4, rfc: '1035', fields: { target: host } },
  CNAME: { code: 5, rfc: '1035', fields: { target: host } },
  SOA: { code: 6, rfc: '1035', fields: { mname: host, rname: host, serial: u32, refresh: period, retry: period, expire: period, minimum: period } },
  MB: { code: 7, rfc: '1035', fields: { target: host } },
  MG: { code: 8, rfc: '1035', fields: { target: host } },
  MR: { code: 9, rfc: '1035', fields: { target: host } },
  NULL: { code: 10, rfc: '1035', fields: { data: generic } },
  WKS: { code: 11, rfc: '1035', fields: { address: ipv4, services } },
  PTR: { code: 12, rfc: '1035', fields: { target: host } },
  HINFO: { code: 13, rfc: '1035', fields: { cpu: text, os: text } },
  MINFO: { code: 14, rfc: '1035', fields: { responsible: host, errors: host } },
  MX: { code: 15, rfc: '1035', fields: { preference: u16, exchange: host } },
  TXT: { code: 16, rfc: '1035', fields: { strings: textStrings } },
  RP: { code: 17, rfc: '1183', fields: { mailbox: host, text: host } },
  AFSDB: { code: 18, rfc: '1183', fields: { subtype: u16, hostname: host } },
  X25: { code: 19, rfc: '1183', fields: { address: text } },
  ISDN: { code: 20, rfc: '1183', fields: { strings: oneOrTwoStrings } },
  RT: { code: 21, rfc: '1183', fields: { preference: u16, intermediate: host } },
  NSAP: { code: 22, rfc: '1706', fields: { address: nsap } },
  'NSAP-PTR': { code: 23, rfc: '1706', fields: { target: host } },
  SIG: { code: 24, rfc: '2535', fields: signatureFields },
  KEY: { code: 25, rfc: '3445', fields: dnskeyFields },
  PX: { code: 26, rfc: '2163', fields: { preference: u16, map822: host, mapx400: host } },
  GPOS: { code: 27, rfc: '1712', fields: { longitude: text, latitude: text, altitude: text } },
  AAAA: { code: 28, rfc: '3596', fields: { address: ipv6 } },
  LOC: { code: 29, rfc: '1876', fields: { location } },
  NXT: { code: 30, rfc: '2535', fields: { next: host, types: oldTypeBitmap } },
  EID: { code: 31, rfc: 'draft-ietf-nimrod-dns', fields: { data: hex } },
  NIMLOC: { code: 32, rfc: 'draft-ietf-nimrod-dns', fields: { data: hex } },
  SRV: { code: 33, rfc: '2782', fields: { priority: u16, weight: u16, port: u16, target: host } },
  ATMA: { code: 34, rfc: 'af-dans-0152', fields: { address: atmAddress } },
  NAPTR: { code: 35, rfc: '3403', fields: { order: u16, preference: u16, flags: text, service: text, regex: text, replacement: host } },
  KX: { code: 36, rfc: '2230', fields: { preference: u16, exchanger: host } },
  CERT: { code: 37, rfc: '4398', fields: { type: certificateType, key_tag: u16, algorithm: certificateAlgorithm, certificate: keptBase64 } },
  A6: { code: 38, rfc: '2874', fields: { address: addressSuffix } },
  DNAME: { code: 39, rfc: '6672', fields: { target: host } },
  SINK: { code: 40, rfc: 'draft-eastlake-kitchen-sink', fields: { coding: u8, subcoding: u8, meaning: u8, data: optionalBase64 } },
  APL: { code: 42, rfc: '3123', fields: { prefixes: addressPrefixes } },
  DS: { code: 43, rfc: '4034', fields: dsFields, digestOctets: dsDigests },
  SSHFP: { code: 44, rfc: '4255', fields: { algorithm: u8, type: u8, fingerprint: keptHex } },
  IPSECKEY: { code: 45, rfc: '4025', fields: { key: ipsecKey } },
  RRSIG: { code: 46, rfc: '4034', fields: signatureFields },
  NSEC: { code: 47, rfc: '4034', fields: { next: host, types: typeBitmap } },
  DNSKEY: { code: 48, rfc: '4034', fields: dnskeyFields },
  DHCID: { code: 49, rfc: '4701', fields: { data: base64 } },
  NSEC3: { code: 50, rfc: '5155', fields: { algorithm: u8, flags: u8, iterations: u16, salt, next: hashedOwner, types: typeBitmap } },
  NSEC3PARAM: { code: 51, rfc: '5155', fields: { algorithm: u8, flags: u8, iterations: u16, salt } },
  TLSA: { code: 52, rfc: '6698', fields: tlsaFields },
  SMIMEA: { code: 53, rfc: '8162', fields: tlsaFields },
  HIP: { code: 55, rfc: '8005', fields: { identity: hostIdentity } },
  NINFO: { code: 56, rfc: 'draft-lewis-dns-undocumented-types', fields: { strings: keptStrings } },
  RKEY: { code: 57, rfc: 'draft-lewis-dns-undocumented-types', fields: { flags: reserved16, protocol: u8, algorithm: dnssecAlgorithm, public_key: base64 } },
  TALINK: { code: 58, rfc: 'draft-lewis-dns-undocumented-types', fields: { previous: host, next: host } },
  CDS: { code: 59, rfc: '7344', fields: dsFields },
  CDNSKEY: { code: 60, rfc: '7344', fields: dnskeyFields },
  OPENPGPKEY: { code: 61, rfc: '7929', fields: { public_key: base64 } },
  CSYNC: { code: 62, rfc: '7477', fields: { serial: u32, flags: u16, types: typeBitmap } },
  ZONEMD: { code: 63, rfc: '8976', fields: { serial: u32, scheme: u8, algorithm: u8, digest: hex } },
  SVCB: { code: 64, rfc: '9460', fields: { priority: u16, target: host, value: svcParams } },
  HTTPS: { code: 65, rfc: '9460', fields: { priority: u16, target: host, value: svcParams } },
  DSYNC: { code: 66, rfc: '9859', fields: { rrtype: recordTypeField(types), scheme: notificationScheme, port: u16, target: host } },
  HHIT: { code: 67, rfc: '9886', fields: { data: base64 } },
  BRID: { code: 68, rfc: '9886', fields: { data: base64 } },
  SPF: { code: 99, rfc: '7208', fields: { strings: textStrings } },
  UINFO: { code: 100, rfc: 'IANA', fields: { data: generic } },
  UID: { code: 101, rfc: 'IANA', fields: { data: generic } },
  GID: { code: 102, rfc: 'IANA', fields: { data: generic } },
  UNSPEC: { code: 103, rfc: 'IANA', fields: { data: generic } },
  NID: { code: 104, rfc: '6742', fields: { preference: u16, node: locator64 } },
  L32: { code: 105, rfc: '6742', fields: { preference: u16, locator: ipv4 } },
  L64: { code: 106, rfc: '6742', fields: { preference: u16, locator: locator64 } },
  LP: { code: 107, rfc: '6742', fields: { preference: u16, name: host } },
  EUI48: { code: 108, rfc: '7043', fields: { address: eui48 } },
  EUI64: { code: 109, rfc: '7043', fields: { address: eui64 } },
  URI: { code: 256, rfc: '7553', fields: { priority: u16, weight: u16, target: remainingText } },
  CAA: { code: 257, rfc: '8659', fields: { flags: u8, tag: caaTag, value: remainingText } },
  AVC: { code: 258, rfc: 'IANA AVC/avc-completed-template', fields: { strings: keptStrings } },
  DOA: { code: 259, rfc: 'draft-durand-doa-over-dns', fields: { enterprise: u32, type: u32, location: u8, media_type: text, data: base64OrDash } },
  AMTRELAY: { code: 260, rfc: '8777', fields: { relay: amtRelay } },
  RESINFO: { code: 261, rfc: '9606', fields: { strings: textStrings } },
  WALLET: { code: 262, rfc: 'IANA WALLET/wallet-completed-template', fields: { strings: textStrings } },
  CLA: { code: 263, rfc: 'IANA CLA/cla-completed-template', fields: { strings: textStrings } },
  IPN: { code: 264, rfc: 'IANA IPN/ipn-completed-template', fields: { node: u64 } },
  TA: { code: 32768, rfc: 'IANA TA/ta-completed-template', fields: { ...dsFields, digest: keptHex }, digestOctets: dsDigests, anyDigestInGeneric: true },
  DLV: { code: 32769, rfc: '8749', fields: dsFields },
} as const satisfies Record<string, RecordType>
