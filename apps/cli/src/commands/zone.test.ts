import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'
import { withEmulator } from '../testing/with-emulator.ts'

const run = withEmulator()

const good = `$TTL 1h
@ SOA ns1 hostmaster 1 3600 600 86400 300
@ NS ns1.example.net.
WWW A 192.0.2.1 ; edge cf_tags=cf-proxied:true
@ MX 10 mail
$GENERATE 1-2 h$ A 198.51.100.$
`

const bad = `$TTL 1h
www 300x A 192.0.2.1
www A 192.0.2.300
mail A 192.0.2.3
`

const faults = [
  'zw: stdin:2:5: "300x" is not a TTL; expected seconds or units such as 1h30m; write whole numbers, each with one of the units w, d, h, m, s\n',
  'zw: stdin:3:7: "192.0.2.300" does not fit A address; expected an IPv4 address as four numbers from 0 to 255, without leading zeros, such as 192.0.2.1; correct the field; quotes keep blanks and semicolons in a text\n',
].join('')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('zw zone print', () => {
  it('prints each record on a line in canonical form', async () => {
    expect(await runCli(['zone', 'print', '-', '--origin', 'Example.COM'], { stdin: good })).toEqual({
      code: 0,
      err: '',
      out: `example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 3600 600 86400 300
example.com. 3600 IN NS ns1.example.net.
www.example.com. 3600 IN A 192.0.2.1
example.com. 3600 IN MX 10 mail.example.com.
h1.example.com. 3600 IN A 198.51.100.1
h2.example.com. 3600 IN A 198.51.100.2
`,
    })
  })

  it('prints the good records of a bad file, tells every fault and ends with 1', async () => {
    expect(await runCli(['zone', 'print', '-', '--origin', 'example.com'], { stdin: bad })).toEqual({ code: 1, out: 'mail.example.com. 3600 IN A 192.0.2.3\n', err: faults })
  })

  it('reads what a file includes from its own folder, and nothing for a pipe', async () => {
    await writeFile(join(folder, 'main.zone'), '$TTL 60\n$INCLUDE part.zone\n')
    await writeFile(join(folder, 'part.zone'), 'a A 192.0.2.1\n')
    expect((await runCli(['zone', 'print', join(folder, 'main.zone'), '--origin', 'example.com'])).out).toBe('a.example.com. 60 IN A 192.0.2.1\n')
    const piped = await runCli(['zone', 'print', '-', '--origin', 'example.com'], { stdin: '$INCLUDE part.zone\n' })
    expect(piped.code).toBe(1)
    expect(piped.err).toContain('$INCLUDE is not allowed')
    expect(piped.err).toContain('give the file by its name, not on stdin')
  })

  it('names a file that is not there and an origin that is no name', async () => {
    expect(await runCli(['zone', 'print', 'none.zone', '--origin', 'example.com'])).toEqual({ code: 1, out: '', err: 'zw: cannot read none.zone: there is no such file; check the path\n' })
    expect(await runCli(['zone', 'print', folder, '--origin', 'example.com'])).toEqual({ code: 1, out: '', err: `zw: cannot read ${folder}: it is a folder; give a file\n` })
    const origin = await runCli(['zone', 'print', '-', '--origin', 'a..b'], { stdin: good })
    expect(origin.err).toMatch(/^zw: --origin "a\.\.b" is not a domain name: write /)
    expect(origin.code).toBe(64)
    expect((await runCli(['zone', 'print', '-'], { stdin: 'www 60 A 192.0.2.1\n' })).err).toBe('zw: stdin:1:1: "www" is relative, but no origin is known; expected an absolute name with a final dot; give --origin, or put $ORIGIN at the top of the file\n')
  })
})

describe('zw zone check', () => {
  it('gives the verdict and the count', async () => {
    expect(await runCli(['zone', 'check', '-', '--origin', 'example.com'], { stdin: good })).toEqual({ code: 0, out: 'stdin: valid, 6 records\n', err: '' })
    expect(await runCli(['zone', 'check', '-', '--origin', 'example.com'], { stdin: bad })).toEqual({ code: 1, out: 'stdin: not valid, 2 errors, 1 good record\n', err: faults })
    expect(JSON.parse((await runCli(['zone', 'check', '-', '--origin', 'example.com', '-o', 'json'], { stdin: bad })).out)).toEqual({ file: 'stdin', valid: false, records: 1, errors: 2 })
  })

  it('checks the zone as a whole with --strict', async () => {
    const { code, err } = await runCli(['zone', 'check', '-', '--origin', 'example.com', '--strict'], { stdin: 'www 60 A 192.0.2.1\nwww 60 CNAME example.net.\n' })
    expect(code).toBe(1)
    expect(err).toContain('zw: stdin: error: www.example.com. has a CNAME record')
    expect(await runCli(['zone', 'check', '-', '--strict'], { stdin: '' })).toMatchObject({ code: 64, err: 'zw: --strict needs the name of the zone; give --origin\n' })
  })
})

