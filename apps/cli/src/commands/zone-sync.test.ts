import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome, Scene } from '../testing/run-cli.ts'
import { withEmulator } from '../testing/with-emulator.ts'

const bare = withEmulator()

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = (argv: readonly string[], scene: Scene = {}): Promise<Outcome> => bare(argv, { ...scene, env: { XDG_STATE_HOME: join(folder, 'state'), ...scene.env } })
const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
const runName = /\d{8}T\d{6}\.\d{3}Z-[a-z0-9.-]+-[0-9a-f]{4}/
const plan = (text: string, ...more: string[]): Promise<Outcome> => run(['zone', 'plan', '-', 'example.com', ...more], { stdin: `$TTL 1h\n${text}` })
const apply = (text: string, ...more: string[]): Promise<Outcome> => run(['zone', 'apply', '-', 'example.com', ...more], { stdin: `$TTL 1h\n${text}` })
const free = ['--allow', 'empty', '--allow', 'deletes', '--allow', 'vital']

describe('zw zone plan', () => {
  it('shows what would change by name, sends nothing and ends with 2', async () => {
    await apply('www A 192.0.2.1\nmail A 192.0.2.2\n')
    expect(await plan('www CNAME example.net. ; cf_tags=cf-proxied:true\nmail 300 A 192.0.2.3\n')).toEqual({
      code: 2,
      err: '',
      out: 'mail\n  ~ A      3600 → 300  192.0.2.2 → 192.0.2.3\nwww\n  - A      3600  192.0.2.1\n  + CNAME  auto  example.net.  proxied\n\nexample.com: 1 to add, 1 to change, 1 to delete, 0 as wanted; 1 call and a listing to prove it\n',
    })
    expect(await plan('www A 192.0.2.1\nmail A 192.0.2.2\n')).toEqual({ code: 0, err: '', out: 'example.com: nothing to do, 2 records as wanted\n' })
  })

  it('colours what goes and comes, and lets no control character of a record reach the terminal', async () => {
    const { out } = await run(['zone', 'plan', '-', 'example.com', '--no-purge'], { stdin: '$TTL 60\nevil A 192.0.2.1 ; \u001b[31mred\n', env: { NO_COLOR: '', FORCE_COLOR: '1' } })
    expect(out).toContain('\u001b[32m  + A  60  192.0.2.1  "\\u001b[31mred"\u001b[39m')
  })

  it('tells the guards with the line of the file and the flag that permits it, and ends with 1', async () => {
    const { code, err } = await plan('www 5 A 192.0.2.1\nmail A 192.0.2.2\n')
    expect({ code, err }).toEqual({ code: 1, err: 'zw: stdin:2: www.example.com. A 192.0.2.1 has TTL 5; write 1 for automatic, or 60 to 86400 seconds; --allow ttl permits it\n' })
    expect((await plan('', '--allow', 'empty')).code).toBe(2)
    expect((await plan('a.example.net. A 192.0.2.1\nwww A 192.0.2.1\n', ...free)).err).toBe('zw: stdin:2: a.example.net. A 192.0.2.1 is not in example.com.; remove it, or put it into the file of its own zone\n')
  })

  it('gives no advice that only a program can follow', async () => {
    const { err } = await run(['zone', 'plan', '-', 'example.com'], { stdin: '$TTL 60\n$GENERATE 1-70000 h$ A 192.0.2.1\n' })
    expect(err).toMatch(/makes too many records; .*; narrow the range; 65536 records are the most\n/)
  })

  it('tells every fault of a file before any call', async () => {
    // The server is a closed port: a call would fail in another way.
    const scene = { env: { CLOUDFLARE_API_URL: 'http://127.0.0.1:9' }, stdin: '$TTL 60\na A x\nb A 192.0.2.300\n' }
    expect((await run(['zone', 'plan', '-', 'example.com'], scene)).err).toMatch(/^zw: stdin:2:5: /)
    expect((await run(['zone', 'apply', '-', 'example.com'], scene)).err).toMatch(/^zw: stdin:2:5: .*\nzw: stdin:3:5: .*\nzw: nothing was sent\n$/)
  })

  it.each([
    [['zone', 'plan', 'x.zone'], 'give the zone, too: zw zone plan FILE ZONE'],
    [['zone', 'apply', 'plan.json', '--allow', 'ttl'], 'a saved plan is carried out as it is; give these flags to zw zone plan, or give the zone, too'],
    [['zone', 'plan', '-', 'example.com', '--allow', 'all'], '--allow all: there is no such guard; there are empty, deletes'],
    [['zone', 'plan', '-', 'example.com', '--max-deletes', '101'], '--max-deletes 101: a share is from 0 to 100 percent'],
    [['zone', 'plan', '-', 'example.com', '--owner-comment', ''], '--owner-comment: its value is empty; give a text, or leave the flag out'],
    [['zone', 'plan', '-', 'example.com', '--owner-tag', ' '], '--owner-tag: its value is empty'],
    [['zone', 'apply', '-', 'example.com', '--ignore', 'a', '--ignore', ''], '--ignore: its value is empty'],
    [['zone', 'apply', '-', 'example.com', '--ignore', 'TXT:'], '--ignore: its value is empty'],
    [['zone', 'plan', '-', 'example.com', '--owner-tag', 'a', '--owner-comment', 'b'], '--owner-tag and --owner-comment: a record has one owner; give one of them'],
  ])('%j is wrong usage', async (argv, text) => {
    const { code, err } = await run(argv, { stdin: '$TTL 60\na A 192.0.2.1\n' })
    expect(code).toBe(64)
    expect(err).toContain(text)
  })

  it('gives the plan as it can be applied with -o json, and rows in the other forms', async () => {
    const { out } = await plan('www A 192.0.2.1\nmail A 192.0.2.2\nnew A 192.0.2.9\n', '-o', 'json')
    const saved = await file('piped.json', out)
    expect(JSON.parse((await run(['zone', 'apply', saved, '-o', 'json'])).out)).toMatchObject({ status: 'done', changes: [{ kind: 'create', outcome: 'done', call: expect.stringMatching(/^[0-9a-f]{16}-/) }] })
    expect((await plan('www A 192.0.2.1\nmail A 192.0.2.2\n', '-o', 'ndjson')).out).toMatch(/^\{"zone":"example\.com\.","kind":"delete","id":"[0-9a-f]{32}","name":"new\.example\.com\."/)
  })
})

describe('zw zone apply', () => {
  it('reports every record with the call that changed it', async () => {
    const { code, out } = await apply('www A 192.0.2.1\nmail A 192.0.2.2\nb TXT "x"\n', '-o', 'json', '--max-deletes', '100')
    const report = JSON.parse(out) as { run: string; calls: object; changes: { call: string; id: string; kind: string }[] }
    expect(code).toBe(0)
    expect(report.run).toMatch(runName)
    expect(report.calls).toEqual({ list: 1, apply: 1, verify: 1 })
    expect(new Set(report.changes.map(({ call }) => call)).size).toBe(1)
  })

  it('refuses a saved plan that was altered, is none, or whose zone has moved', async () => {
    const saved = join(folder, 'plan.json')
    await plan('www A 192.0.2.7\nmail A 192.0.2.2\nb TXT "x"\n', '--out', saved)
    const altered = await file('altered.json', (await readFile(saved, 'utf8')).replaceAll('192.0.2.7', '192.0.2.8'))
    expect((await run(['zone', 'apply', altered])).err).toBe(`zw: ${altered}: it was altered since it was saved; make it again with zw zone plan FILE ZONE --out PLAN.json\n`)
    expect((await run(['zone', 'apply', await file('no.zone', 'a A 192.0.2.1\n')])).code).toBe(64)
    await run(['record', 'add', 'example.com', 'other', 'A', '192.0.2.55'])
    expect(await run(['zone', 'apply', saved])).toEqual({ code: 1, out: '', err: 'zw: example.com. has changed since the plan was made; make a new plan with zw zone plan, and look at it again; nothing was sent\n' })
    await run(['record', 'rm', 'example.com', 'other', '--yes'])
    expect((await run(['zone', 'apply', saved])).code).toBe(0)
    expect((await run(['zone', 'apply', saved])).out).toContain('example.com: the plan was carried out before; nothing was sent\n')
  })

  it('tells what the service refused, the names in that call, and that nothing of it happened', async () => {
    const { code, out, err } = await apply(`www A 192.0.2.7\nmail A 192.0.2.2\nb TXT "x"\n${Array.from({ length: 6 }, (_, index) => `l${index} A 192.0.2.1 ; cf_tags="bad name"`).join('\n')}\n`)
    expect({ code, out: out.slice(out.indexOf('example.com: failed')) }).toEqual({ code: 1, out: 'example.com: failed, 0 of 6 changes were carried out\n  in the call that failed: l0, l1, l2, l3, l4 and 1 more name\n' })
    expect(err).toMatch(/^zw: example\.com: POST \/zones\/\{zone_id\}\/dns_records\/batch: .*tag/)
  })

  it('with --on-error skip applies all but the names that the service refuses, says its words for each, and the next plan shows what is left', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `s${index}`)
    const wanted = `www A 192.0.2.7\nmail A 192.0.2.2\nb TXT "x"\n${names.map((name) => `${name} A 192.0.2.1${name === 's17' ? ' ; cf_tags="bad name"' : ''}`).join('\n')}\nalias CNAME s17\n`
    const stopped = await apply(wanted)
    expect(stopped.err).toContain("one of the 31 names in this call is refused, and the service does not say which: with onError: 'skip' (zw: --on-error skip) the others are applied")
    const { code, out, err } = await apply(wanted, '--on-error', 'skip')
    expect({ code, err }).toEqual({ code: 1, err: 'zw: example.com: the service refused 1 name, and 1 was left out that cannot go without; everything else is as planned: correct what was refused, and run it again\n' })
    expect(out.slice(out.indexOf('example.com: failed'))).toMatch(/^example\.com: failed, 29 of 31 changes were carried out; zw zone rollback \S+ takes it back\n {2}refused: s17: POST \/zones\/\{zone_id\}\/dns_records\/batch: 9301 DNS record tag .* \[HTTP 400, ray [0-9a-f]{16}-\w+\]\n {2}left out: alias: it is an alias of s17\.example\.com\., which is not there\n$/)
    expect((await plan(wanted)).out).toContain('example.com: 2 to add, 0 to change, 0 to delete, 32 as wanted')
    expect((await run(['zone', 'apply', '-', 'example.com', '--on-error', 'retry'], { stdin: wanted })).code).toBe(64)
    expect((await apply('www A 192.0.2.7\nmail A 192.0.2.2\nb TXT "x"\n', '--max-deletes', '100')).code).toBe(0)
  })

  it('writes a page that stands alone', async () => {
    const page = join(folder, 'run.html')
    await apply('www A 192.0.2.8\nmail A 192.0.2.2\nb TXT "x"\n', '--html', page)
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*done, verified by a listing/)
  })

  it('keeps journals readable by their owner alone, without the token', async () => {
    const names = (await readdir(join(folder, 'state'), { recursive: true })).filter((name) => name.endsWith('.jsonl'))
    expect(names.length).toBeGreaterThan(2)
    for (const name of names) {
      const path = join(folder, 'state', name)
      expect((await stat(path)).mode & 0o077).toBe(0)
      expect(await readFile(path, 'utf8')).not.toContain('zw-demo-token')
    }
  })

  it('says when the state folder can not be written', async () => {
    const closed = join(folder, 'closed')
    await writeFile(closed, '')
    await chmod(closed, 0o400)
    const { code, err } = await run(['zone', 'apply', '-', 'example.com'], { stdin: '$TTL 60\na A 192.0.2.1\n', env: { XDG_STATE_HOME: closed } })
    expect(code).toBe(1)
    expect(err).toMatch(/^zw: cannot take the lease of the zone: .*; check the state folder and its permissions, or set XDG_STATE_HOME to one that can be written\n$/)
  })

  it('leaves alone what is ignored or of others', async () => {
    await run(['record', 'add', 'example.com', '_acme-challenge.www', 'TXT', 'token', '--ttl', '60'])
    const same = 'www A 192.0.2.8\nmail A 192.0.2.2\nb TXT "x"\n'
    expect((await plan(same)).code).toBe(2)
    expect((await plan(same, '--ignore', '_acme-challenge*')).code).toBe(0)
    expect((await plan('new A 192.0.2.1\n', '--owner-tag', 'by:git', '--ignore', '_acme*')).out).toContain('example.com: 1 to add, 0 to change, 0 to delete')
    expect((await plan('new A 192.0.2.1\n', '--no-purge')).out).toContain('0 to delete')
    await run(['record', 'rm', 'example.com', '_acme-challenge.www', '--yes'])
  })
})

