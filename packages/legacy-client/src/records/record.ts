import * as z from '@zonewright/core/schema'
import { bit, inZone, onOff } from '../common.ts'

/** Record types that the client API holds. */
export const recordTypes = ['A', 'CNAME', 'MX', 'TXT', 'SPF', 'AAAA', 'NS', 'SRV', 'LOC'] as const

const text = z.nullable(z.string())

/** What is true of a record, each 0 or 1. */
export const RecordProperties = z.object({
  /** Traffic may go through Cloudflare. */
  proxiable: bit,
  /** Traffic goes through Cloudflare. */
  cloud_on: bit,
  /** It does not. */
  cf_open: bit,
  /** Certificate. */
  ssl: z.optional(bit),
  /** Certificate that has ended. */
  expired_ssl: z.optional(bit),
  /** Certificate that is about to end. */
  expiring_ssl: z.optional(bit),
  /** Certificate that is being made. */
  pending_ssl: z.optional(bit),
  /** The service does not let it change: name servers of the owner's own. */
  vanity_lock: z.optional(bit),
})
export interface RecordProperties extends z.output<typeof RecordProperties> {}

/** A DNS record as the client API gives it. Numbers come as digits. */
export const LegacyRecord = z.object({
  /** Identifier, digits. */
  rec_id: z.string(),
  /** Second identifier, 32 hexadecimal digits; since 2015 in `rec_hash`. */
  rec_tag: z.optional(z.string()),
  /** The second identifier as it is called since 2015. */
  rec_hash: z.optional(z.string()),
  /** Name of the zone. */
  zone_name: z.string(),
  /** Absolute name without final dot. */
  name: z.string(),
  /** Name below the zone as people read it; the zone's own at the apex. */
  display_name: z.string(),
  /** Record type, such as `A`. */
  type: z.string(),
  /** Priority of MX and SRV, digits. */
  prio: text,
  /** Value; names without final dot, text without quotes. An SRV has weight, port and target here. */
  content: z.string(),
  /** Value as people read it. */
  display_content: z.optional(z.string()),
  /** Seconds, digits; `1` is automatic. */
  ttl: z.string(),
  /** Highest time to live: 86400. */
  ttl_ceil: z.optional(z.number()),
  /** Identifier of the certificate. */
  ssl_id: z.optional(text),
  /** Status of the certificate. */
  ssl_status: z.optional(text),
  /** When the certificate ends. */
  ssl_expires_on: z.optional(text),
  /** 1 when the time to live is automatic. */
  auto_ttl: z.optional(bit),
  /** `1` when traffic goes through Cloudflare (orange cloud), else `0` (grey cloud). */
  service_mode: z.optional(text),
  /** What is true of it. */
  props: z.optional(RecordProperties),
})
export interface LegacyRecord extends z.output<typeof LegacyRecord> {}

/** An answer with the record as it is now. */
export const ChangedRecord = z.object({
  /** The record. */
  rec: z.object({
    /** The record itself. */
    obj: LegacyRecord,
  }),
})
export interface ChangedRecord extends z.output<typeof ChangedRecord> {}

const port = z.optional(z.int().check(z.gte(0), z.lte(65535)))

/** Everything one can say about a record. */
export const recordFields = {
  ...inZone,
  /** Record type. */
  type: z.enum(recordTypes),
  /** Name: complete, relative to the zone, or `@` for the zone itself. */
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Value; text without quotes. Not with SRV, which has parts. */
  content: z.optional(z.string().check(z.minLength(1))),
  /** Seconds: 1 for automatic, else 120 to 86400. */
  ttl: z.optional(z.int().check(z.refine((ttl: number) => ttl === 1 || (ttl >= 120 && ttl <= 86400), 'expected 1 for automatic, or 120 to 86400 seconds'))),
  /** A, AAAA and CNAME: 1 sends traffic through Cloudflare (orange cloud), 0 does not (grey cloud). */
  service_mode: z.optional(onOff),
  /** Priority of MX and SRV, 0 to 65535. */
  prio: port,
  /** SRV: the service, such as `_sip`. */
  service: z.optional(z.string().check(z.regex(/^_/))),
  /** SRV: the name under which service and protocol stand; relative or complete. */
  srvname: z.optional(z.string().check(z.minLength(1))),
  /** SRV: the protocol. */
  protocol: z.optional(z.enum(['_tcp', '_udp', '_tls'])),
  /** SRV: the weight, 0 to 65535. */
  weight: port,
  /** SRV: the port, 0 to 65535. */
  port,
  /** SRV: the host that answers. */
  target: z.optional(z.string().check(z.minLength(1))),
}

/** What a type can't do without, checked before anything is sent. */
const needed: Readonly<Record<string, readonly (keyof typeof recordFields)[]>> = { MX: ['content', 'prio'], SRV: ['prio', 'service', 'srvname', 'protocol', 'weight', 'port', 'target'] }

/** Whether an input has all that its type needs. */
export const isComplete = z.refine(
  (input) => (needed[(input as { type: string }).type] ?? ['content']).every((name) => (input as Readonly<Record<string, unknown>>)[name] !== undefined),
  'expected content; with MX prio too; with SRV prio, service, srvname, protocol, weight, port and target instead',
)

/** Whether only a record that can go through Cloudflare is told whether to. */
export const hasCloud = z.refine((input) => {
  const { type, service_mode: mode } = input as { readonly type: string; readonly service_mode?: number }
  return mode === undefined || type === 'A' || type === 'AAAA' || type === 'CNAME'
}, 'expected no service_mode: only A, AAAA and CNAME can go through Cloudflare')
