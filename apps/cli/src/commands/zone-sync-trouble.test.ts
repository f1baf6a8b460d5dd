import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outcome, Scene } from '../testing/run-cli.ts'
import { withEmulator } from '../testing/with-emulator.ts'

const bare = withEmulator()

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-'))
})
afterEach(() => rm(folder, { recursive: true }))

const run = (argv: readonly string[], scene: Scene = {}): Promise<Outcome> => bare(argv, { ...scene, env: { XDG_STATE_HOME: join(folder, 'state'), ...scene.env } })
const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
const free = ['--allow', 'empty', '--allow', 'deletes', '--allow', 'vital']
let last = 0
/** A wish that the zone does not meet yet. */
const wish = (): { readonly stdin: string } => ({ stdin: `$TTL 1h\nwww A 192.0.2.${(last = (last % 250) + 1)}\n` })
const apply = (...more: string[]): Promise<Outcome> => run(['zone', 'apply', '-', 'example.com', ...free, ...more], wish())

describe('the root', () => {
  it.each([
    [['zone', 'plan', '-', '.']],
    [['zone', 'apply', '-', '.']],
    [['zone', 'export', '.']],
    [['record', 'list', '.']],
    [['zone', 'diff', '.', 'example.com']],
    [['zone', 'runs', '.']],
  ])('is no zone, and stands for no other one: zw %j', async (argv) => {
    expect(await run(argv, wish())).toEqual({ code: 1, out: '', err: 'zw: zone "." is the root, which is no zone of the service; give the name of a zone, or its 32-digit identifier\n' })
  })
})

describe('a reader that has gone', () => {
  it('does not change the exit code, and keeps no file from being written', async () => {
    const out = join(folder, 'plan.json')
    expect(await run(['zone', 'plan', '-', 'example.com', '--out', out, ...free], { ...wish(), closed: true })).toEqual({ code: 2, out: '', err: '' })
    expect(JSON.parse(await readFile(out, 'utf8'))).toHaveProperty('digest')
    const refused = { stdin: '$TTL 1h\nwww A 192.0.2.1 ; cf_tags="bad name"\n', closed: true }
    const page = join(folder, 'run.html')
    expect(await run(['zone', 'apply', '-', 'example.com', '--html', page, ...free], refused)).toMatchObject({ code: 1, err: expect.stringContaining('tag') })
    expect(await readFile(page, 'utf8')).toContain('<!doctype html>')
    await mkdir(join(folder, 'zones'))
    await file('zones/example.com.zone', refused.stdin)
    expect(await run(['zone', 'apply', join(folder, 'zones'), ...free], { closed: true })).toMatchObject({ code: 1, err: expect.stringContaining('zw: 1 zone of 1 failed') })
    expect((await run(['zone', 'plan', join(folder, 'zones'), ...free], { closed: true })).code).toBe(2)
  })
})

describe('the files that are written', () => {
  it('keep the permissions of the ones they replace, and the links that lead to them', async () => {
    const real = await file('real.json', '')
    await chmod(real, 0o600)
    await symlink('real.json', join(folder, 'link.json'))
    await run(['zone', 'plan', '-', 'example.com', '--out', join(folder, 'link.json'), ...free], wish())
    expect((await stat(real)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(real, 'utf8'))).toHaveProperty('plan')
    expect((await readdir(folder)).sort()).toEqual(['link.json', 'real.json'])
  })

  it('are no devices: one that is named is written to and stays', async () => {
    const { code, err } = await run(['zone', 'plan', '-', 'example.com', '--out', '/dev/null', ...free], wish())
    expect({ code, err }).toEqual({ code: 2, err: '' })
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
  })

  it('have names: - is none, and a folder is no file', async () => {
    expect((await run(['zone', 'plan', '-', 'example.com', '--out', '-', ...free], wish())).err).toBe('zw: cannot write -: it is no name of a file; give one, such as ./-\n')
    expect((await run(['zone', 'export', 'example.com', '--out', folder])).err).toBe(`zw: cannot write ${folder}: it is a folder; give a file\n`)
  })

  it('that can not be written do not keep the outcome of a run from being told', async () => {
    const { code, out, err } = await apply('--html', join(folder, 'nowhere', 'run.html'))
    expect(code).toBe(1)
    expect(out).toContain('example.com: done and verified')
    expect(err).toMatch(/^zw: cannot write .*run\.html: there is no such file; check the path\nzw: \d+ of \d+ changes? of example\.com were carried out and proven; zw zone rollback \S+ takes it back\n$/)
  })
})

