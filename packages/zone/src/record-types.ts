import { caaTag } from './fields/caa-tag.ts'
import { host } from './fields/host.ts'
import { u16, u32, u8 } from './fields/integer.ts'
import { ipv4 } from './fields/ipv4.ts'
import { ipv6 } from './fields/ipv6.ts'
import { period } from './fields/period.ts'
import { remainingText } from './fields/text.ts'
import { textStrings } from './fields/text-strings.ts'
import type { RecordType } from './record-type.ts'

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
  PTR: { code: 12, rfc: '1035', fields: { target: host } },
  MX: { code: 15, rfc: '1035', fields: { preference: u16, exchange: host } },
  TXT: { code: 16, rfc: '1035', fields: { strings: textStrings } },
  AAAA: { code: 28, rfc: '3596', fields: { address: ipv6 } },
  SRV: { code: 33, rfc: '2782', fields: { priority: u16, weight: u16, port: u16, target: host } },
  CAA: { code: 257, rfc: '8659', fields: { flags: u8, tag: caaTag, value: remainingText } },
} as const satisfies Record<string, RecordType>
