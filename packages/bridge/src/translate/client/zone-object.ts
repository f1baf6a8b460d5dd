import type { LegacyZone } from '@zonewright/legacy-client/zones'
import { domainToUnicode } from 'node:url'
import type { ClientScene } from '../scene.ts'
import { isServed } from '../served.ts'
import type { V4Zone } from './zone-of.ts'

const upperList = (names: readonly string[] | null | undefined): string | null => (names === null || names === undefined || names.length === 0 ? null : `{${names.map((name) => name.toUpperCase()).join(',')}}`)

const statusClass = (zone: V4Zone): string => (zone.development_mode > 0 ? 'status-dev-mode' : zone.paused ? 'status-deactivated' : isServed(zone) ? 'status-active' : 'status-pending')

const words: Readonly<Record<string, string>> = { 'status-dev-mode': 'Development Mode', 'status-deactivated': 'Deactivated', 'status-active': 'Active', 'status-pending': 'Pending' }

const mayDo = (zone: V4Zone): string[] => [
  'analytics',
  'threat_control',
  'cf_apps',
  'dns_editor',
  'cf_settings',
  'page_rules',
  zone.paused ? 'zone_reactivate' : 'zone_deactivate',
  'zone_delete',
  zone.development_mode > 0 ? 'zone_dev_mode0' : 'zone_dev_mode1',
]

/** Codes that the dashboard's own buttons sent; no program can use them here. */
const unused = '00000000000000000000000000000000'

/** A zone of API v4 as the client API gave it. */
export const zoneObject = ({ numbers }: ClientScene, zone: V4Zone): LegacyZone => {
  const plan = zone.plan?.legacy_id ?? 'free'
  const pro = plan === 'free' ? 0 : 1
  const partial = zone.type === 'partial'
  const status = statusClass(zone)
  const extra = zone as V4Zone & { readonly verification_key?: string }
  return {
    zone_id: String(numbers.of('zone', zone.id)),
    user_id: String(numbers.of('user', zone.account.id)),
    zone_name: zone.name,
    display_name: domainToUnicode(zone.name) || zone.name,
    zone_status: isServed(zone) ? 'V' : 'P',
    zone_mode: zone.paused ? '0' : '1',
    host_id: null,
    zone_type: partial ? 'P' : 'F',
    host_pubname: null,
    host_website: null,
    vtxt: partial ? (extra.verification_key ?? null) : null,
    fqdns: partial ? null : [...(zone.name_servers ?? [])],
    step: isServed(zone) ? '4' : '3',
    zone_status_class: status,
    zone_status_desc: words[status] ?? '',
    ns_vanity_map: [],
    orig_registrar: zone.original_registrar ?? null,
    orig_dnshost: zone.original_dnshost ?? null,
    orig_ns_names: upperList(zone.original_name_servers),
    props: { dns_cname: 0, dns_partner: 0, dns_anon_partner: 0, pro, expired_pro: 0, pro_sub: pro, ssl: pro, expired_ssl: 0, expired_rs_pro: 0, reseller_pro: 0, force_interal: 0, ssl_needed: 0, alexa_rank: 0, plan: `${plan.toUpperCase()}_ZONE` },
    confirm_code: { [zone.paused ? 'zone_reactivate' : 'zone_deactivate']: unused, zone_delete: unused },
    allow: mayDo(zone),
  }
}