describe('zw zone import and export', () => {
  const skipped = (zone: string): string => `zw: skipped ${zone}. SOA ns1.${zone}. hostmaster.${zone}. 1 3600 600 86400 300: the service looks after it\nzw: skipped ${zone}. NS ns1.example.net.: the service looks after it\n`

  it('imports a file, skips what the service looks after, and exports it again', async () => {
    const imported = await run(['zone', 'import', '-', 'example.com', '-o', 'json'], { stdin: good })
    expect(imported).toMatchObject({ code: 0, err: skipped('example.com') })
    expect(JSON.parse(imported.out)).toEqual({ zone: 'example.com', method: 'file', in_file: 6, added: 4, skipped: 2, present: 0, refused: 0 })
    const file = join(folder, 'out.zone')
    expect(await run(['zone', 'export', 'example.com', '--out', file])).toEqual({ code: 0, out: '', err: `zw: example.com was written to ${file}\n` })
    const text = await readFile(file, 'utf8')
    // The moment of the export and the serial, which counts seconds, differ from one export to the next.
    const lasting = (exported: string): string => exported.replaceAll(/Exported:.*|^.*\tSOA\t.*$/gm, '')
    expect(lasting((await run(['zone', 'export', 'example.com'])).out)).toBe(lasting(text))
    expect((await runCli(['zone', 'print', file])).out).toContain('h2.example.com. 3600 IN A 198.51.100.2\n')
  })

  it('imports as transactions with --method batch, all or nothing', async () => {
    const imported = await run(['zone', 'import', '-', 'example.org', '--method', 'batch', '-o', 'json'], { stdin: good })
    expect(imported).toMatchObject({ code: 0, err: skipped('example.org') })
    expect(JSON.parse(imported.out)).toMatchObject({ method: 'batch', added: 4, skipped: 2 })
    const again = await run(['zone', 'import', '-', 'example.org', '--method', 'batch'], { stdin: 'new 60 A 192.0.2.1\nh1 3600 A 198.51.100.1\n' })
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toMatch(/^zw: stdin:2: h1\.example\.org\. A 198\.51\.100\.1 is in the zone already; remove it from the file, or use --method file, which passes over it\nzw: POST \/zones\/\{zone_id\}\/dns_records\/batch: 81058 An identical record already exists\.\nzw: HTTP 400, ray \S+; it is there already; zw record list shows it\nzw: no record was added\n$/)
    expect((await run(['record', 'list', 'example.org', '--name', 'new', '-o', 'ndjson'])).out).toBe('')
  })

  it('reports every error before anything is sent', async () => {
    // The server is a closed port: a call would fail in another way.
    expect(await runCli(['zone', 'import', '-', 'example.com'], { stdin: bad })).toEqual({ code: 1, out: '', err: `${faults}zw: nothing was sent\n` })
    expect(await runCli(['zone', 'import', '-', 'example.com'], { stdin: 'a.example.net. 60 A 192.0.2.1\nb 60 HINFO "x" "y"\n' })).toEqual({
      code: 1,
      out: '',
      err: 'zw: stdin:1: a.example.net. A 192.0.2.1 is not in example.com.; remove it, or import it into its own zone\nzw: stdin:2: b.example.com. HINFO "x" "y" has a type that the service does not hold; remove it\nzw: nothing was sent\n',
    })
  })

  it('names a zone that is not there', async () => {
    expect(await run(['zone', 'export', 'nowhere.example'])).toEqual({ code: 1, out: '', err: 'zw: zone "nowhere.example" was not found with these credentials; zw zones lists those that are\n' })
    expect((await run(['zone', 'export', 'no..where'])).err).toMatch(/^zw: zone "no\.\.where" is not a domain name: .*, or give the 32-digit identifier\n$/)
  })

  it('leaves nothing behind when the file can not be written', async () => {
    const file = join(folder, 'no-folder', 'out.zone')
    expect(await run(['zone', 'export', 'example.com', '--out', file])).toEqual({ code: 1, out: '', err: `zw: cannot write ${file}: there is no such file; check the path\n` })
  })
})
