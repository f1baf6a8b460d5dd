import { describe, expect, it } from 'vitest'
import { contentOf } from '../record-value.ts'
import { withEmulator } from '../testing/with-emulator.ts'

const run = withEmulator()

type Result = Record<string, unknown> & { readonly id: string; readonly type: string }[]

const json = async (...argv: string[]): Promise<Result> => JSON.parse((await run([...argv, '-o', 'json'])).out) as Result

describe('zw record', () => {
  it('adds records of every form of value', async () => {
    expect(await json('record', 'add', 'example.com', 'www', 'a', '192.0.2.1', '--proxied', '--comment', 'edge')).toMatchObject({ name: 'www.example.com', type: 'A', content: '192.0.2.1', proxied: true, ttl: 1, comment: 'edge' })
    expect(await json('record', 'add', 'example.com', '@', 'MX', '10', 'mail.example.com', '--ttl', '3600')).toMatchObject({ name: 'example.com', content: 'mail.example.com', priority: 10, ttl: 3600 })
    expect(await json('record', 'add', 'example.com', '_sip._tcp', 'SRV', '10 60 5060 sip.example.com')).toMatchObject({ name: '_sip._tcp.example.com', data: { priority: 10, weight: 60, port: 5060, target: 'sip.example.com' } })
    expect(await json('record', 'add', 'example.com', 'www.example.com.', 'TXT', 'v=spf1 -all')).toMatchObject({ name: 'www.example.com', content: '"v=spf1 -all"' })
  })

  it('lists with filters and in every form', async () => {
    expect((await json('record', 'list', 'example.com', '--name', 'www')).map((record) => record.type)).toEqual(['A', 'TXT'])
    expect((await run(['record', 'list', 'example.com', '--type', 'mx', '-o', 'csv'])).out).toMatch(/^id,name,type,priority,content,ttl,proxied,comment,tags\r\n[0-9a-f]{32},example\.com,MX,10,mail\.example\.com,3600,false,,\r\n$/)
    expect((await run(['record', 'list', 'example.com', '--search', 'sip', '-o', 'ndjson'])).out.split('\n')).toHaveLength(2)
    expect((await run(['record', 'list', 'example.com', '--limit', '1', '-o', 'yaml'])).out).toMatch(/^- id: /)
    const [head, ...rows] = (await run(['record', 'list', 'example.com'])).out.split('\n')
    expect(head).toMatch(/^id +name +type  priority  content +ttl  proxied  comment  tags$/)
    expect(rows.find((row) => row.includes(' MX '))).toMatch(/MX +10  mail\.example\.com +3600  false$/)
  })

  it('takes an empty word as an empty quoted string', async () => {
    expect(await json('record', 'add', 'example.org', 'n', 'NAPTR', '1', '2', 's', 'x', '', '.')).toMatchObject({ type: 'NAPTR', data: { order: 1, preference: 2, flags: 's', service: 'x', regex: '', replacement: '.' } })
    expect(contentOf('TXT', ['a', 'b', ''])).toBe('a b ')
    expect(contentOf('TXT', [''])).toBe('""')
    expect(contentOf('TXT', ['"a"', ''])).toBe('"a" ""')
    expect(await json('record', 'rm', 'example.org', 'n', 'naptr', '1', '2', 's', 'x', '', '.', '--yes')).toHaveLength(1)
  })

  it('refuses a value that does not fit before anything is sent', async () => {
    const refused = await run(['record', 'add', 'example.com', 'www', 'A', '192.0.2.300'], { env: { CLOUDFLARE_API_URL: 'http://127.0.0.1:9' } })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/^zw: A "192\.0\.2\.300": .*IPv4 address/)
    expect((await run(['record', 'add', 'example.com', 'www', 'QQ', 'x'])).err).toBe('zw: type "QQ" is not a record type; write one such as A, AAAA, CNAME, MX, TXT\n')
    expect((await run(['record', 'add', 'example.com', 'www.example.net.', 'A', '192.0.2.1'])).err).toBe('zw: name "www.example.net." is not in the zone example.com; leave out the final dot if it is relative\n')
  })

  it('tells what the service says about a twin', async () => {
    const { code, err } = await run(['record', 'add', 'example.com', 'www', 'A', '192.0.2.1'])
    expect(code).toBe(1)
    expect(err).toMatch(/^zw: POST \/zones\/\{zone_id\}\/dns_records: 81058 An identical record already exists\.\nzw: HTTP 400, ray \S+; it is there already; zw record list shows it\n$/)
  })

  it('edits parts of one record and leaves the rest', async () => {
    expect(await json('record', 'edit', 'example.com', 'www', 'A', '--content', '192.0.2.2', '--proxied', 'false', '--ttl', '300')).toMatchObject({ content: '192.0.2.2', ttl: 300, comment: 'edge' })
    expect(await json('record', 'edit', 'example.com', '_sip._tcp', 'SRV', '--content', '5 60 5060 sip.example.net')).toMatchObject({ data: { priority: 5, target: 'sip.example.net' } })
    expect((await run(['record', 'edit', 'example.com', 'www', 'A'])).err).toBe('zw: nothing to change: give --content, --name, --ttl, --proxied, --comment or --tag\n')
  })

  it('edits one of several only when it is told which', async () => {
    await run(['record', 'add', 'example.com', 'twin', 'A', '192.0.2.10'])
    await run(['record', 'add', 'example.com', 'twin', 'A', '192.0.2.11'])
    const unclear = await run(['record', 'edit', 'example.com', 'twin', 'A', '--ttl', '300'])
    expect(unclear.code).toBe(1)
    expect(unclear.err).toMatch(/^zw: twin means 2 records; give --where with the value, or the identifier of one:\nzw: [0-9a-f]{32} twin\.example\.com A 192\.0\.2\.1/)
    expect(await json('record', 'edit', 'example.com', 'twin', 'A', '--where', '192.0.2.11', '--ttl', '300')).toMatchObject({ content: '192.0.2.11', ttl: 300 })
  })

  it('removes never more than one without --all, and asks', async () => {
    const several = await run(['record', 'rm', 'example.com', 'twin', '--yes'])
    expect(several.code).toBe(1)
    expect(several.err).toContain('zw: twin means 2 records and nothing was removed; give type and value, the identifier of one, or --all:\n')
    expect(await run(['record', 'rm', 'example.com', 'twin', 'A', '192.0.2.10'])).toEqual({ code: 64, out: '', err: 'zw: a record would be removed, and there is no terminal to ask on; give --yes\n' })
    const no = await run(['record', 'rm', 'example.com', 'twin', 'A', '192.0.2.10'], { columns: 100, stdin: 'n\n' })
    expect(no).toMatchObject({ code: 1, out: '' })
    expect(no.err).toMatch(/^Remove this record from example\.com\?\n[0-9a-f]{32} twin\.example\.com A 192\.0\.2\.10\n \[y\/N\] zw: nothing was removed\n$/)
    expect((await run(['record', 'rm', 'example.com', 'twin', 'A', '192.0.2.10'], { columns: 100, stdin: 'y\n' })).code).toBe(0)
    const [{ id } = { id: '' }] = await json('record', 'list', 'example.com', '--name', 'twin')
    expect((await run(['record', 'rm', 'example.com', id, '--yes'])).code).toBe(0)
    expect(await run(['record', 'rm', 'example.com', 'twin', '--yes'])).toEqual({ code: 1, out: '', err: 'zw: record twin.example.com is not in the zone; zw record list example.com shows what is\n' })
  })

  it('removes all that match with --all, in one transaction', async () => {
    await run(['record', 'add', 'example.org', 'old', 'A', '192.0.2.10'])
    await run(['record', 'add', 'example.org', 'old', 'A', '192.0.2.11'])
    expect(await json('record', 'rm', 'example.org', 'old', 'A', '--all', '--yes')).toHaveLength(2)
    expect(await json('record', 'list', 'example.org')).toEqual([])
  })
})
