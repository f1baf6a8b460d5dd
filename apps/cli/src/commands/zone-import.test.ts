import { memoryTransport } from '@zonewright/core/memory'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'
import { withEmulator } from '../testing/with-emulator.ts'

const run = withEmulator()

const tags = (count: number): string => Array.from({ length: count }, (_, index) => `t${index}:x`).join(',')
const txt = (strings: number): string => Array.from({ length: strings }, () => `"${'x'.repeat(250)}"`).join(' ')
const ttlAdvice = 'write 1 for automatic, or 60 to 86400 seconds (from 30 with Enterprise)'

describe('zw zone import before anything is sent', () => {
  // The server is a closed port: a call would fail in another way.
  it.each(['file', 'batch'])('refuses every mistake of a record with its file and line, with --method %s', async (method) => {
    const file = ['a.example.net. 60 A 192.0.2.1', 'b 60 HINFO x y', 'c 60 CH TXT x', 'd 5 IN A 192.0.2.1', 'e 86401 A 192.0.2.1', 'f 0 A 192.0.2.1', `g 60 A 192.0.2.1 ; ${'é'.repeat(501)}`, `h 60 TXT ${txt(9)}`, `i 60 A 192.0.2.1 ; cf_tags=${tags(21)}`, '$GENERATE 1-2 j$ 7 A 192.0.2.$'].join('\n')
    const { code, out, err } = await runCli(['zone', 'import', '-', 'example.com', '--method', method], { stdin: file })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.split('\n')).toEqual([
      'zw: stdin:3:6: class "CH" is not the class of the zone; expected the one class of the whole file: IN unless the option class names another; remove the class or the record',
      'zw: stdin:1: a.example.net. A 192.0.2.1 is not in example.com.; remove it, or import it into its own zone',
      'zw: stdin:2: b.example.com. HINFO "x" "y" has a type that the service does not hold; remove it',
      `zw: stdin:4: d.example.com. A 192.0.2.1 has TTL 5; ${ttlAdvice}`,
      `zw: stdin:5: e.example.com. A 192.0.2.1 has TTL 86401; ${ttlAdvice}`,
      `zw: stdin:6: f.example.com. A 192.0.2.1 has TTL 0; ${ttlAdvice}`,
      'zw: stdin:7: g.example.com. A 192.0.2.1 has a comment of 501 characters, the service keeps 500; shorten it',
      `zw: stdin:8: h.example.com. TXT "${'x'.repeat(56)}... has 2276 characters of content, the service takes 2048; shorten it`,
      'zw: stdin:9: i.example.com. A 192.0.2.1 has 21 tags, the service keeps 20; remove some',
      `zw: stdin:10: j1.example.com. A 192.0.2.1 has TTL 7; ${ttlAdvice}`,
      `zw: stdin:10: j2.example.com. A 192.0.2.2 has TTL 7; ${ttlAdvice}`,
      'zw: nothing was sent',
      '',
    ])
  })

  it('names the included file that a record stands in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zw-'))
    try {
      await writeFile(join(folder, 'main.zone'), '$TTL 60\n$INCLUDE part.zone\n')
      await writeFile(join(folder, 'part.zone'), '\na 5 A 192.0.2.1\n')
      expect((await runCli(['zone', 'import', join(folder, 'main.zone'), 'example.com'])).err).toContain('part.zone:2: a.example.com. A 192.0.2.1 has TTL 5; ')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('zw zone import', () => {
  it('takes any TTL of proxied records and of those that the service looks after', async () => {
    const file = '@ 5 NS ns1.example.net.\na 1 A 192.0.2.1\nb 86400 A 192.0.2.1\nc 5 A 192.0.2.1 ; cf_tags=cf-proxied:true\n'
    const imported = await run(['zone', 'import', '-', 'example.com', '-o', 'json'], { stdin: file })
    expect(JSON.parse(imported.out)).toMatchObject({ added: 3, skipped: 1, refused: 0 })
    expect(JSON.parse((await run(['zone', 'import', '-', 'example.com', '--proxied', '--method', 'batch', '-o', 'json'], { stdin: 'd 5 A 192.0.2.1\n' })).out)).toMatchObject({ added: 1 })
  })

  it('leaves it to the service whether the plan allows a TTL of 30 seconds', async () => {
    expect((await run(['zone', 'import', '-', 'example.com', '--method', 'batch'], { stdin: 'e 30 A 192.0.2.1\n' })).err).toContain('zw: POST /zones/{zone_id}/dns_records/batch: ')
  })

  it('passes over records that the zone has already, says how many, and names those that stand in the file twice', async () => {
    const first = await run(['zone', 'import', '-', 'example.org', '-o', 'json'], { stdin: 'twin 60 A 192.0.2.1\ntwin 300 A 192.0.2.1\n' })
    expect(first).toMatchObject({ code: 0, err: 'zw: stdin:2: twin.example.org. A 192.0.2.1 was not added: it stands in the file a second time; remove it from the file\n' })
    expect(JSON.parse(first.out)).toEqual({ zone: 'example.org', method: 'file', in_file: 2, added: 1, skipped: 0, present: 1, refused: 0 })
    expect(await run(['zone', 'import', '-', 'example.org'], { stdin: 'twin 60 A 192.0.2.1\ntwin 60 A 192.0.2.1\n' })).toMatchObject({ code: 0, err: 'zw: 1 record was not added: the zone has it already\nzw: stdin:2: twin.example.org. A 192.0.2.1 was not added: it stands in the file a second time; remove it from the file\n' })
  })

  it('names the record that stands twice in the file and keeps a transaction from being carried out', async () => {
    const { code, err } = await run(['zone', 'import', '-', 'example.org', '--method', 'batch'], { stdin: 'double 60 A 192.0.2.9\ndouble 300 A 192.0.2.9\n' })
    expect(code).toBe(1)
    expect(err).toMatch(/^zw: stdin:2: double\.example\.org\. A 192\.0\.2\.9 stands in the file a second time; remove it from the file, or use --method file, which passes over it\nzw: POST .*81058.*\n.*\nzw: no record was added\n$/)
  })

  it('ends with 1 and names the records that the service did not add', async () => {
    const zone = { id: '023e105f4ecef8ad9ca31a8372d0c353', name: 'example.com' }
    const held = { id: 'a'.repeat(32), name: 'held.example.com', type: 'A', content: '192.0.2.1', proxiable: true, proxied: false, ttl: 60, comment: null, tags: [], created_on: '', modified_on: '' }
    const answer = (result: unknown): { body: object } => ({ body: { success: true, errors: [], messages: [], result, result_info: { page: 1, per_page: 5000, count: 1, total_count: 1, total_pages: 1 } } })
    const transport = memoryTransport((request) => {
      const { pathname } = new URL(request.url)
      if (pathname.endsWith('/import')) return answer({ recs_added: 0, total_records_parsed: 2 })
      return answer(pathname.endsWith('/dns_records') ? [held] : [zone])
    })
    const { code, out, err } = await runCli(['zone', 'import', '-', 'example.com', '-o', 'json'], { transport, stdin: 'held 60 A 192.0.2.1\n\nlost 60 A 192.0.2.2\n' })
    expect({ code, err }).toEqual({ code: 1, err: 'zw: 1 record was not added: the zone has it already\nzw: stdin:3: lost.example.com. A 192.0.2.2 was not added: the service gave no reason; zw record add with this record tells it\n' })
    expect(JSON.parse(out)).toMatchObject({ added: 0, present: 1, refused: 1 })
  })
})
