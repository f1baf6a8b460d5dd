import { createClient, hostKey } from '@zonewright/core'
import { type Emulator, startEmulator } from '@zonewright/emulator'
import * as gateway from '@zonewright/host-gw'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Outcome, runCli, type Scene } from '../testing/run-cli.ts'

const host_key = '8afbe6dea02407989af4dd4c97bb6e25'
const closed = { CLOUDFLARE_API_URL: 'http://127.0.0.1:9' }
const legacyEnv = { CLOUDFLARE_EMAIL: 'user@example.com', CLOUDFLARE_API_KEY: '144c9defac04969c7bfad8efaa8ea194b6f3a' }

let emulator: Emulator
let folder = ''
let userKey = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-'))
  emulator = await startEmulator({})
  const client = createClient({ baseUrl: emulator.origin, credentials: hostKey(host_key) })
  const cf = client.bind(gateway)
  const { user_key } = await cf.users.create({ cloudflare_email: 'customer@example.net', cloudflare_pass: 'correct horse' })
  userKey = user_key
  await cf.zones.set({ user_key, zone_name: 'orchard.example', resolve_to: 'origin.example.net', subdomains: 'kept' })
  await client.close()
})
afterAll(async () => {
  await emulator.close()
  await rm(folder, { recursive: true })
})

const here = () => ({ CLOUDFLARE_API_URL: `${emulator.origin}/client/v4`, XDG_STATE_HOME: join(folder, 'state') })
const legacy = (argv: readonly string[], scene: Scene = {}): Promise<Outcome> => runCli([...argv, '--api', 'legacy'], { ...scene, env: { ...here(), ...legacyEnv, ...scene.env } })
const host = (argv: readonly string[], scene: Scene = {}): Promise<Outcome> => runCli([...argv, '--api', 'host'], { ...scene, env: { ...here(), CLOUDFLARE_HOST_KEY: host_key, CLOUDFLARE_USER_KEY: userKey, ...scene.env } })
const v4 = (argv: readonly string[]): Promise<Outcome> => runCli(argv, { env: here() })
const json = async (outcome: Promise<Outcome>): Promise<readonly Record<string, unknown>[]> => {
  const { code, out, err } = await outcome
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as readonly Record<string, unknown>[]
}
const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('zw routes', () => {
  it('lists the actions of the API that is named, each by its own name', async () => {
    const paths = async (outcome: Promise<Outcome>) => new Set((await json(outcome)).map(({ path }) => path))
    const actions = await paths(legacy(['routes', '-o', 'json']))
    expect(['stats', 'rec_new', 'rec_load_all', 'DIUP'].filter((name) => !actions.has(name))).toEqual([])
    expect(await paths(host(['routes', '-o', 'json']))).toContain('zone_set')
    expect(await paths(v4(['routes', '-o', 'json']))).not.toContain('rec_new')
  })
})

describe('zw call', () => {
  it('calls an action of an older API by its name, numbers and lists being texts on the command line', async () => {
    expect(await json(legacy(['call', 'POST', 'rec_load_all', 'z=example.org']))).toEqual([])
    expect(await json(legacy(['call', 'POST', 'zone_check', 'zones=example.com,example.net']))).toMatchObject({ zones: { 'example.net': 0 } })
    expect(await json(legacy(['call', 'POST', 'devmode', 'z=example.com', 'v=1']))).toMatchObject({ zone: { obj: { zone_status_class: 'status-dev-mode' } } })
    expect(await json(host(['call', 'POST', 'cpanel_info']))).toHaveProperty('cpanel_latest')
  })

  it('refuses what is no action, another method and a header', async () => {
    expect(await legacy(['call', 'POST', 'nothing'])).toMatchObject({ code: 64, err: 'zw: "nothing" is no action of the client API; zw routes --api legacy lists them\n' })
    expect(await legacy(['call', 'GET', 'stats', 'z=example.com'])).toMatchObject({ code: 64 })
    expect(await legacy(['call', 'POST', 'stats', 'z=example.com', '--header', 'a: b'])).toMatchObject({ code: 64 })
  })
})

