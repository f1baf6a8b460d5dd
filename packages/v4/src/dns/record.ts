import * as z from '@zonewright/core/schema'
import { newer, renamed } from '../common.ts'

/** Record types the service holds. */
export const recordTypes = ['A', 'AAAA', 'CAA', 'CERT', 'CNAME', 'DNSKEY', 'DS', 'HTTPS', 'LOC', 'MX', 'NAPTR', 'NS', 'OPENPGPKEY', 'PTR', 'SMIMEA', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'TXT', 'URI'] as const

/** Settings that apply to some record types only. */
export const RecordSettings = z.object({
  /** CNAME: answer with the addresses that the target leads to. */
  flatten_cname: z.optional(z.boolean()),
  /** Proxied CNAME: answer with IPv4 addresses only. */
  ipv4_only: z.optional(z.boolean()),
  /** Proxied CNAME: answer with IPv6 addresses only. */
  ipv6_only: z.optional(z.boolean()),
})
export interface RecordSettings extends z.output<typeof RecordSettings> {}

/** A DNS record as the service holds it. */
export const DnsRecord = z.object({
  /** Identifier of the record. Read-only. */
  id: z.string(),
  /** Absolute name in A-label form, lower case, without final dot. */
  name: z.string(),
  /** Record type, such as `A`; new types may come. */
  type: z.string(),
  /** Value in the service's presentation form; names without final dot. */
  content: z.string(),
  /** Whether traffic may go through Cloudflare. Read-only. */
  proxiable: z.boolean(),
  /** Whether traffic goes through Cloudflare. */
  proxied: z.boolean(),
  /** Seconds; 1 is automatic, and what proxied records always have. */
  ttl: z.number(),
  /** Priority of MX, SRV and URI records, 0 to 65535. */
  priority: z.optional(z.number()),
  /** The value in parts, for types that have several. */
  data: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** Settings that apply to some types only. */
  settings: z.optional(RecordSettings),
  /**
   * Facts about the record that the service adds, such as `read_only`. With `include_shadow_metadata`: `shadowed_by`, identifiers of
   * the NS records that delegate its name; `is_glue` and `dead_glue`; for NS, `shadowed_records_count`. Read-only.
   */
  meta: z.optional(z.record(z.string(), z.unknown())),
  /** Comment, or null. */
  comment: newer(z.nullable(z.string())),
  /** Tags in `name:value` form. */
  tags: newer(z.array(z.string())),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
})
export interface DnsRecord extends z.output<typeof DnsRecord> {}

/** A record type in an input. */
export const recordType = renamed(recordTypes, { SPF: 'TXT' })

const common = {
  /** Name, complete or relative to the zone; `@` is the zone itself. At most 255 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Record type. `SPF`, of 2015, is sent as TXT, which holds the same text. */
  type: recordType,
  /** Value in presentation form. Give this or `data`. */
  content: z.optional(z.string()),
  /** The value in parts, for CAA, CERT, DNSKEY, DS, HTTPS, LOC, NAPTR, SMIMEA, SRV, SSHFP, SVCB, TLSA and URI. */
  data: z.optional(z.record(z.string(), z.unknown())),
  /** Priority of MX and URI, 0 to 65535. SRV takes it in `data`. */
  priority: z.optional(z.int().check(z.gte(0), z.lte(65535))),
  /** Seconds: 1 for automatic, else 60 to 86400 (from 30 with Enterprise). Default 1. */
  ttl: z.optional(z.int().check(z.refine((ttl: number) => ttl === 1 || (ttl >= 30 && ttl <= 86400), 'expected 1 for automatic, or 60 to 86400 seconds (from 30 with Enterprise)'))),
  /** Send traffic through Cloudflare; A, AAAA and CNAME only. Default false. */
  proxied: z.optional(z.boolean()),
  /** Comment without line breaks; at most 100 characters with Free, 500 else. */
  comment: z.optional(z.nullable(z.string().check(z.maxLength(500), z.regex(/^[^\r\n]*$/)))),
  /** Tags in `name:value` form, at most 20; not with Free. */
  tags: z.optional(z.array(z.string().check(z.minLength(1))).check(z.maxLength(20))),
  /** Settings that apply to some types only. */
  settings: z.optional(RecordSettings),
  /** A and AAAA: reachable through private routing only. */
  private_routing: z.optional(z.boolean()),
}

/** Everything one can say about a new record. */
export const recordFields = common

/** The same, nothing of it required: what a change can say. */
export const recordChanges = {
  ...common,
  /** Name, complete or relative to the zone; `@` is the zone itself. At most 255 characters. */
  name: z.optional(common.name),
  /** Record type. It must be the type the record has: the service stopped changing types on 2026-06-30. */
  type: z.optional(common.type),
}