describe('zw zone rollback and runs', () => {
  it('takes a run back, by the name that runs lists', async () => {
    const before = await run(['zone', 'print', '-', '--origin', 'example.com'], { stdin: (await run(['zone', 'export', 'example.com'])).out })
    await apply('www 120 A 192.0.2.99\n', ...free, '--max-deletes', '100')
    const listed = JSON.parse((await run(['zone', 'runs', 'example.com', '--limit', '1', '-o', 'json'])).out) as { run: string; state: string }[]
    expect(listed).toMatchObject([{ state: 'done', zone: 'example.com', changes: 3, source: '-' }])
    const [{ run: name } = { run: '' }] = listed
    expect((await run(['zone', 'rollback', name, '--dry-run'])).code).toBe(2)
    expect((await run(['zone', 'rollback', name])).code).toBe(0)
    const lasting = ({ out }: Outcome): string[] => out.split('\n').filter((line) => !line.includes(' SOA ')).sort()
    expect(lasting(await run(['zone', 'print', '-', '--origin', 'example.com'], { stdin: (await run(['zone', 'export', 'example.com'])).out }))).toEqual(lasting(before))
    expect((await run(['zone', 'rollback', name], { env: { CLOUDFLARE_API_URL: 'http://127.0.0.1:9' } })).err).toBe(`zw: the run "${name}" was made against another service than http://127.0.0.1:9/client/v4; go to the one that it was made against\n`)
    expect(await run(['zone', 'rollback', 'last'])).toEqual({ code: 1, out: '', err: 'zw: "last" is no name of a run; zw zone runs lists those that there are\n' })
  })

  it('forgets old runs, and says how many', async () => {
    expect(await run(['zone', 'runs', '--prune', '1'])).toEqual({ code: 0, err: '', out: '0 runs of more than 1 day ago were forgotten\n' })
    const zones = join(folder, 'state', 'zonewright', 'zones')
    const name = (await readdir(zones)).find((one) => one.startsWith('example.com-')) ?? ''
    const runs = join(zones, name, 'runs')
    const [oldest = ''] = (await readdir(runs)).sort()
    await rename(join(runs, oldest), join(runs, oldest.replace(/^\d{8}/, '20200101')))
    expect((await run(['zone', 'runs', 'example.org', '--prune', '30'])).out).toBe('0 runs of more than 30 days ago were forgotten\n')
    expect(JSON.parse((await run(['zone', 'runs', 'example.com', '--prune', '30', '-o', 'json'])).out)).toEqual([{ run: expect.stringMatching(/^20200101T/) }])
    expect((await run(['zone', 'runs', '--prune', '30', '--limit', '3'])).code).toBe(64)
  })
})