describe('zw --api legacy', () => {
  it('lists zones, and by name', async () => {
    expect((await json(legacy(['zones', '-o', 'json']))).map(({ name, status }) => [name, status])).toEqual([['example.com', 'active'], ['example.org', 'active']])
    expect(await json(legacy(['zones', '--name', 'example.org', '-o', 'json']))).toHaveLength(1)
    expect(await legacy(['zones', '--name', 'contains:example'])).toEqual({ code: 64, out: '', err: 'zw: --name "contains:example": only API v4 looks for parts of names; give a whole one\n' })
  })

  it('adds, lists, edits and removes records, as v4 sees them', async () => {
    expect(await json(legacy(['record', 'add', 'example.com', 'www', 'A', '192.0.2.1', '--proxied', '-o', 'json']))).toMatchObject({ name: 'www.example.com', type: 'A', rdata: '192.0.2.1', ttl: 1, proxied: true })
    expect(await json(legacy(['record', 'add', 'example.com', '_sip._tcp', 'SRV', '10 60 5060 sip.example.net', '--ttl', '300', '-o', 'json']))).toMatchObject({ name: '_sip._tcp.example.com', rdata: '10 60 5060 sip.example.net.' })
    expect(await json(legacy(['record', 'edit', 'example.com', 'www', 'A', '--content', '192.0.2.2', '--proxied', 'false', '--ttl', '600', '-o', 'json']))).toMatchObject({ rdata: '192.0.2.2', ttl: 600, proxied: false })
    expect(await json(v4(['record', 'list', 'example.com', '--name', 'www', '-o', 'json']))).toMatchObject([{ content: '192.0.2.2', ttl: 600, proxied: false }])
    expect((await json(legacy(['record', 'list', 'example.com', '--type', 'srv', '-o', 'json']))).map(({ name }) => name)).toEqual(['_sip._tcp.example.com'])
    const unclear = await legacy(['record', 'rm', 'example.com', 'nothere', '--yes'])
    expect(unclear).toEqual({ code: 1, out: '', err: 'zw: record nothere is not in the zone; zw record list example.com shows what is\n' })
    expect(await legacy(['record', 'rm', 'example.com', 'www', 'A'])).toMatchObject({ code: 64, err: 'zw: a record would be removed, and there is no terminal to ask on; give --yes\n' })
    for (const name of ['www', '_sip._tcp']) expect((await legacy(['record', 'rm', 'example.com', name, '--yes'])).code).toBe(0)
    expect(await json(v4(['record', 'list', 'example.com', '-o', 'json']))).toEqual([])
  })

  it('imports, exports, compares, plans and applies a zone file', async () => {
    const path = await file('a.zone', '$ORIGIN example.com.\n$TTL 1h\n@ MX 10 mail\nmail A 192.0.2.25\nwww CNAME example.net. ; cf_tags=cf-proxied:true\nt TXT "one" "two"\n')
    expect(await json(legacy(['zone', 'import', path, 'example.com', '-o', 'json']))).toMatchObject({ zone: 'example.com', in_file: 4, added: 4, present: 0 })
    const again = await legacy(['zone', 'import', path, 'example.com', '-o', 'json'])
    expect([again.err, JSON.parse(again.out)]).toMatchObject(['zw: 4 records were not added: the zone has them already\n', { added: 0, present: 4 }])
    const out = join(folder, 'out.zone')
    expect((await legacy(['zone', 'export', 'example.com', '--out', out])).err).toBe(`zw: example.com was written to ${out}\n`)
    expect(await readFile(out, 'utf8')).toMatch(/^t\.example\.com\.\t3600\tIN\tTXT\t"one" "two"/m)
    expect(await legacy(['zone', 'diff', out, 'zone:example.com', '--origin', 'example.com'])).toMatchObject({ code: 0 })
    expect((await legacy(['zone', 'plan', path, 'example.com'])).code).toBe(0)
    const other = await file('b.zone', '$ORIGIN example.com.\n$TTL 1h\n@ MX 20 mail\nmail A 192.0.2.26\nnew AAAA 2001:db8::1\nt TXT "one" "two"\nwww CNAME example.net. ; cf_tags=cf-proxied:true\n')
    expect((await legacy(['zone', 'plan', other, 'example.com'])).code).toBe(2)
    const applied = await legacy(['zone', 'apply', other, 'example.com'])
    expect(`${applied.code} ${applied.err}`).toMatch(/^0 /)
    expect((await json(v4(['record', 'list', 'example.com', '-o', 'json']))).map(({ name, content }) => `${String(name)} ${String(content)}`).toSorted()).toEqual(['example.com mail.example.com', 'mail.example.com 192.0.2.26', 'new.example.com 2001:db8::1', 't.example.com "one" "two"', 'www.example.com example.net'])
    expect((await legacy(['zone', 'plan', other, 'example.com'])).code).toBe(0)
    const odd = await file('c.zone', `${await readFile(other, 'utf8')}odd SRV 0 5 5060 sip.example.net.\nlast A 192.0.2.27\n`)
    const skipped = await legacy(['zone', 'apply', odd, 'example.com', '--on-error', 'skip'])
    expect(skipped).toMatchObject({ code: 1, out: expect.stringMatching(/failed, 1 of 2 changes was carried out.*\n {2}refused: odd: .*can't hold an SRV record here/) })
    expect((await legacy(['zone', 'plan', odd, 'example.com'])).out).toContain('example.com: 1 to add, 0 to change, 0 to delete')
  }, 60_000)

  it('purges everything or files, and refuses what the API has not', async () => {
    expect(await json(legacy(['purge', 'example.com', '--everything', '-o', 'json']))).toEqual({ zone: 'example.com', everything: true })
    expect(await json(legacy(['purge', 'example.com', '--file', 'https://www.example.com/a.css', '-o', 'json']))).toEqual({ zone: 'example.com', files: 1 })
    expect(await legacy(['purge', 'example.com', '--tag', 'x'], { env: closed })).toEqual({ code: 64, out: '', err: 'zw: --tag: the client API purges everything or files; leave it out\n' })
  })

  it('says what the API can not hold before anything is sent', async () => {
    const env = closed
    expect((await legacy(['record', 'add', 'example.com', 'www', 'CAA', '0 issue "ca.example.net"'], { env })).err).toBe('zw: www CAA: the client API holds no CAA records, only A, CNAME, MX, TXT, SPF, AAAA, NS, SRV, LOC\n')
    expect((await legacy(['record', 'add', 'example.com', 'www', 'A', '192.0.2.1', '--comment', 'edge', '--tag', 'a:b'], { env })).err).toBe('zw: www A: the client API keeps no comment; leave --comment out\nzw: www A: the client API keeps no tags; leave --tag out\n')
    expect((await legacy(['record', 'edit', 'example.com', 'www', 'A', '--comment', 'x'], { env })).err).toContain('the client API keeps no comment; leave --comment out')
    const held = await json(v4(['record', 'list', 'example.com', '-o', 'json']))
    const path = await file('caa.zone', '$ORIGIN example.com.\n$TTL 1h\nfresh A 192.0.2.9\n@ CAA 0 issue "ca.example.net"\n')
    const refused = await legacy(['zone', 'import', path, 'example.com'])
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain('CAA')
    expect(await json(v4(['record', 'list', 'example.com', '-o', 'json']))).toEqual(held)
    expect(await legacy(['zone', 'import', path, 'example.com', '--method', 'file'], { env })).toMatchObject({ code: 64 })
    expect((await legacy(['record', 'list', 'example.com', '--search', 'x'], { env })).err).toBe('zw: --search: only API v4 lists by this; leave it out\n')
    expect((await legacy(['record', 'list', '023e105f4ecef8ad9ca31a8372d0c353'], { env })).err).toBe('zw: zone 023e105f4ecef8ad9ca31a8372d0c353: the client API has no such identifiers; give the name of the zone\n')
  })

  it('needs e-mail address and key, and takes no token', async () => {
    const none = { CLOUDFLARE_EMAIL: '', CLOUDFLARE_API_KEY: '' }
    expect(await legacy(['zones'], { env: { ...closed, ...none } })).toEqual({ code: 64, out: '', err: 'zw: --api legacy needs the e-mail address of the account; export CLOUDFLARE_EMAIL\n' })
    expect(await legacy(['zones'], { env: { ...closed, CLOUDFLARE_API_KEY: '' } })).toEqual({ code: 64, out: '', err: 'zw: --api legacy needs the global API key of the account; export CLOUDFLARE_API_KEY\n' })
    expect(await legacy(['zones', '--token-env', 'CLOUDFLARE_API_TOKEN'], { env: closed })).toEqual({ code: 64, out: '', err: 'zw: --token-env: --api legacy takes no token\n' })
    const wrong = await legacy(['zones'], { env: { CLOUDFLARE_API_KEY: 'f'.repeat(37) } })
    expect(wrong.code).toBe(1)
    expect(wrong.err).toContain('E_UNAUTH')
    expect(wrong.err).not.toContain('f'.repeat(37))
  })
})

describe('zw --api host', () => {
  it('lists the zones of the customer and what they hold', async () => {
    expect(await json(host(['zones', '-o', 'json']))).toMatchObject([{ name: 'orchard.example', status: 'active' }])
    expect(await json(host(['record', 'list', 'orchard.example', '-o', 'json']))).toEqual([{ id: 'kept.orchard.example', name: 'kept.orchard.example', type: 'CNAME', rdata: 'origin.example.net.', ttl: 1, proxied: true }])
  })

  it('adds, edits and removes hosted names', async () => {
    expect(await json(host(['record', 'add', 'orchard.example', 'shop', 'A', '192.0.2.9', '-o', 'json']))).toMatchObject({ name: 'shop.orchard.example', rdata: '192.0.2.9', proxied: true })
    expect(await json(host(['record', 'edit', 'orchard.example', 'shop', '--content', '192.0.2.10', '-o', 'json']))).toMatchObject({ rdata: '192.0.2.10' })
    expect((await host(['record', 'rm', 'orchard.example', 'shop', '--yes'])).code).toBe(0)
    expect((await json(host(['record', 'list', 'orchard.example', '-o', 'json']))).map(({ id }) => id)).toEqual(['kept.orchard.example'])
  })

  it('exports, plans and applies a zone file', async () => {
    const out = join(folder, 'orchard.zone')
    expect((await host(['zone', 'export', 'orchard.example', '--out', out])).code).toBe(0)
    expect((await host(['zone', 'plan', out, 'orchard.example'])).code).toBe(0)
    const path = await file('orchard-more.zone', '$ORIGIN orchard.example.\n$TTL 1h\nkept CNAME origin.example.net.\nwww CNAME other.example.net.\n')
    expect((await host(['zone', 'plan', path, 'orchard.example'])).code).toBe(2)
    const applied = await host(['zone', 'apply', path, 'orchard.example'])
    expect(`${applied.code} ${applied.err}`).toMatch(/^0 /)
    expect((await host(['zone', 'plan', path, 'orchard.example'])).code).toBe(0)
    expect((await host(['zone', 'export', 'orchard.example', '--out', out])).code).toBe(0)
    expect((await host(['zone', 'diff', out, 'zone:orchard.example', '--origin', 'orchard.example'])).code).toBe(0)
  })

  it('says what it can not do before anything is sent', async () => {
    const env = closed
    expect((await host(['record', 'add', 'orchard.example', '@', 'MX', '10 mail.example.net'], { env })).err).toBe('zw: @ MX: the Hosting Provider API holds no MX records, only A, CNAME\n')
    expect(await host(['purge', 'orchard.example', '--everything'], { env })).toMatchObject({ code: 64, err: 'zw: zw purge: the Hosting Provider API purges nothing; use --api legacy with the key of the customer, or leave --api out\n' })
    expect(await host(['zones'], { env: { ...env, CLOUDFLARE_HOST_KEY: '' } })).toEqual({ code: 64, out: '', err: 'zw: --api host needs the host key; export CLOUDFLARE_HOST_KEY\n' })
    expect((await host(['zones'], { env: { ...env, CLOUDFLARE_USER_KEY: '' } })).err).toBe('zw: --api host: whose zones? export CLOUDFLARE_USER_KEY with the user_key of the customer\n')
  })
})

describe('a command of API v4 alone', () => {
  it.each([['api', 'zones', 'list']])('refuses another API: zw %s', async (...argv) => {
    for (const run of [legacy, host]) {
      const { code, out, err } = await run(argv, { env: closed })
      expect([code, out]).toEqual([64, ''])
      expect(err).toMatch(/works with API v4 alone, and not with the (?:client|Hosting Provider) API; leave --api out\n$/)
    }
  })

  it('and an API that is none is refused', async () => {
    expect((await runCli(['zones', '--api', 'v3'], { env: closed })).code).toBe(64)
  })
})
