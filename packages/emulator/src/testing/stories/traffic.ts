import { customPages, dnsFirewall, graphql, healthchecks, historic, loadBalancers } from '@zonewright/v4'

import { zoneId } from '../start.ts'
import { type Visitor, visitResource } from '../visitor.ts'

/** Load balancers and health checks. */
export const balancerStory = async (visitor: Visitor): Promise<void> => {
  const { visit } = visitor
  const { monitors, pools } = loadBalancers
  const monitor = { type: 'https', expected_codes: '2xx' }
  await visitResource(visitor, monitors, { id: 'monitor_id', create: monitor, edit: { interval: 30 }, update: monitor })
  const pool = { name: 'a', origins: [{ name: 'a', address: '192.0.2.1' }] }
  const { id } = await visitResource(visitor, pools, { id: 'pool_id', create: pool, edit: { enabled: true }, update: pool })
  const balancer = { name: 'www.example.com', default_pools: [id], fallback_pool: id }
  await visitResource(visitor, loadBalancers, { id: 'load_balancer_id', create: balancer, edit: { enabled: false }, update: balancer })
  // A map can't be deleted, nor then a pool that it leads to.
  const kept = await visit(pools.create, { ...pool, name: 'kept' })
  const map = await visit(historic.loadBalancerMaps.create, { global_pools: [kept['id']] })
  await visit(historic.loadBalancerMaps.updateRegion, { map_id: map['id'], region: 'WNAM', pools: [kept['id']] })
  const check = { name: 'www', address: 'www.example.com' }
  await visitResource(visitor, healthchecks, { id: 'healthcheck_id', create: check, edit: { suspended: true }, update: check })
}

/** Pages of one's own, analytics, and what stood in front of name servers and origins. */
export const edgeStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know } = visitor
  const page = { state: 'customized', url: 'https://example.com/blocked.html' }
  know({ custom_page_id: 'waf_block' })
  for (const pages of [customPages, customPages.account]) {
    await visit(pages.update, page)
    await visit(pages.get)
    await visit(pages.list)
  }
  await visit(historic.analytics.dashboard)
  await visit(historic.analytics.colos)
  await visit(graphql.query, { query: `{ viewer { zones(filter: { zoneTag: "${zoneId}" }) { zoneTag } } }` })

  await visitResource(visitor, dnsFirewall, { id: 'dns_firewall_id', create: { name: 'a', upstream_ips: ['192.0.2.1'] }, edit: { name: 'b' } })
  for (const resource of [historic.userVirtualDns, historic.organizationVirtualDns]) await visitResource(visitor, resource, { id: 'virtual_dns_id', create: { name: 'a', origin_ips: ['192.0.2.1'] }, edit: { name: 'b' } })
  for (const resource of [historic.organizationRailguns, historic.railguns]) {
    await visitResource(visitor, resource, { id: 'railgun_id', create: { name: 'a' }, edit: { enabled: true } })
    await visit(resource.zones)
  }
  const { zoneRailguns } = historic
  await visit(zoneRailguns.edit, { connected: true })
  await visit(zoneRailguns.get)
  await visit(zoneRailguns.list)
  await visit(zoneRailguns.diagnose)
}
