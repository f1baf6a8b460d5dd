import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../api/manifest.ts'
import { declarationOf } from '../api/modules.ts'
import { runCli } from '../testing/run-cli.ts'
import { withEmulator } from '../testing/with-emulator.ts'

const run = withEmulator()

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('zw zones', () => {
  it('lists zones, as zw zone list does', async () => {
    const zones = await run(['zones', '-o', 'csv'])
    expect(zones.out).toMatch(/^id,name,status,paused,type,plan\.name,account\.name\r\n[0-9a-f]{32},example\.com,active,false,full,Pro Website,user@example\.com's Account\r\n/)
    expect(await run(['zone', 'list', '-o', 'csv'])).toEqual(zones)
    expect((await run(['zones', '--name', 'example.org', '-o', 'ndjson'])).out.split('\n')).toHaveLength(2)
  })

  it('cuts no identifier on a terminal that does not tell its width', async () => {
    expect((await run(['zones'], { columns: 0 })).out).toMatch(/^[0-9a-f]{32} +example\.com /m)
  })
})

describe('zw purge', () => {
  it('purges one kind of thing', async () => {
    expect((await run(['purge', 'example.com', '--everything'])).out).toBe('zone    example.com\npurged  everything\n')
    expect((await run(['purge', 'example.com', '--file', 'https://www.example.com/a', 'https://www.example.com/b', '-o', 'ndjson'])).out).toBe('{"zone":"example.com","purged":"files","count":2}\n')
    expect(await run(['purge', 'example.com', '--everything', '--tag', 'x'])).toEqual({ code: 64, out: '', err: 'zw: give exactly one of --everything, --file, --tag, --host, --prefix\n' })
  })
})

describe('zw routes', () => {
  it('lists every endpoint of the manifest with the same keys', async () => {
    const rows = JSON.parse((await runCli(['routes', '-o', 'json'])).out) as Record<string, unknown>[]
    expect(rows).toHaveLength((await endpoints()).length)
    for (const row of rows) expect(Object.keys(row)).toEqual(['id', 'protocol', 'method', 'path', 'safety', 'permission', 'since', 'sunset'])
    expect(rows).toContainEqual({ id: 'dns.records.create', protocol: 'v4', method: 'POST', path: '/zones/{zone_id}/dns_records', safety: 'unsafe', permission: '#dns_records:edit', since: null, sunset: null })
  })
})

describe('zw api', () => {
  it('has the declaration of every endpoint of the manifest', async () => {
    for (const endpoint of await endpoints()) expect((await declarationOf(endpoint)).route, endpoint.id).toBe(`${endpoint.method} ${endpoint.route}`)
  })

  it('makes help from the manifest', async () => {
    const { code, out } = await runCli(['api', 'dns', 'records', 'create', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('POST /zones/{zone_id}/dns_records, permission #dns_records:edit')
    expect(out).toMatch(/--zone-id <name or id> +Identifier of the zone \[required\]/)
    const { err } = await runCli(['api'])
    expect(err).toMatch(/^ {2}dns +DNS records \(\d+ calls\)$/m)
    // A name alone tells nobody what is behind it.
    expect(err).not.toMatch(/^ {2}(\S+) +\1 \(/m)
  })

  it('calls, lists and downloads', async () => {
    expect((await run(['api', 'dns', 'records', 'create', '--zone-id', 'example.com', '--name', 'www', '--type', 'A', '--content', '192.0.2.1', '--tags', 'a:b', '-o', 'ndjson'])).out).toContain('"tags":["a:b"]')
    const file = join(folder, 'more.zone')
    await writeFile(file, 'mail 60 A 192.0.2.2\n')
    expect((await run(['api', 'dns', 'records', 'import-zone', '--zone-id', 'example.com', '--file', file, '-o', 'ndjson'])).out).toContain('"recs_added":1')
    expect((await run(['api', 'dns', 'records', 'list', '--zone-id', 'example.com', '--order', 'name', '--max-items', '1', '-o', 'ndjson'])).out).toMatch(/^\{.*"name":"mail\.example\.com".*\}\n$/)
    expect((await run(['api', 'dns', 'records', 'export-zone', '--zone-id', 'example.com'])).out).toContain('mail.example.com.\t60\tIN\tA\t192.0.2.2')
  })

  it('takes inputs from a JSON file, and flags over them', async () => {
    const input = JSON.stringify({ name: 'file', type: 'A', content: '192.0.2.3' })
    expect((await run(['api', 'dns', 'records', 'create', '--zone-id', 'example.com', '--input', '-', '--content', '192.0.2.4', '-o', 'ndjson'], { stdin: input })).out).toContain('"content":"192.0.2.4"')
    expect(await run(['api', 'dns', 'records', 'create', '--zone-id', 'example.com', '--input', '-'], { stdin: '[]' })).toMatchObject({ code: 64, err: 'zw: --input stdin: expected a JSON object of inputs\n' })
  })

  it('names the flags of what is missing or refused', async () => {
    expect(await runCli(['api', 'dns', 'records', 'create', '--zone-id', 'example.com', '--name', 'x'])).toEqual({ code: 64, out: '', err: 'zw: --type is missing: Record type\n' })
    expect(await run(['api', 'dns', 'records', 'create', '--zone-id', 'example.com', '--name', 'x', '--type', 'A', '--ttl', '5'])).toEqual({ code: 1, out: '', err: 'zw: --ttl: 5: expected 1 for automatic, or 60 to 86400 seconds (from 30 with Enterprise)\n' })
    expect(await run(['api', 'zones', 'create', '--name', 'example.net', '--account', '{oops'])).toEqual({ code: 64, out: '', err: "zw: --account {oops: it is not JSON; quote it for the shell, as in '{\"a\":1}'\n" })
  })

  it('says that the service stopped answering an endpoint', async () => {
    const { code, err } = await run(['api', 'zones', 'settings', 'all', '--zone-id', 'example.com', '-o', 'ndjson'])
    expect({ code, err }).toEqual({ code: 0, err: 'zw: the service stopped answering GET /zones/{zone_id}/settings on 2026-09-15; the emulator still does\n' })
  })
})

describe('zw call', () => {
  it('sends values to the query with GET and to the body else', async () => {
    expect(JSON.parse((await run(['call', 'get', '/zones', 'name=example.org'])).out)).toMatchObject([{ name: 'example.org' }])
    expect(JSON.parse((await run(['call', 'POST', '/zones/{zone:example.org}/dns_records', 'type=A', 'name=call', 'content=192.0.2.7', 'ttl:=300', 'tags:=["a:b"]'])).out)).toMatchObject({ name: 'call.example.org', ttl: 300, tags: ['a:b'] })
  })

  it('writes a row for each item of a list as CSV and NDJSON, also of a single page', async () => {
    const [{ id = '' }] = JSON.parse((await run(['call', 'GET', '/zones', 'name=example.org'])).out) as [{ id?: string }]
    expect(JSON.parse((await run(['call', 'GET', '/zones/{zone_id}/dns_records', `zone_id=${id}`, 'name=call.example.org'])).out)).toMatchObject([{ name: 'call.example.org' }])
    expect(JSON.parse((await run(['call', 'PATCH', '/zones/{zone_id}/settings/{setting_id}', `zone_id=${id}`, 'setting_id=ipv6', 'value=off'])).out)).toMatchObject({ id: 'ipv6', value: 'off' })
    expect((await run(['call', 'GET', '/zones/{zone_id}/dns_records', `zone_id=${id}`, '--all', '-o', 'ndjson'])).out).toContain('call.example.org')
    expect((await run(['call', 'GET', '/zones/{zone_id}', 'zone_id=../user'])).err).toContain('would lead to another path')
    expect((await run(['call', 'GET', '/zones/{zone_id}'])).err).toContain('/zones/%7Bzone_id%7D')
    expect((await run(['call', 'GET', '/zones', '-o', 'csv'])).out).toMatch(/^id,name,[^\r]*\r\n[0-9a-f]{32},example\.com,[^\r]*\r\n[0-9a-f]{32},example\.org,[^\r]*\r\n$/)
    expect((await run(['call', 'GET', '/zones', '-o', 'ndjson'])).out.trim().split('\n').map((line) => (JSON.parse(line) as { name: string }).name)).toEqual(['example.com', 'example.org'])
  })

  it('uploads, sends a whole file, and gives what is no JSON as it is', async () => {
    const zone = join(folder, 'call.zone')
    await writeFile(zone, 'up 60 A 192.0.2.8\n')
    expect(JSON.parse((await run(['call', 'POST', '/zones/{zone:example.org}/dns_records/import', `file@${zone}`, 'proxied=false'])).out)).toMatchObject({ recs_added: 1 })
    expect(JSON.parse((await run(['call', 'POST', '/zones/{zone:example.org}/dns_records', '@-'], { stdin: '{"type":"A","name":"whole","content":"192.0.2.9"}' })).out)).toMatchObject({ name: 'whole.example.org' })
    expect((await run(['call', 'GET', '/client/v4/zones/{zone:example.org}/dns_records/export'])).out).toContain('up.example.org.\t60\tIN\tA\t192.0.2.8')
    expect((await run(['call', 'GET', '/zones/{zone:example.org}/dns_records', '--query', 'per_page=1', '--all', '-o', 'ndjson'])).out.split('\n')).toHaveLength(4)
  })

  it('refuses what it can not understand', async () => {
    const refused = async (...argv: string[]): Promise<string> => {
      const { code, err } = await runCli(['call', ...argv])
      expect(code).toBe(64)
      return err
    }
    expect(await refused('FETCH', '/zones')).toBe('zw: method "FETCH": expected one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\n')
    expect(await refused('GET', 'http://127.0.0.1:9/zones')).toBe('zw: path "http://127.0.0.1:9/zones": give the path alone, and the server with --base-url\n')
    expect(await refused('POST', '/zones', 'name')).toBe('zw: value name: expected key=text, key:=json, key=@file, key@file or @file\n')
    expect(await refused('POST', '/zones', 'a:=oops')).toBe('zw: value a:=oops: what follows := is not JSON; use = for text\n')
    expect(await refused('POST', '/zones', 'a=1', 'a=2')).toBe('zw: value a=2: a is given twice; use a:=[...] for a list\n')
    expect(await refused('GET', '/zones', '--header', 'Authorization: Bearer x')).toBe('zw: --header authorization: a secret does not belong on the command line; export CLOUDFLARE_API_TOKEN, or name another variable with --token-env\n')
    expect(await refused('DELETE', '/zones', '--all')).toBe('zw: --all: only GET has pages\n')
  })

  it('points to the routes for a path that is none', async () => {
    expect((await run(['call', 'GET', '/nope'])).err).toMatch(/^zw: GET \/nope: 7000 No route for that URI\nzw: HTTP 400, ray \S+; check the path and its identifiers; zw routes lists what there is\n$/)
  })
})