describe('a saved plan', () => {
  it('is known when a zone is given with it, in one line', async () => {
    const out = join(folder, 'plan.json')
    await run(['zone', 'plan', '-', 'example.com', '--out', out, ...free], wish())
    for (const argv of [['apply', out, 'example.com'], ['plan', out, 'example.com'], ['diff', out, 'zone:example.com']]) expect(await run(['zone', ...argv])).toEqual({ code: 64, out: '', err: `zw: ${out} is a saved plan and no zone file; it says its zone itself: zw zone apply ${out}\n` })
  })

  it('may begin with the mark that some editors put there', async () => {
    const { out } = await run(['zone', 'plan', '-', 'example.com', '-o', 'json', ...free], wish())
    expect((await run(['zone', 'apply', await file('marked.json', `\uFEFF${out}`)])).code).toBe(0)
  })
})

describe('a folder of zones', () => {
  it('has one file for each zone, and every file names one: all that is wrong is told', async () => {
    const zones = join(folder, 'zones')
    await mkdir(zones)
    for (const name of ['example.com', 'Example.COM', 'a..b', '.']) await file(`zones/${name}.zone`, '$TTL 1h\nwww A 192.0.2.1\n')
    for (const command of ['plan', 'apply']) {
      expect(await run(['zone', command, zones])).toEqual({
        code: 1,
        out: '',
        err: `zw: ${zones}/..zone is named after no zone; name it after its zone, such as example.com.zone\nzw: ${zones}/a..b.zone is named after no zone; name it after its zone, such as example.com.zone\nzw: ${zones}/Example.COM.zone and ${zones}/example.com.zone are both named after the zone example.com; keep one of them\n`,
      })
    }
  })

  it('gives a row for each change with -o csv and ndjson, as one file does', async () => {
    await mkdir(join(folder, 'zones'))
    for (const name of ['example.com', 'example.org']) await file(`zones/${name}.zone`, '$TTL 1h\nnew A 192.0.2.77\n')
    const { out } = await run(['zone', 'plan', join(folder, 'zones'), '--no-purge', '-o', 'ndjson'])
    expect(out.trim().split('\n').map((line) => JSON.parse(line) as object)).toMatchObject([{ zone: 'example.com.', kind: 'create', rdata: '192.0.2.77' }, { zone: 'example.org.', kind: 'create', rdata: '192.0.2.77' }])
  })
})

describe('journals', () => {
  it('that can not be read are told by their path, and do not hide the others', async () => {
    await apply()
    await apply()
    const zones = join(folder, 'state', 'zonewright', 'zones')
    const runs = join(zones, (await readdir(zones))[0] ?? '', 'runs')
    const [oldest = '', newest = ''] = (await readdir(runs)).sort()
    const path = join(runs, oldest)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('"intent"', '"intenT"'))
    const { code, out, err } = await run(['zone', 'runs', '-o', 'ndjson'])
    expect(err).toBe(`zw: line 2 of the journal ${path} is damaged, and the lines after it are not: restore the file from a backup, or look at the zone and move the file away\n`)
    expect({ code, rows: out.trim().split('\n').map((line) => (JSON.parse(line) as { run: string }).run) }).toEqual({ code: 1, rows: [newest.replace('.jsonl', '')] })
  })
})

describe('a finding', () => {
  it('says how a name with other letters is written, before the service refuses all of its batch', async () => {
    const { code, err } = await run(['zone', 'plan', '-', 'example.com', ...free], { stdin: '$TTL 1h\r\nb\u00FCcher A 192.0.2.1\r\n' })
    expect({ code, err }).toEqual({ code: 1, err: 'zw: stdin:2: b\\195\\188cher.example.com. A 192.0.2.1 has a name that the service does not take; write xn--bcher-kva.example.com. for it; --allow names permits it\n' })
  })

  it('is about the line that counts when a record stands in the file twice', async () => {
    const { err, out } = await run(['zone', 'plan', '-', 'example.com', ...free], { stdin: '$TTL 1h\nwww 5 A 192.0.2.1\nwww A 192.0.2.1\n' })
    expect(out).toContain('warning: stdin:3: www.example.com. A 192.0.2.1 stands in the file a second time; the first one counts')
    expect(err).toContain('zw: stdin:2: www.example.com. A 192.0.2.1 has TTL 5')
  })
})
