import { expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { manualClock, recordsPath, startTest, type TestEmulator, zonePath } from './testing/start.ts'

const account = `/accounts/${seededIds.account("user@example.com's Account")}`
const scripts = `${account}/workers/scripts`
const [first, second] = ['1'.repeat(32), '2'.repeat(32)]
const manifest = { '/a.css': { hash: first, size: 6 }, '/index.html': { hash: second, size: 2 }, '/copy.css': { hash: first, size: 6 } }

const form = (metadata: unknown, files: Readonly<Record<string, string>> = {}): FormData => {
  const data = new FormData()
  data.set('metadata', JSON.stringify(metadata))
  for (const [name, content] of Object.entries(files)) data.set(name, new Blob([content], { type: 'application/javascript+module' }), name)
  return data
}

const files = (contents: Readonly<Record<string, string>>): FormData => {
  const data = new FormData()
  for (const [hash, content] of Object.entries(contents)) data.set(hash, new Blob([Buffer.from(content).toString('base64')], { type: 'text/css' }), hash)
  return data
}

const bearer = (token: unknown): Readonly<Record<string, string>> => ({ authorization: `Bearer ${String(token)}` })
const upload = (emulator: TestEmulator, token: unknown, contents: Readonly<Record<string, string>>) => emulator.call('POST', `${account}/workers/assets/upload?base64=true`, files(contents), bearer(token))
const module = { 'a.js': 'export default { fetch() {} }' }
const hello = (emulator: TestEmulator, headers?: Readonly<Record<string, string>>) => emulator.call('PUT', `${scripts}/hello`, form({ main_module: 'a.js' }, module), headers)

it('asks for each static file once, gives the token for the code with the last one, and asks for none that it has', async () => {
  const emulator = await startTest()
  const begun = (await emulator.call('POST', `${scripts}/site/assets-upload-session`, { manifest })).json.result
  expect(begun['buckets']).toEqual([[first, second]])
  const half = await upload(emulator, begun['jwt'], { [first]: 'body{}' })
  expect([half.status, half.json.result['jwt']]).toEqual([200, null])
  const whole = await upload(emulator, begun['jwt'], { [second]: 'hi' })
  expect(whole.status).toBe(201)
  const { json } = await emulator.call('PUT', `${scripts}/site`, form({ assets: { jwt: whole.json.result['jwt'] }, compatibility_date: '2026-04-01' }))
  expect([json.result['has_assets'], json.result['has_modules'], json.result['handlers']]).toEqual([true, false, []])
  expect((await emulator.call('POST', `${scripts}/other/assets-upload-session`, { manifest })).json.result['buckets']).toEqual([])
})

it('keeps static files through a change of settings, and through new code that says so', async () => {
  const emulator = await startTest()
  const begun = (await emulator.call('POST', `${scripts}/site/assets-upload-session`, { manifest: { '/a.css': manifest['/a.css'] } })).json.result
  const { jwt } = (await upload(emulator, begun['jwt'], { [first]: 'body{}' })).json.result
  const hasAssets = async (metadata: object): Promise<unknown> => (await emulator.call('PUT', `${scripts}/site`, form({ main_module: 'a.js', ...metadata }, module))).json.result['has_assets']
  expect(await hasAssets({ assets: { jwt } })).toBe(true)
  await emulator.call('PUT', `${scripts}/site/secrets`, { name: 'KEY', text: 'hidden', type: 'secret_text' })
  expect((await emulator.call('GET', `${account}/workers/services/site`)).json.result['default_environment']).toMatchObject({ environment: 'production', script: { has_assets: true } })
  expect(await hasAssets({ keep_assets: true })).toBe(true)
  expect(await hasAssets({})).toBe(false)
})

it('takes the token of an upload for that upload alone, and for an hour', async () => {
  const clock = manualClock()
  const emulator = await startTest({ clock })
  const { jwt } = (await emulator.call('POST', `${scripts}/site/assets-upload-session`, { manifest })).json.result
  expect((await emulator.call('GET', '/zones', undefined, bearer(jwt))).status).toBe(403)
  expect((await emulator.call('POST', '/pages/assets/check-missing', { hashes: [] }, bearer(jwt))).codes).toEqual([8000013])
  const elsewhere = await emulator.call('POST', `/accounts/${'f'.repeat(32)}/workers/assets/upload?base64=true`, files({}), bearer(jwt))
  expect(elsewhere.codes).toEqual([8000013])
  clock.advance(3_600_000)
  expect((await upload(emulator, jwt, { [first]: 'body{}' })).codes).toEqual([8000013])
})

it('says which program uploaded a Worker, by the name that it gives itself', async () => {
  const emulator = await startTest()
  const authorization = bearer('zw-demo-token-0123456789abcdef0123456789')
  expect((await hello(emulator)).json.result['last_deployed_from']).toBe('api')
  const { json } = await hello(emulator, { ...authorization, 'user-agent': 'wrangler/4.86.0' })
  expect(json.result['last_deployed_from']).toBe('wrangler')
  const { versions } = { versions: (await emulator.call('GET', `${scripts}/hello/versions`)).json.result['items'] as { id: string; metadata: { source: string } }[] }
  expect(versions.map(({ metadata }) => metadata.source)).toEqual(['wrangler', 'api'])
  expect(json.result['deployment_id']).toBe(versions[0]?.id.replaceAll('-', ''))
})

it('remembers the tag of the last change of Durable Object classes, and applies none twice', async () => {
  const emulator = await startTest()
  const code = { 'a.js': 'export class A {}; export default { fetch() {} }' }
  const put = (migrations: object) => emulator.call('PUT', `${scripts}/objects`, form({ main_module: 'a.js', migrations }, code))
  expect((await put({ new_tag: 'v1', steps: [] })).json.result['migration_tag']).toBe('v1')
  expect((await put({ new_tag: 'v1', steps: [] })).codes).toEqual([10079])
  expect((await put({ old_tag: 'v1', new_tag: 'v2', steps: [] })).json.result['migration_tag']).toBe('v2')
  const change = { new_sqlite_classes: ['B', 'C'], renamed_classes: [{ from: 'A', to: 'D' }] }
  await put({ old_tag: 'v2', new_tag: 'v3', steps: [{ new_classes: ['A'] }, change, { deleted_classes: ['C'] }] })
  const namespaces = (await emulator.call('GET', `${account}/workers/durable_objects/namespaces`)).json.result as readonly { name: string; class?: string; use_sqlite?: boolean }[]
  expect(namespaces.map(({ name, use_sqlite: sqlite }) => [name, sqlite])).toEqual([['objects_D', false], ['objects_B', true]])
  const list = (await emulator.call('GET', scripts)).json.result as readonly { migration_tag?: string }[]
  expect(list.map(({ migration_tag: tag }) => tag)).toEqual(['v3'])
})

it('sets all routes of a Worker in any zone of the account, and leaves those of others', async () => {
  const emulator = await startTest()
  await hello(emulator)
  await emulator.call('PUT', `${scripts}/other`, form({ main_module: 'a.js' }, module))
  await emulator.call('PUT', `${scripts}/other/routes`, [{ pattern: 'example.com/other/*' }])
  const routes = async () => ((await emulator.call('GET', `${zonePath}/workers/routes`)).json.result as unknown as readonly { pattern: string; script: string }[]).map(({ pattern, script }) => `${pattern} ${script}`).sort()
  await emulator.call('PUT', `${scripts}/hello/routes`, [{ pattern: 'example.com/a/*' }, { pattern: '*.example.com/b', zone_name: 'example.com' }, { pattern: 'example.org/*' }])
  expect(await routes()).toEqual(['*.example.com/b hello', 'example.com/a/* hello', 'example.com/other/* other'])
  await emulator.call('PUT', `${scripts}/hello/routes`, [{ pattern: 'example.com/a/*' }])
  expect(await routes()).toEqual(['example.com/a/* hello', 'example.com/other/* other'])
  expect((await emulator.call('PUT', `${scripts}/hello/routes`, [{ pattern: 'example.com/other/*' }])).codes).toEqual([10020])
  expect((await emulator.call('PUT', `${scripts}/hello/routes`, [{ pattern: 'elsewhere.net/*' }])).codes).toEqual([10022])
  expect(await routes()).toEqual(['example.com/a/* hello', 'example.com/other/* other'])
})

it('tells what a change of hostnames would do, and does it when the caller overrides what stands against it', async () => {
  const emulator = await startTest()
  await hello(emulator)
  await emulator.call('PUT', `${scripts}/other`, form({ main_module: 'a.js' }, module))
  const put = (name: string, hostnames: readonly string[], options: object = {}) => emulator.call('PUT', `${scripts}/${name}/domains/records`, { origins: hostnames.map((hostname) => ({ hostname })), ...options })
  await put('hello', ['old.example.com'])
  await put('other', ['taken.example.com'])
  await emulator.call('POST', recordsPath, { type: 'CNAME', name: 'records', content: 'example.net' })
  const hostnames = ['new.example.com', 'taken.example.com', 'records.example.com']
  const { json } = await emulator.call('POST', `${scripts}/hello/domains/changeset?replace_state=true`, hostnames.map((hostname) => ({ hostname })))
  const names = (field: string) => (json.result[field] as readonly { hostname: string }[]).map(({ hostname }) => hostname)
  expect([names('added'), names('removed'), names('updated'), names('conflicting')]).toEqual([['new.example.com'], ['old.example.com'], ['taken.example.com'], ['records.example.com']])
  expect((await put('hello', hostnames)).codes).toEqual([100117])
  expect((await put('hello', hostnames, { override_existing_origin: true, override_existing_dns_record: true })).status).toBe(200)
  const domains = (await emulator.call('GET', `${account}/workers/domains`)).json.result as unknown as readonly { hostname: string; service: string }[]
  expect(domains.map(({ hostname, service }) => `${hostname} ${service}`).sort()).toEqual(['new.example.com hello', 'records.example.com hello', 'taken.example.com hello'])
})

it('tells who needs a Worker before it goes', async () => {
  const emulator = await startTest()
  await hello(emulator)
  await emulator.call('PUT', `${scripts}/caller`, form({ main_module: 'a.js', tail_consumers: [{ service: 'hello' }], bindings: [{ name: 'HELLO', type: 'service', service: 'hello' }, { name: 'OBJECT', type: 'durable_object_namespace', class_name: 'A', script_name: 'hello' }] }, module))
  const { result } = (await emulator.call('GET', `${scripts}/hello/references`)).json
  expect(result).toEqual({
    services: { incoming: [{ service: 'caller', environment: 'production', name: 'HELLO' }], outgoing: [], pages_function: false },
    durable_objects: [{ service: 'caller', environment: 'production', name: 'OBJECT', durable_object_namespace_name: 'hello_A' }],
  })
  expect((await emulator.call('GET', `${account}/workers/tails/by-consumer/hello`)).json.result).toMatchObject([{ producer: { service: 'caller' } }])
  expect((await emulator.call('DELETE', `${account}/workers/services/hello?force=true`)).status).toBe(200)
  expect((await emulator.call('GET', `${account}/workers/services/hello`)).codes).toEqual([10007])
})

it('gives objects back byte for byte with their media type, whatever slashes their keys have', async () => {
  const emulator = await startTest()
  const buckets = `${account}/r2/buckets`
  await emulator.call('POST', buckets, { name: 'backups' })
  const authorization = bearer('zw-demo-token-0123456789abcdef0123456789')
  const { json } = await emulator.call('PUT', `${buckets}/backups/objects/2026/a%20b.txt`, 'käse', { ...authorization, 'content-type': 'text/plain' })
  expect(json.result).toMatchObject({ key: '2026/a b.txt', size: '5', storage_class: 'Standard' })
  const read = await emulator.call('GET', `${buckets}/backups/objects/2026/a%20b.txt`)
  expect([read.text, read.headers.get('content-type')]).toEqual(['käse', 'text/plain'])
  await emulator.call('DELETE', `${buckets}/backups/objects/2026/a%20b.txt`)
  expect((await emulator.call('DELETE', `${buckets}/backups`)).status).toBe(200)
})
