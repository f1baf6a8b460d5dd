/**
 * DNS settings of a zone.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const seconds = (least: number, most: number) => z.optional(z.int().check(z.gte(least), z.lte(most)))

const fields = {
  /** Whether all CNAME records are answered by the addresses behind them. Default false. */
  flatten_all_cnames: z.optional(z.boolean()),
  /** Whether the zone has the name servers of Foundation DNS. Default false. */
  foundation_dns: z.optional(z.boolean()),
  /** Whether other services answer for the zone too. Default false. */
  multi_provider: z.optional(z.boolean()),
  /** Whether a secondary zone may have records of its own in front. Default false. */
  secondary_overrides: z.optional(z.boolean()),
  /** TTL in seconds of the zone's NS records, 30 to 86400. Default 86400. */
  ns_ttl: seconds(30, 86_400),
  /** What the zone is for. Default `standard`. */
  zone_mode: z.optional(z.enum(['standard', 'cdn_only', 'dns_only'])),
  /** Which name servers the zone has. */
  nameservers: z.optional(
    z.object({
      /** Kind of name servers. */
      type: z.optional(z.enum(['cloudflare.standard', 'custom.account', 'custom.tenant', 'custom.zone'])),
      /** Number of the set, 1 to 5. */
      ns_set: seconds(1, 5),
    }),
  ),
  /** For zones inside a network. */
  internal_dns: z.optional(
    z.object({
      /** Zone to ask when this one has no answer. */
      reference_zone_id: z.optional(z.string()),
    }),
  ),
  /** Parts of the SOA record. */
  soa: z.optional(
    z.object({
      /** Primary name server, or null for one of the service's. */
      mname: z.optional(z.nullable(z.string())),
      /** Mailbox of whoever looks after the zone, with a dot for the `@`. */
      rname: z.optional(z.string()),
      /** Seconds after which secondary servers look again, 600 to 86400. Default 10000. */
      refresh: seconds(600, 86_400),
      /** Seconds after which they try again, 600 to 86400. Default 2400. */
      retry: seconds(600, 86_400),
      /** Seconds after which they give up, 86400 to 2419200. Default 604800. */
      expire: seconds(86_400, 2_419_200),
      /** Seconds for which a denial may be kept, 60 to 86400. Default 1800. */
      min_ttl: seconds(60, 86_400),
      /** TTL in seconds of the SOA record itself, 300 to 86400. Default 3600. */
      ttl: seconds(300, 86_400),
    }),
  ),
}

const DnsSettings = z.object(fields)
export interface DnsSettings extends z.output<typeof DnsSettings> {}

const DnsSettingsGet = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface DnsSettingsGet extends z.input<typeof DnsSettingsGet> {}

/**
 * Read the DNS settings of a zone.
 * @example const { ns_ttl, soa } = await cf.dns.settings.get({ zone_id })
 */
export const get = endpoint<DnsSettingsGet, DnsSettings>('GET /zones/{zone_id}/dns_settings', { input: DnsSettingsGet, result: DnsSettings, permission: '#zone_dns_settings:read', since: '2024-07' })

const DnsSettingsEdit = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  ...fields,
})
export interface DnsSettingsEdit extends z.input<typeof DnsSettingsEdit> {}

/**
 * Change DNS settings of a zone; what is not said stays.
 * @example await cf.dns.settings.edit({ zone_id, flatten_all_cnames: true })
 */
export const edit = endpoint<DnsSettingsEdit, DnsSettings>('PATCH /zones/{zone_id}/dns_settings', { input: DnsSettingsEdit, result: DnsSettings, permission: '#zone_dns_settings:edit', safety: 'idempotent', since: '2024-07' })
