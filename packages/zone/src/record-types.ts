import { base64 } from './fields/base64.ts'
import { caaTag } from './fields/caa-tag.ts'
import { certificateAlgorithm, certificateType, digestType, dnssecAlgorithm, dnssecProtocol } from './fields/dnssec.ts'
import { hex } from './fields/hex.ts'
import { host } from './fields/host.ts'
import { u16, u32, u8 } from './fields/integer.ts'
import { ipv4 } from './fields/ipv4.ts'
import { ipv6 } from './fields/ipv6.ts'
import { location } from './fields/location.ts'
import { period } from './fields/period.ts'
import { substitution } from './fields/substitution.ts'
import { svcParams } from './fields/svc-params.ts'
import { quotedText, remainingText, text } from './fields/text.ts'
import { textStrings } from './fields/text-strings.ts'
import type { RecordType } from './record-type.ts'

const dsDigests = { 1: 20, 2: 32, 4: 48 }
const dsFields = { key_tag: u16, algorithm: dnssecAlgorithm, digest_type: digestType, digest: hex } as const
const dnskeyFields = { flags: u16, protocol: dnssecProtocol, algorithm: dnssecAlgorithm, public_key: base64 } as const
const tlsaFields = { usage: u8, selector: u8, matching_type: u8, certificate: hex } as const

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
  CNAME: { code: 5, rfc: '1035', fields: { target: host } },
  SOA: { code: 6, rfc: '1035', fields: { mname: host, rname: host, serial: u32, refresh: period, retry: period, expire: period, minimum: period } },
  MB: { code: 7, rfc: '1035', fields: { target: host } },
  MG: { code: 8, rfc: '1035', fields: { target: host } },
  MR: { code: 9, rfc: '1035', fields: { target: host } },
  PTR: { code: 12, rfc: '1035', fields: { target: host } },
  HINFO: { code: 13, rfc: '1035', fields: { cpu: text, os: text } },
  MINFO: { code: 14, rfc: '1035', fields: { responsible: host, errors: host } },
  MX: { code: 15, rfc: '1035', fields: { preference: u16, exchange: host } },
  TXT: { code: 16, rfc: '1035', fields: { strings: textStrings } },
  RP: { code: 17, rfc: '1183', fields: { mailbox: host, text: host } },
  AFSDB: { code: 18, rfc: '1183', fields: { subtype: u16, hostname: host } },
  RT: { code: 21, rfc: '1183', fields: { preference: u16, intermediate: host } },
  PX: { code: 26, rfc: '2163', fields: { preference: u16, map822: host, mapx400: host } },
  AAAA: { code: 28, rfc: '3596', fields: { address: ipv6 } },
  LOC: { code: 29, rfc: '1876', fields: { location } },
  SRV: { code: 33, rfc: '2782', fields: { priority: u16, weight: u16, port: u16, target: host } },
  NAPTR: { code: 35, rfc: '3403', fields: { order: u16, preference: u16, flags: text, service: text, regex: substitution, replacement: host } },
  KX: { code: 36, rfc: '2230', fields: { preference: u16, exchanger: host } },
  CERT: { code: 37, rfc: '4398', fields: { type: certificateType, key_tag: u16, algorithm: certificateAlgorithm, certificate: base64 } },
  DNAME: { code: 39, rfc: '6672', fields: { target: host } },
  DS: { code: 43, rfc: '4034', fields: dsFields, digestOctets: dsDigests },
  SSHFP: { code: 44, rfc: '4255', fields: { algorithm: u8, type: u8, fingerprint: hex }, digestOctets: { 1: 20, 2: 32 } },
  DNSKEY: { code: 48, rfc: '4034', fields: dnskeyFields },
  DHCID: { code: 49, rfc: '4701', fields: { data: base64 } },
  TLSA: { code: 52, rfc: '6698', fields: tlsaFields },
  SMIMEA: { code: 53, rfc: '8162', fields: tlsaFields },
  CDS: { code: 59, rfc: '7344', fields: dsFields, digestOctets: dsDigests },
  CDNSKEY: { code: 60, rfc: '7344', fields: dnskeyFields },
  OPENPGPKEY: { code: 61, rfc: '7929', fields: { public_key: base64 } },
  SVCB: { code: 64, rfc: '9460', fields: { priority: u16, target: host, value: svcParams } },
  HTTPS: { code: 65, rfc: '9460', fields: { priority: u16, target: host, value: svcParams } },
  SPF: { code: 99, rfc: '7208', fields: { strings: textStrings } },
  LP: { code: 107, rfc: '6742', fields: { preference: u16, name: host } },
  URI: { code: 256, rfc: '7553', fields: { priority: u16, weight: u16, target: quotedText } },
  CAA: { code: 257, rfc: '8659', fields: { flags: u8, tag: caaTag, value: remainingText } },
} as const satisfies Record<string, RecordType>
