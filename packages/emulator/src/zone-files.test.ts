import { readZone } from '@zonewright/bind'
import { describe, expect, it } from 'vitest'

import { defaultSeed } from './seed.ts'
import { manualClock, recordsPath, startTest, type TestEmulator } from './testing/start.ts'

const importFile = (emulator: TestEmulator, file: string, proxied?: string) => {
  const form = new FormData()
  form.set('file', new Blob([file]), 'example.com.zone')
  if (proxied !== undefined) form.set('proxied', proxied)
  return emulator.call('POST', `${recordsPath}/import`, form)
}

const file = `$ORIGIN example.com.
$TTL 3600
@ IN SOA ns.example.net. admin.example.com. 1 7200 3600 86400 3600
@ IN NS ns.example.net.
@ IN MX 10 mail
www IN A 192.0.2.1 ; the site cf_tags=cf-proxied:true,team:web
mail IN A 192.0.2.2
@ IN TXT "v=spf1 -all"
_sip._tcp 30 IN SRV 5 0 5060 sip.example.com.
$GENERATE 1-3 host$ A 192.0.2.1$
`

describe('an import', () => {
  it('adds what the file has, without SOA and the name servers of the zone', async () => {
    const emulator = await startTest({ clock: manualClock() })
    const { json } = await importFile(emulator, file)
    expect(json.result).toEqual({ recs_added: 8, recs_added_by_type: { MX: 1, A: 5, TXT: 1, SRV: 1 }, total_records_parsed: 10 })
    expect(json.timing).toEqual({ start_time: '2026-11-20T12:00:00Z', end_time: '2026-11-20T12:00:00Z', process_time: 0 })
    const www = (await emulator.call('GET', `${recordsPath}?name=www.example.com`)).json.result[0]
    expect(www).toMatchObject({ content: '192.0.2.1', proxied: true, ttl: 1, comment: 'the site', tags: ['team:web'] })
    const srv = (await emulator.call('GET', `${recordsPath}?type=SRV`)).json.result[0]
    expect(srv).toMatchObject({ content: '0 5060 sip.example.com', priority: 5, ttl: 60 })
  })

  it('proxies what can be proxied when it is asked to, unless the file says otherwise', async () => {
    const emulator = await startTest()
    await importFile(emulator, 'a 300 IN A 192.0.2.1\nb 300 IN A 192.0.2.2 ; cf_tags=cf-proxied:false\nc 300 IN A 10.0.0.1\nd 300 IN TXT "x"\n', 'true')
    const { json } = await emulator.call('GET', `${recordsPath}?order=name`)
    expect(json.result.map(({ name, proxied, ttl }) => [name, proxied, ttl])).toEqual([
      ['a.example.com', true, 1],
      ['b.example.com', false, 300],
      ['c.example.com', false, 300],
      ['d.example.com', false, 300],
    ])
  })

  it('passes over what is there already, so it can be sent again', async () => {
    const emulator = await startTest()
    await importFile(emulator, file)
    expect((await importFile(emulator, file)).json.result).toMatchObject({ recs_added: 0, total_records_parsed: 10 })
  })

  it('adds nothing of an empty file', async () => {
    const emulator = await startTest()
    expect((await importFile(emulator, '')).json.result).toEqual({ recs_added: 0, recs_added_by_type: {}, total_records_parsed: 0 })
  })

  it('adds nothing at all when one record is refused', async () => {
    const emulator = await startTest()
    expect((await importFile(emulator, 'a 300 IN A 192.0.2.1\na 300 IN CNAME b\n')).codes).toEqual([81053])
    expect((await emulator.call('GET', recordsPath)).json.result).toEqual([])
  })

  it.each([
    ['a record of class CH', 'b 300 IN A 192.0.2.1\na 300 CH A 192.0.2.2\n', 'The zone file is invalid: zone:2:7: class "CH" is not the class of the zone; expected the one class of the whole file: IN unless the option class names another'],
    ['a name of another zone', 'b 300 IN A 192.0.2.1\nother.net. 300 IN A 192.0.2.2\n', 'The zone file is invalid: other.net. A is not in the zone example.com; remove the record, or import it into its own zone'],
    ['the name servers of another zone', 'b 300 IN A 192.0.2.1\nother.net. 300 IN NS ns.other.net.\n', 'The zone file is invalid: other.net. NS is not in the zone example.com; remove the record, or import it into its own zone'],
  ])('refuses %s and adds nothing', async (_, text, message) => {
    const emulator = await startTest()
    expect((await importFile(emulator, text)).json.errors).toEqual([{ code: 9503, message }])
    expect((await emulator.call('GET', recordsPath)).json.result).toEqual([])
  })

  it('refuses rdata that only the generic form can state', async () => {
    const emulator = await startTest()
    const { status, json } = await importFile(emulator, 'x 300 IN TLSA \\# 3 010100\n')
    expect([status, json.errors]).toMatchObject([400, [{ code: 9055 }]])
  })

  it('takes the same record in another case for one that is there', async () => {
    const emulator = await startTest()
    await importFile(emulator, '@ 300 MX 10 mail\nn 300 NAPTR 1 1 "" "" "" host\n')
    expect((await importFile(emulator, '$ORIGIN Example.COM.\n@ 300 MX 10 Mail\nN 300 NAPTR 1 1 "" "" "" Host\n')).json.result).toMatchObject({ recs_added: 0, total_records_parsed: 2 })
  })
})