describe('zw zone diff', () => {
  it('compares files, exports and zones either way, and ends with 2 when they differ', async () => {
    const wanted = await file('wanted.zone', '$TTL 1h\nwww A 192.0.2.8\nmail A 192.0.2.2\nb TXT "y"\n')
    const exported = join(folder, 'export.zone')
    await run(['zone', 'export', 'example.com', '--out', exported])
    expect(await run(['zone', 'diff', 'example.com', exported])).toEqual({ code: 0, out: 'no difference\n', err: '' })
    expect(await run(['zone', 'diff', 'example.com', wanted])).toEqual({ code: 2, err: '', out: 'b\n  ~ TXT  3600  "x" → "y"\n' })
    expect((await run(['zone', 'diff', wanted, 'zone:example.com'])).out).toBe('b\n  ~ TXT  3600  "y" → "x"\n')
    expect((await run(['zone', 'diff', wanted, exported, '--origin', 'example.com', '-o', 'json'])).code).toBe(2)
    expect(await run(['zone', 'diff', wanted, wanted])).toEqual({ code: 64, out: '', err: `zw: ${wanted}: the name of its zone is not known; give --origin\n` })
    expect((await run(['zone', 'diff', '-', '-'])).err).toBe('zw: only one side can come from stdin\n')
  })

  it.each([
    ['an SOA record', '$TTL 1h\n@.example.net. A 192.0.2.1\nexample.net. SOA a. b. 1 2 3 4 5\nexample.net. NS ns.example.net.\nw.example.net. A 192.0.2.1\n'.replace('@.example.net.', 'example.net.')],
    ['an $ORIGIN', '$ORIGIN example.net.\n$TTL 1h\n@ A 192.0.2.1\n@ NS ns\nw A 192.0.2.1\n'],
  ])('reads a file that does not say its zone as one of the zone of the other, which has %s', async (_, text) => {
    const says = await file('says.zone', text)
    const relative = '$TTL 1h\n@ A 192.0.2.1\nw A 192.0.2.2\n'
    const silent = await file('silent.zone', relative)
    expect(await run(['zone', 'diff', says, silent])).toEqual({ code: 2, err: '', out: 'w\n  ~ A  3600  192.0.2.1 → 192.0.2.2\n' })
    expect(await run(['zone', 'diff', silent, says])).toEqual({ code: 2, err: '', out: 'w\n  ~ A  3600  192.0.2.2 → 192.0.2.1\n' })
    expect((await run(['zone', 'diff', says, '-'], { stdin: relative })).code).toBe(2)
    expect((await run(['zone', 'diff', '-', says, '--apex-ns'], { stdin: relative })).out).toContain('NS')
  })

  it('does not guess the zone from an $ORIGIN that some of the records are not under', async () => {
    const two = await file('two.zone', '$TTL 1h\n$ORIGIN example.net.\nw A 192.0.2.1\n$ORIGIN sub.example.net.\nw A 192.0.2.1\n')
    const silent = await file('silent.zone', '$TTL 1h\nw A 192.0.2.2\n')
    expect(await run(['zone', 'diff', two, silent])).toMatchObject({ code: 64, err: `zw: ${two}: the name of its zone is not known; give --origin\n` })
    expect((await run(['zone', 'diff', two, silent, '--origin', 'a..b'])).err).toMatch(/^zw: --origin "a\.\.b" is not a domain name/)
  })
})

