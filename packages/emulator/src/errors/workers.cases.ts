import { defaultSeed, parseSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { zoneId, zonePath } from '../testing/start.ts'

const account = `/accounts/${seededIds.account("user@example.com's Account")}`
const path = `${account}/workers/scripts`
const domains = `${account}/workers/domains`
const unknownId = '0'.repeat(32)
const good = "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))"
const call = (method: string, target: string, body?: unknown): Send => (emulator) => emulator.call(method, target, body)

/** Uploads a Worker and sends a request. */
const after = (method: string, target: string, body?: unknown): Send => async (emulator) => {
  await emulator.call('PUT', `${path}/one`, good)
  return emulator.call(method, target, body)
}

const form = (metadata: unknown, files: Readonly<Record<string, string>> = {}): FormData => {
  const data = new FormData()
  data.set('metadata', typeof metadata === 'string' ? metadata : JSON.stringify(metadata))
  for (const [name, content] of Object.entries(files)) data.set(name, new Blob([content], { type: 'application/javascript+module' }), name)
  return data
}

/** A request for every refusal of Workers and of the registrar. */
export const workerErrorCases: readonly ErrorCase[] = [
  { key: 'worker_not_found', when: 'the Worker is not there', send: call('GET', `${path}/none/settings`) },
  { key: 'worker_not_found', when: 'a hostname should lead to no Worker', send: call('PUT', domains, { hostname: 'a.example.com', service: 'none', zone_id: zoneId }) },
  { key: 'worker_name', when: 'the name of a Worker has a capital', send: call('PUT', `${path}/One`, good) },
  { key: 'worker_syntax', when: 'a script does not parse', send: call('PUT', `${path}/one`, 'addEventListener(') },
  { key: 'worker_module', when: 'the main module is not among the files', send: call('PUT', `${path}/one`, form({ main_module: 'a.js' }, { 'b.js': 'export default {}' })) },
  { key: 'worker_no_handlers', when: 'a script listens to nothing', send: call('PUT', `${path}/one`, 'const a = 1') },
  { key: 'worker_no_handlers', when: 'a module exports nothing', send: call('PUT', `${path}/one`, form({ main_module: 'a.js' }, { 'a.js': 'const a = 1' })) },
  { key: 'worker_metadata', when: 'the metadata is no JSON', send: call('PUT', `${path}/one`, form('{', { 'a.js': 'export default {}' })) },
  { key: 'worker_metadata', when: 'the metadata names no part', send: call('PUT', `${path}/one`, form({}, { 'a.js': 'export default {}', 'b.js': '' })) },
  { key: 'worker_setting', when: 'a day is none', send: call('PUT', `${path}/one`, form({ main_module: 'a.js', compatibility_date: 'today' }, { 'a.js': 'export default {}' })) },
  { key: 'worker_binding', when: 'a secret is not there', send: after('DELETE', `${path}/one/secrets/NONE`) },
  { key: 'worker_secret', when: 'a secret has no text', send: after('PUT', `${path}/one/secrets`, { name: 'A', type: 'secret_text' }) },
  { key: 'worker_cron', when: 'a schedule has four fields', send: after('PUT', `${path}/one/schedules`, [{ cron: '* * * *' }]) },
  { key: 'worker_cron', when: 'a schedule counts Sunday as 0', send: after('PUT', `${path}/one/schedules`, [{ cron: '0 22 * * 0' }]) },
  { key: 'worker_version', when: 'a version is not there', send: after('POST', `${path}/one/deployments`, { strategy: 'percentage', versions: [{ version_id: unknownId, percentage: 100 }] }) },
  { key: 'worker_version_not_found', when: 'the version that is read is not there', send: after('GET', `${path}/one/versions/${unknownId}`) },
  { key: 'worker_tail_not_found', when: 'the tail is not there', send: after('DELETE', `${path}/one/tails/${unknownId}`) },
  { key: 'worker_setting', when: 'the settings for all versions have a wrong value', send: after('PATCH', `${path}/one/script-settings`, { logpush: 'yes' }) },
  { key: 'worker_setting', when: 'a Worker should half answer below workers.dev', send: after('POST', `${path}/one/subdomain`, { enabled: 'half' }) },
  { key: 'worker_subdomain_missing', when: 'an account has chosen no name below workers.dev', send: call('GET', `${account}/workers/subdomain`) },
  { key: 'worker_subdomain_name', when: 'a name below workers.dev has a dot', send: call('PUT', `${account}/workers/subdomain`, { subdomain: 'a.b' }) },
  {
    key: 'worker_subdomain_taken',
    when: 'another account has the name below workers.dev',
    options: { seed: parseSeed({ ...defaultSeed, accounts: [...defaultSeed.accounts, { name: 'Other', members: ['user@example.com'] }] }) },
    send: async (emulator) => {
      await emulator.call('PUT', `/accounts/${seededIds.account('Other')}/workers/subdomain`, { subdomain: 'example' })
      return emulator.call('PUT', `${account}/workers/subdomain`, { subdomain: 'example' })
    },
  },
  {
    key: 'worker_subdomain_kept',
    when: 'an account chooses another name below workers.dev',
    send: async (emulator) => {
      await emulator.call('PUT', `${account}/workers/subdomain`, { subdomain: 'example' })
      return emulator.call('PUT', `${account}/workers/subdomain`, { subdomain: 'other' })
    },
  },
  { key: 'worker_route_not_found', when: 'the route is not there', send: call('GET', `${zonePath}/workers/routes/${unknownId}`) },
  { key: 'worker_route_script', when: 'a route leads to no Worker', send: call('POST', `${zonePath}/workers/routes`, { pattern: 'example.com/*', script: 'none' }) },
  {
    key: 'worker_route_taken',
    when: 'another route has the pattern',
    send: async (emulator) => {
      await emulator.call('POST', `${zonePath}/workers/routes`, { pattern: 'example.com/*' })
      return emulator.call('POST', `${zonePath}/workers/routes`, { pattern: 'example.com/*' })
    },
  },
  { key: 'worker_route_pattern', when: 'a route is in another zone', send: call('POST', `${zonePath}/workers/routes`, { pattern: 'example.org/*' }) },
  { key: 'worker_domain_not_found', when: 'the hostname is not there', send: call('GET', `${domains}/${unknownId}`) },
  { key: 'worker_domain', when: 'a hostname is in another zone', send: after('PUT', domains, { hostname: 'a.example.org', service: 'one', zone_id: zoneId }) },
  { key: 'worker_migration', when: 'a change of Durable Object classes was applied already', send: async (emulator) => {
    const upload = (): FormData => form({ main_module: 'a.js', migrations: { new_tag: 'v1', steps: [{ new_sqlite_classes: ['A'] }] } }, { 'a.js': 'export class A {}; export default {}' })
    await emulator.call('PUT', `${path}/one`, upload())
    return emulator.call('PUT', `${path}/one`, upload())
  } },
  { key: 'worker_assets', when: 'the path of a static file has no slash', send: call('POST', `${path}/one/assets-upload-session`, { manifest: { 'a.css': { hash: unknownId, size: 1 } } }) },
  { key: 'worker_assets', when: 'the manifest is a list', send: call('POST', `${path}/one/assets-upload-session`, { manifest: [] }) },
  { key: 'worker_asset_upload', when: 'a static file has another size than was said', send: async (emulator) => {
    const { json } = await emulator.call('POST', `${path}/one/assets-upload-session`, { manifest: { '/a.css': { hash: unknownId, size: 2 } } })
    const data = new FormData()
    data.set(unknownId, new Blob(['QQ==']), unknownId)
    return emulator.call('POST', `${account}/workers/assets/upload?base64=true`, data, { authorization: `Bearer ${json.result.jwt}` })
  } },
  { key: 'worker_assets_token', when: 'code names static files that nobody uploaded', send: call('PUT', `${path}/one`, form({ main_module: 'a.js', assets: { jwt: 'none' } }, { 'a.js': 'export default {}' })) },
  { key: 'worker_assets_binding', when: 'code reaches for static files and has none', send: call('PUT', `${path}/one`, form({ main_module: 'a.js', bindings: [{ name: 'ASSETS', type: 'assets' }] }, { 'a.js': 'export default {}' })) },
  { key: 'worker_domain_other', when: 'another Worker has the hostname', send: async (emulator) => {
    await emulator.call('PUT', `${path}/two`, good)
    await emulator.call('PUT', domains, { hostname: 'api.example.com', service: 'two', zone_id: zoneId })
    return after('PUT', `${path}/one/domains/records`, { origins: [{ hostname: 'api.example.com' }] })(emulator)
  } },
  { key: 'worker_domain_records', when: 'the hostname has records', send: async (emulator) => {
    await emulator.call('POST', `${zonePath}/dns_records`, { type: 'A', name: 'api', content: '192.0.2.1' })
    return after('PUT', `${path}/one/domains/records`, { origins: [{ hostname: 'api.example.com' }] })(emulator)
  } },
  { key: 'registrar_not_found', when: 'the domain is not registered', send: call('GET', `${account}/registrar/domains/example.invalid`) },
  { key: 'registrar_value', when: 'a lock is a text', send: call('PUT', `${account}/registrar/domains/example.com`, { locked: 'yes' }) },
]