describe('an export', () => {
  it('is a zone file that another import turns into the same records', async () => {
    const emulator = await startTest()
    await importFile(emulator, file)
    const before = (await emulator.call('GET', recordsPath)).json.result
    const exported = await emulator.call('GET', `${recordsPath}/export`)
    expect(exported.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(exported.text).toContain('cf-proxied:true')

    const other = await startTest()
    expect((await importFile(other, exported.text)).json.result).toMatchObject({ recs_added: 8 })
    const plain = (records: typeof before) => records.map(({ name, type, content, ttl, proxied, comment, tags }) => ({ name, type, content, ttl, proxied, comment, tags })).sort((one, two) => (`${one.name} ${one.content}` < `${two.name} ${two.content}` ? -1 : 1))
    expect(plain((await other.call('GET', recordsPath)).json.result)).toEqual(plain(before))
  })
})

describe('the serial of an export', () => {
  const exported = async (emulator: TestEmulator) => readZone((await emulator.call('GET', `${recordsPath}/export`)).text, { origin: 'example.com.' }).records
  const serial = (records: Awaited<ReturnType<typeof exported>>): number => Number(records.find(({ type }) => type === 'SOA')?.rdata.split(' ')[2])

  it('stays while nothing changes, so two exports have the same records', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    const empty = await exported(emulator)
    clock.advance(60_000)
    expect(await exported(emulator)).toEqual(empty)
    await importFile(emulator, file)
    const full = await exported(emulator)
    clock.advance(60_000)
    expect(await exported(emulator)).toEqual(full)
    expect(serial(full)).toBe(serial(empty) + 60)
  })

  it('grows when a record changes', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    const { id } = await emulator.create({ type: 'A', name: 'www', content: '192.0.2.1' })
    const before = serial(await exported(emulator))
    clock.advance(5_000)
    await emulator.call('PATCH', `${recordsPath}/${String(id)}`, { content: '192.0.2.2' })
    expect(serial(await exported(emulator))).toBe(before + 5)
  })

  it('grows when a record is removed, and never goes back', async () => {
    const clock = manualClock()
    const emulator = await startTest({ clock })
    const { id } = await emulator.create({ type: 'A', name: 'www', content: '192.0.2.1' })
    const before = serial(await exported(emulator))
    clock.advance(5_000)
    await emulator.call('DELETE', `${recordsPath}/${String(id)}`)
    expect(serial(await exported(emulator))).toBe(before + 5)
  })
})

describe('a scan', () => {
  const findable = [
    { type: 'A', name: 'www', content: '192.0.2.1' },
    { type: 'MX', name: '@', content: 'mail.example.com', priority: 10 },
  ]
  const seed = { ...defaultSeed, zones: [{ name: 'example.com', plan: 'pro' as const, findable }] }

  it('waits for a review of what it found', async () => {
    const emulator = await startTest({ seed })
    await emulator.create({ type: 'MX', name: '@', content: 'mail.example.com', priority: 10 })
    expect((await emulator.call('POST', `${recordsPath}/scan/trigger`, {})).json.success).toBe(true)
    const finds = (await emulator.call('GET', `${recordsPath}/scan/review`)).json.result
    expect(finds).toMatchObject([{ type: 'A', name: 'www.example.com' }])
    const [find] = finds
    const { json } = await emulator.call('POST', `${recordsPath}/scan/review`, { accepts: [{ ...find, ttl: 300 }], rejects: [] })
    expect(json.result).toMatchObject({ accepts: [{ name: 'www.example.com', ttl: 300 }], rejects: [] })
    expect((await emulator.call('GET', `${recordsPath}/scan/review`)).json.result).toEqual([])
  })

  it('forgets what is rejected', async () => {
    const emulator = await startTest({ seed })
    await emulator.call('POST', `${recordsPath}/scan/trigger`)
    const rejects = (await emulator.call('GET', `${recordsPath}/scan/review`)).json.result.map(({ id }) => ({ id }))
    expect((await emulator.call('POST', `${recordsPath}/scan/review`, { rejects })).json.result).toEqual({ accepts: [], rejects })
    expect((await emulator.call('GET', recordsPath)).json.result).toEqual([])
  })

  it('adds at once in its older form', async () => {
    const emulator = await startTest({ seed })
    expect((await emulator.call('POST', `${recordsPath}/scan`)).json).toMatchObject({ result: { recs_added: 2, total_records_parsed: 2 }, timing: {} })
  })
})
