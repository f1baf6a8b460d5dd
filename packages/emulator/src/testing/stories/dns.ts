import { argo, cache, dns, historic, ips, registrar, secondaryDns, zones } from '@zonewright/v4'

import { secondaryZoneId, type Visitor, visitResource } from '../visitor.ts'

/** Zones, their plans, holds and settings. */
export const zoneStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know, later } = visitor
  await visit(ips.list)
  const made = await visit(zones.create, { name: 'example.net' })
  later(() => visit(zones.remove, { zone_id: made['id'] }))
  await visit(zones.checkActivation, { zone_id: made['id'] })
  await visit(zones.edit, { zone_id: made['id'], paused: true })
  await visit(zones.get)
  await visit(zones.list)
  await visit(zones.hold.create)
  await visit(zones.hold.get)
  await visit(zones.hold.edit, { include_subdomains: true })
  await visit(zones.hold.remove)
  know({ plan_identifier: (await visit(zones.plans.list))['id'] })
  await visit(zones.plans.get)
  await visit(zones.plans.rates)
  await visit(cache.purge, { purge_everything: true })
  await visit(historic.purgeCache.purge, { files: ['https://example.com/'] })
  await visit(registrar.domains.list)
  know({ domain_name: 'example.com' })
  await visit(registrar.domains.get)
  await visit(registrar.domains.update, { locked: false })
}

/** Each setting by its name, and any by its identifier. */
export const settingStory = async ({ visit }: Visitor): Promise<void> => {
  const { settings } = zones
  for (const named of Object.values(settings)) {
    if (!('facts' in named)) continue
    const { initial, field = 'value' } = named.facts()
    await visit(named.get)
    if ('edit' in named) await visit(named.edit, { [field]: initial })
  }
  await visit(settings.get, { setting_id: 'ssl' })
  await visit(settings.edit, { setting_id: 'ssl', value: 'full' })
  await visit(settings.all)
  await visit(settings.editAll, { items: [{ id: 'ssl', value: 'full' }] })
}

/** Records, zone files, scans and what belongs to DNS. */
export const dnsStory = async (visitor: Visitor): Promise<void> => {
  const { visit, all } = visitor
  const { records, scan } = dns
  const record = { type: 'A', name: 'www', content: '192.0.2.1' }
  await visitResource(visitor, records, { id: 'dns_record_id', create: record, edit: { comment: 'edited' }, update: record })
  await visit(records.batch, { posts: [{ ...record, name: 'fallback', proxied: true }] })
  await visit(records.importZone, { file: 'i 300 IN A 192.0.2.3\n' })
  await visit(records.exportZone)
  await visit(records.usage)
  await visit(scan.trigger)
  const [first] = await all(scan.finds)
  await visit(scan.review, { rejects: [{ id: first?.['id'] }] })
  await visit(scan.run)
  await visit(dns.settings.edit, { ns_ttl: 3600 })
  await visit(dns.settings.get)
  await visit(dns.dnssec.edit, { status: 'active' })
  await visit(dns.dnssec.get)
  await visit(dns.dnssec.edit, { status: 'disabled' })
  await visit(dns.dnssec.remove)
  await visit(dns.customNameservers.update, { enabled: false })
  await visit(dns.customNameservers.get)
  await visit(dns.accountSettings.edit, { zone_defaults: { ns_ttl: 3600 } })
  await visit(dns.accountSettings.get)
  await visit(dns.analytics.report, { dimensions: 'queryName', limit: 1 })
  await visit(dns.analytics.byTime, { time_delta: 'hour' })
}

/** Transfers of zones: to name servers elsewhere, and from them to a zone that is secondary here. */
export const transferStory = async (visitor: Visitor): Promise<void> => {
  const { visit } = visitor
  const { acls, incoming, outgoing, peers, tsigs } = secondaryDns
  const range = { name: 'office', ip_range: '192.0.2.0/28' }
  await visitResource(visitor, acls, { id: 'acl_id', create: range, update: range })
  const key = { name: 'transfer.example.com.', algo: 'hmac-sha256.', secret: Buffer.alloc(32, 7).toString('base64') }
  const { id: tsig } = await visitResource(visitor, tsigs, { id: 'tsig_id', create: key, update: key })
  const { id: peer } = await visitResource(visitor, peers, { id: 'peer_id', create: { name: 'ns1' }, update: { name: 'ns1', ip: '192.0.2.53', tsig_id: tsig } })

  const outwards = { name: 'example.com', peers: [peer] }
  await visitResource(visitor, outgoing, { id: 'zone_id', create: outwards, update: outwards })
  await visit(outgoing.enable)
  await visit(outgoing.status)
  await visit(outgoing.forceNotify)
  await visit(outgoing.disable)

  const inwards = { zone_id: secondaryZoneId, name: 'secondary.example', peers: [peer], auto_refresh_seconds: 86_400 }
  await visit(incoming.create, inwards)
  await visit(incoming.update, inwards)
  await visit(incoming.get, { zone_id: secondaryZoneId })
  await visit(incoming.forceAxfr, { zone_id: secondaryZoneId })
  await visit(incoming.remove, { zone_id: secondaryZoneId })
}

/** What of a zone is switched on and off: the ways to its origin and the stores on them. */
export const switchStory = async ({ visit, clock }: Visitor): Promise<void> => {
  for (const { edit, get } of [argo.smartRouting, argo.tieredCaching, { edit: cache.tiers.editRegional, get: cache.tiers.regional }, { edit: cache.tiers.editSmart, get: cache.tiers.smart }, cache.reserve]) {
    await visit(edit, { value: 'on' })
    await visit(get)
    await visit(edit, { value: 'off' })
  }
  await visit(cache.tiers.removeSmart)
  await visit(cache.reserve.clear)
  await visit(cache.reserve.clearStatus)
  clock.advance(60_000)
}