describe('zw zone apply with a folder', () => {
  it('does each file for the zone it is named after, tells what failed and goes on', async () => {
    const zones = join(folder, 'zones')
    await mkdir(zones)
    await writeFile(join(zones, 'example.com.zone'), '$TTL 1h\nwww A 192.0.2.8\nmail A 192.0.2.2\nb TXT "z"\n')
    await writeFile(join(zones, 'example.org.zone'), '$TTL 1h\nwww A 192.0.2.8\n')
    await writeFile(join(zones, 'readme.txt'), 'no zone')
    expect(await run(['zone', 'plan', zones])).toMatchObject({ code: 2, err: '' })
    await writeFile(join(zones, 'missing.example.zone'), '$TTL 1h\nwww A 192.0.2.8\n')
    const first = await run(['zone', 'apply', zones])
    expect(first.code).toBe(1)
    expect(first.out).toMatch(/example\.com: done and verified, 1 change in 3 calls.*\n[\s\S]*example\.org: done and verified, 1 change[\s\S]*missing\.example: failed/)
    expect(first.err).toBe('zw: zone "missing.example" was not found with these credentials; zw zones lists those that are\nzw: 1 zone of 3 failed\n')
    await rm(join(zones, 'missing.example.zone'))
    expect(await run(['zone', 'apply', zones])).toEqual({ code: 0, err: '', out: 'example.com: nothing to do\nexample.org: nothing to do\n' })
    await writeFile(join(zones, 'example.org.zone'), 'bad\n')
    await writeFile(join(zones, 'example.com.zone'), 'worse\n')
    expect((await run(['zone', 'apply', zones])).err).toMatch(/^zw: .*example\.com\.zone:1:.*\nzw: .*example\.org\.zone:1:.*\nzw: nothing was sent\n$/)
    await mkdir(join(folder, 'nothing'))
    expect((await run(['zone', 'apply', join(folder, 'nothing')])).err).toContain('has no zone files; name each after its zone, such as example.com.zone')
  })
})
