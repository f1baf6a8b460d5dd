import { token } from '@zonewright/core'
import { customPages, dnsFirewall, graphql, healthchecks, historic, loadBalancers, logpush, pages, tunnels, turnstile } from '@zonewright/v4'

import { zoneId } from '../start.ts'
import { type Visitor, visitResource } from '../visitor.ts'

/** Load balancers and health checks. */
export const balancerStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know } = visitor
  const { monitors, pools } = loadBalancers
  const monitor = { type: 'https', expected_codes: '2xx' }
  await visitResource(visitor, monitors, { id: 'monitor_id', create: monitor, edit: { interval: 30 }, update: monitor })
  const pool = { name: 'a', origins: [{ name: 'a', address: '192.0.2.1' }] }
  const { id } = await visitResource(visitor, pools, { id: 'pool_id', create: pool, edit: { enabled: true }, update: pool })
  await visit(pools.health)
  await visit(monitors.preview, { type: 'https' })
  const { preview_id } = await visit(pools.preview, { type: 'https' })
  know({ preview_id })
  await visit(loadBalancers.preview)
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
  for (const level of [customPages, customPages.account]) {
    await visit(level.update, page)
    await visit(level.get)
    await visit(level.list)
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

/** Sites, tunnels to servers, and widgets that tell people from programs. */
export const siteStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know } = visitor
  const { deployments, projects } = pages
  await visitResource(visitor, projects, { id: 'project_name', from: 'name', create: { name: 'docs', production_branch: 'main' }, edit: { production_branch: 'live' } })
  const upload = { branch: 'live', manifest: { '/index.html': '5d41402abc4b2a76b9719d911017c592' } }
  const { jwt } = await visit(pages.assets.token)
  const uploads = visitor.as(token(String(jwt)))
  const hashes = Object.values(upload.manifest)
  await uploads.visit(pages.assets.missing, { hashes })
  await uploads.visit(pages.assets.upload, { files: hashes.map((key) => ({ key, value: 'aGVsbG8=', base64: true, metadata: { contentType: 'text/html' } })) })
  await uploads.visit(pages.assets.keep, { hashes })
  const first = await visit(deployments.create, upload)
  await visit(deployments.create, upload)
  await visit(deployments.rollback, { deployment_id: first['id'] })
  const { id } = await visit(deployments.retry, { deployment_id: first['id'] })
  know({ deployment_id: id })
  await visit(deployments.get)
  await visit(deployments.list)
  await visit(deployments.create, upload)
  await visit(deployments.remove)

  await visitResource(visitor, tunnels, { id: 'tunnel_id', create: { name: 'office', config_src: 'cloudflare' }, edit: { name: 'headquarters' } })
  await visit(tunnels.token)
  await visit(tunnels.configurations.update, { config: { ingress: [{ service: 'http_status:404' }] } })
  await visit(tunnels.configurations.get)
  await visit(tunnels.connections.list)
  await visit(tunnels.connections.remove)

  const widget = { name: 'login', domains: ['example.com'], mode: 'managed' }
  await visitResource(visitor, turnstile.widgets, { id: 'sitekey', from: 'sitekey', create: widget, update: widget })
  await visit(turnstile.widgets.rotateSecret)
}

/** Jobs that bring logs elsewhere, of a zone and of an account. */
export const logStory = async (visitor: Visitor): Promise<void> => {
  const destination = { destination_conf: 's3://logs?region=eu-west-1' }
  const jobs = [
    { level: logpush.zone, dataset: 'http_requests' },
    { level: logpush.account, dataset: 'audit_logs_v2' },
  ]
  for (const { level, dataset } of jobs) {
    const { filename } = await visitor.visit(level.challenge, destination)
    await visitor.visit(level.checkChallenge, { ...destination, ownership_challenge: String(filename) })
    await visitResource(visitor, level, { id: 'job_id', create: { dataset, destination_conf: 'https://logs.example.com/' }, update: { enabled: true } })
  }
}
