import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demo, type Ended, type Result, type Scene } from '../scene.ts'
import { ended, equal, says } from './expect.ts'

const worker = `
export class Counter { constructor(state) { this.state = state } async fetch() { return new Response('1') } }
export default { async fetch(request, env) { return new Response(env.WORD) }, async queue() {}, async scheduled() {} }
`

/** The tool for all that runs at the service, without a person to ask; its third version means the service where today's wants to be told so. */
const story = (major: 3 | 4) => async (scene: Scene): Promise<void> => {
  const remote = major === 3 ? [] : ['--remote']
  await scene.emulate()
  const [account] = await scene.api<readonly Result[]>('GET', '/accounts')
  const inAccount = `/accounts/${String(account?.['id'])}`
  await scene.api('PUT', `${inAccount}/workers/subdomain`, { subdomain: 'example' })
  const write = (path: string, content: string): void => {
    mkdirSync(join(scene.folder, path, '..'), { recursive: true })
    writeFileSync(join(scene.folder, path), content)
  }
  const variables = { CLOUDFLARE_API_TOKEN: demo.token, CLOUDFLARE_ACCOUNT_ID: String(account?.['id']), WRANGLER_SEND_METRICS: 'false', CI: '1', NO_COLOR: '1' }
  const run = (...parameters: readonly string[]): Promise<Ended> => scene.run(process.execPath, [join(scene.folder, 'node_modules/wrangler/bin/wrangler.js'), ...parameters], variables)
  const done = async (...parameters: readonly string[]): Promise<Ended> => {
    const result = await run(...parameters)
    ended(result)
    return result
  }
  const idOf = async (path: string, field = 'id'): Promise<string> => String((await scene.api<readonly Result[]>('GET', inAccount + path))[0]?.[field])

  await scene.check('knows its user and account', async () => says(await done('whoami'), demo.email, String(account?.['id'])))
  await scene.check('keeps values, one by one and many at once', async () => {
    await done('kv', 'namespace', 'create', 'things')
    const id = await idOf('/storage/kv/namespaces')
    const kv = (...parameters: readonly string[]): Promise<Ended> => done('kv', ...parameters, ...remote, '--namespace-id', id)
    await kv('key', 'put', 'key one', 'first', '--metadata', '{"kind":"test"}', '--ttl', '600')
    says(await kv('key', 'get', 'key one', '--text'), 'first')
    write('pairs.json', JSON.stringify([{ key: 'a', value: '1' }, { key: 'b', value: 'Mg==', base64: true }]))
    await kv('bulk', 'put', 'pairs.json')
    write('keys.json', JSON.stringify(['a', 'b', 'none']))
    if (major > 3) says(await kv('bulk', 'get', 'keys.json'), /"b": "2"/, /"none": null/)
    await kv('bulk', 'delete', 'keys.json', '--force')
    says(await kv('key', 'list'), 'key one', /"kind": "test"/)
    equal((await scene.api<readonly Result[]>('GET', `${inAccount}/storage/kv/namespaces/${id}/keys`)).map(({ name }) => name), ['key one'])
  })
  await scene.check('runs SQL, of a line and of a file, and gets the database back as SQL', async () => {
    await done('d1', 'create', 'data')
    await done('d1', 'execute', 'data', '--remote', '--yes', '--command', 'CREATE TABLE pets (id INTEGER PRIMARY KEY, name TEXT)')
    write('pets.sql', "INSERT INTO pets (name) VALUES ('O''Malley');\nINSERT INTO pets (name) VALUES ('käse');\n")
    says(await done('d1', 'execute', 'data', '--remote', '--yes', '--file', 'pets.sql'), 'Total queries executed')
    says(await done('d1', 'execute', 'data', '--remote', '--yes', '--command', 'SELECT name FROM pets'), "O'Malley", 'käse')
    await done('d1', 'export', 'data', '--remote', '--output', 'out.sql')
    says({ status: 0, output: (await scene.run('cat', ['out.sql'])).output }, 'CREATE TABLE', "'O''Malley'")
    says(await run('d1', 'execute', 'data', '--remote', '--yes', '--command', 'SELECT * FROM none'), 'no such table: none')
  })
  await scene.check('writes, reads and removes an object', async () => {
    await done('r2', 'bucket', 'create', 'backups')
    write('zone.txt', 'example.com. 300 IN A 192.0.2.1\n')
    await done('r2', 'object', 'put', 'backups/2026/zone.txt', '--file', 'zone.txt', ...remote)
    says(await done('r2', 'object', 'get', 'backups/2026/zone.txt', '--pipe', ...remote), '192.0.2.1')
    says(await run('r2', 'bucket', 'delete', 'backups'), 'not empty')
    await done('r2', 'object', 'delete', 'backups/2026/zone.txt', ...remote)
  })
  await scene.check('deploys a Worker with everything that it can reach and that can reach it', async () => {
    await done('queues', 'create', 'jobs')
    write('index.js', worker)
    write('public/index.html', '<h1>hello</h1>')
    write('public/style.css', 'body {}')
    write('wrangler.json', JSON.stringify({
      name: 'hello',
      main: 'index.js',
      compatibility_date: '2026-04-01',
      workers_dev: true,
      assets: { directory: 'public', binding: 'ASSETS' },
      vars: { WORD: 'hello' },
      kv_namespaces: [{ binding: 'VALUES', id: await idOf('/storage/kv/namespaces') }],
      d1_databases: [{ binding: 'DATA', database_name: 'data', database_id: await idOf('/d1/database', 'uuid') }],
      r2_buckets: [{ binding: 'BACKUPS', bucket_name: 'backups' }],
      queues: { producers: [{ binding: 'JOBS', queue: 'jobs' }], consumers: [{ queue: 'jobs', max_batch_size: 5 }] },
      durable_objects: { bindings: [{ name: 'COUNTER', class_name: 'Counter' }] },
      migrations: [{ tag: 'v1', new_sqlite_classes: ['Counter'] }],
      triggers: { crons: ['*/5 * * * *'] },
      routes: [{ pattern: 'example.com/api/*', zone_name: demo.zone }, { pattern: 'app.example.com', custom_domain: true }],
    }))
    says(await done('deploy'), 'Uploaded 2 of 2 assets', 'https://hello.example.workers.dev', 'example.com/api/*', 'app.example.com (custom domain)', 'Consumer for jobs', /Current Version ID: [0-9a-f-]{36}/)
    const again = await done('deploy', '--var', 'WORD:again')
    says(again, /No (?:updated asset )?files to upload/)
    if (again.output.includes('last updated via')) throw new Error('the deployment before is not known as its own')
    const { bindings } = await scene.api<{ readonly bindings: readonly Result[] }>('GET', `${inAccount}/workers/scripts/hello/settings`)
    equal(bindings.map(({ name }) => name).sort(), ['ASSETS', 'BACKUPS', 'COUNTER', 'DATA', 'JOBS', 'VALUES', 'WORD'])
    equal((await scene.api<readonly Result[]>('GET', `${await scene.zone()}/workers/routes`)).map(({ pattern, script }) => [pattern, script]), [['example.com/api/*', 'hello']])
  })
  await scene.check('keeps secrets through a deployment', async () => {
    write('secrets.json', JSON.stringify({ FIRST: 'hidden', SECOND: 'hidden' }))
    await done('secret', 'bulk', 'secrets.json')
    await done('secret', 'delete', 'FIRST')
    await done('deploy')
    says(await done('secret', 'list'), 'SECOND')
  })
  await scene.check('uploads a version, deploys it and goes back', async () => {
    says(await done('versions', 'upload', '--message', 'next', '--tag', 'two'), /Worker Version ID: [0-9a-f-]{36}/)
    const { items } = await scene.api<{ readonly items: readonly Result[] }>('GET', `${inAccount}/workers/scripts/hello/versions`)
    says(await done('versions', 'deploy', `${String(items[0]?.['id'])}@100%`, '--yes'), 'SUCCESS')
    says(await done('rollback', '--yes', '--message', 'back'), 'has been deployed to 100% of traffic')
    says(await done('deployments', 'status'), 'back')
  })
  await scene.check('deletes a Worker with its routes', async () => {
    await done('queues', 'consumer', 'remove', 'jobs', 'hello')
    says(await done('delete', '--force'), 'Successfully deleted hello')
    equal(await scene.api('GET', `${await scene.zone()}/workers/routes`), [])
    await scene.run('rm', ['wrangler.json'])
  })
  await scene.check('deploys a site, and uploads only what changed', async () => {
    await done('pages', 'project', 'create', 'site', '--production-branch', 'main')
    const deploy = (): Promise<Ended> => done('pages', 'deploy', 'public', '--project-name', 'site', '--branch', 'main', '--commit-dirty=true')
    says(await deploy(), 'Uploaded 2 files', 'Deployment complete')
    write('public/style.css', 'body { margin: 0 }')
    says(await deploy(), 'Uploaded 1 files (1 already uploaded)', 'Deployment complete')
    says(await done('pages', 'deployment', 'list', '--project-name', 'site'), 'Production')
  })
  await scene.check('says what is wrong with a token', async () => {
    const stranger = await scene.run(process.execPath, [join(scene.folder, 'node_modules/wrangler/bin/wrangler.js'), 'kv', 'namespace', 'list'], { ...variables, CLOUDFLARE_API_TOKEN: 'x'.repeat(40) })
    ended(stranger, 1)
    says(stranger, /Authentication error|Invalid access token/)
  })
}

/** Today's, and the one before. */
export const [wrangler3, wrangler] = [story(3), story(4)]
