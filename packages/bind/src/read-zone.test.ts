import { describe, expect, it } from 'vitest'
import { printZone, readZone } from './index.ts'

const lines = (text: string, options = {}): string[] =>
  readZone(text, { origin: 'example.', defaultTtl: 300, ...options }).records.map((r) => `${r.name} ${r.ttl} ${r.class} ${r.type} ${r.rdata}`)

describe('readZone', () => {
  it('reads an empty file as no records', () => {
    for (const text of ['', '\n', '\r\n', '   \n\t\n', '; comment', '\uFEFF']) expect(lines(text)).toEqual([])
  })

  it('takes TTL and class in either order and any case', () => {
    for (const head of ['60 IN', 'IN 60', 'in 1m', '1M in', 'CLASS1 60', '60']) expect(lines(`a ${head} a 192.0.2.1`)).toEqual(['a.example. 60 IN A 192.0.2.1'])
  })

  it('repeats owner and TTL that a line omits', () => {
    expect(lines('a 60 IN TXT x\n TXT y\nb TXT z', { defaultTtl: undefined })).toEqual(['a.example. 60 IN TXT "x"', 'a.example. 60 IN TXT "y"', 'b.example. 60 IN TXT "z"'])
  })

  it('gives every record the one class of the zone, stated or not', () => {
    expect(lines('a TXT x\nb CHAOS TXT y\nc CLASS3 TXT z\n$GENERATE 1-1 d CH TXT w', { class: 'CH' })).toEqual(['a.example. 300 CH TXT "x"', 'b.example. 300 CH TXT "y"', 'c.example. 300 CH TXT "z"', 'd.example. 300 CH TXT "w"'])
    expect(() => lines('a IN TXT x', { class: 'CH' })).toThrow('zone:1:3: class "IN" is not the class of the zone')
  })

  it('goes on with the class of the zone behind a record of another class', () => {
    const { records, errors } = readZone('a CH A 192.0.2.1\nb A 192.0.2.2\n$GENERATE 1-2 c$ HS A 192.0.2.$', { origin: 'example.', defaultTtl: 300, onError: 'collect' })
    expect(records.map((record) => `${record.name} ${record.class}`)).toEqual(['b.example. IN'])
    expect(errors.map((error) => `${error.line}:${error.column} ${error.code}`)).toEqual(['1:3 bad-class', '3:18 bad-class'])
  })

  it('keeps the case of the origin in rdata and never in owners', () => {
    expect(lines('a MX 10 Mail\n$ORIGIN Sub\nB CNAME @\n$GENERATE 1-1 C$ CNAME T$\n', { origin: 'Example.' })).toEqual([
      'a.example. 300 IN MX 10 Mail.Example.',
      'b.sub.example. 300 IN CNAME Sub.Example.',
      'c1.sub.example. 300 IN CNAME T1.Sub.Example.',
    ])
    expect(readZone('$ORIGIN Sub.Example.\n').origin).toBe('sub.example.')
  })

  it('keeps empty strings in every type and through every layout', () => {
    const text = 'a NAPTR 1 1 "" "" "" .\nb HINFO "" ""\nc TXT ( ""\n "" )\nd CAA 0 issue ""\ne URI 1 1 ""\n$GENERATE 1-1 f NAPTR 1 1 "" "" "" .\n$GENERATE 1-1 g TXT "\\"\\""\n'
    const { records } = readZone(text, { origin: 'example.', defaultTtl: 300 })
    expect(records.map((record) => record.rdata)).toEqual(['1 1 "" "" "" .', '"" ""', '"" ""', '0 issue ""', '1 1 ""', '1 1 "" "" "" .', '""'])
    for (const layout of ['canonical', 'pretty'] as const) expect(readZone(printZone(records, { layout })).records).toEqual(records)
  })

  it('prefers $TTL to the TTL of the line before', () => {
    expect(lines('$TTL 10\na 60 A 192.0.2.1\nb A 192.0.2.1', { defaultTtl: undefined })).toEqual(['a.example. 60 IN A 192.0.2.1', 'b.example. 10 IN A 192.0.2.1'])
  })

  it('reads owners that look like classes, types, TTLs and directives', () => {
    expect(lines('in A 192.0.2.1\nmx A 192.0.2.1\n60 A 192.0.2.1\n\\$ttl A 192.0.2.1\n\\$x A 192.0.2.1').map((line) => line.split(' ')[0])).toEqual(['in.example.', 'mx.example.', '60.example.', '\\$ttl.example.', '\\$x.example.'])
  })

  it('ends a record at LF, CRLF, a bare CR and the end of the file', () => {
    expect(lines('a A 192.0.2.1\nb A 192.0.2.2\r\nc A 192.0.2.3\rd A 192.0.2.4')).toHaveLength(4)
  })

  it('takes an owner right behind a parenthesis', () => {
    expect(lines('(a A 192.0.2.1)\n((b) A (192.0.2.2))')).toEqual(['a.example. 300 IN A 192.0.2.1', 'b.example. 300 IN A 192.0.2.2'])
  })

  it('takes no other octet than space and tab as a blank', () => {
    expect(lines('\fb A 192.0.2.1\na TXT x\fy\v')).toEqual(['\\012b.example. 300 IN A 192.0.2.1', 'a.example. 300 IN TXT "x\\012y\\011"'])
    expect(() => lines('a\fA 192.0.2.1')).toThrow('"192.0.2.1" is not a TTL')
  })

  it('keeps blanks, semicolons and parentheses inside quotes', () => {
    expect(lines('a TXT "v=DKIM1; k=rsa; (x)  y"')).toEqual(['a.example. 300 IN TXT "v=DKIM1; k=rsa; (x)  y"'])
  })

  it('reads parentheses over lines, nested and next to words', () => {
    expect(lines('a MX(10 ((\n;x\n\n m))\n)\nb A 192.0.2.1')).toEqual(['a.example. 300 IN MX 10 m.example.', 'b.example. 300 IN A 192.0.2.1'])
  })

  it('joins a quoted value to its key in SVCB rdata', () => {
    expect(lines('a SVCB 1 . alpn="h2,h3" port=1')).toEqual(lines('a SVCB 1 . alpn=h2,h3 port=1'))
  })

  it('needs no origin when all names are absolute', () => {
    const { records, origin } = readZone('a. 60 MX 10 b.\n$ORIGIN c.\nd 60 A 192.0.2.1')
    expect(records.map((record) => record.name)).toEqual(['a.', 'd.c.'])
    expect(origin).toBe('c.')
  })

  it('reads an owner anew after $ORIGIN', () => {
    expect(lines('a A 192.0.2.1\n$ORIGIN sub\na A 192.0.2.1\n A 192.0.2.2')).toEqual(['a.example. 300 IN A 192.0.2.1', 'a.sub.example. 300 IN A 192.0.2.1', 'a.sub.example. 300 IN A 192.0.2.2'])
  })

  it('refuses options out of range', () => {
    expect(() => readZone('', { defaultTtl: -1 })).toThrow('defaultTtl is -1: set a whole number from 0 to 2147483647')
    expect(() => readZone('', { class: 'ANY' })).toThrow('class is "ANY": set a class such as IN')
    expect(() => readZone('', { origin: 'a..b' })).toThrow('not a domain name')
  })
})

describe('$INCLUDE', () => {
  const include = ({ path, origin }: { path: string; origin: string }): { file: string; content: string } => ({
    file: path,
    content: { one: ` A 192.0.2.1\nb A 192.0.2.2\n$ORIGIN deep\n$TTL 9\n$INCLUDE two x\nc A 192.0.2.4`, two: `; ${origin}\n@ A 192.0.2.3` }[path] ?? '',
  })

  it('reads files inside files and gives back origin and owner', () => {
    expect(lines('a A 192.0.2.0\n$INCLUDE one\n A 192.0.2.9\ne A 192.0.2.5', { include })).toEqual([
      'a.example. 300 IN A 192.0.2.0',
      'a.example. 300 IN A 192.0.2.1',
      'b.example. 300 IN A 192.0.2.2',
      'x.deep.example. 9 IN A 192.0.2.3',
      'c.deep.example. 9 IN A 192.0.2.4',
      'a.example. 9 IN A 192.0.2.9',
      'e.example. 9 IN A 192.0.2.5',
    ])
  })

  it('goes on behind an include that fails when errors are collected', () => {
    const { records, errors } = readZone('$INCLUDE missing\na 60 A 192.0.2.1', { origin: 'example.', onError: 'collect', include: () => { throw new Error('missing') } })
    expect(records).toHaveLength(1)
    expect(errors.map((error) => error.code)).toEqual(['include-failed'])
  })

  it('ends although files include each other over and over', () => {
    let files = 0
    const again = ({ path }: { path: string }): { file: string; content: string } => ({ file: `${path}${files++}`, content: '$INCLUDE x\n'.repeat(10) })
    expect(() => readZone('$INCLUDE x\n'.repeat(10), { include: again, maxIncludeDepth: 5 })).toThrow('nests too deep')
    const { errors } = readZone('$INCLUDE x\n'.repeat(10), { include: again, maxIncludeDepth: 16, onError: 'collect' })
    expect(errors.length).toBeGreaterThan(0)
    expect(files).toBeLessThan(1100)
  })

  it('names the included file in errors', () => {
    expect(() => readZone('$INCLUDE part\n', { origin: 'example.', include: () => ({ file: 'part.zone', content: '\nx' }) })).toThrow('part.zone:2:2: the record ends before its type')
  })
})

describe('$GENERATE', () => {
  it('takes rdata of several words, and keeps the owner of the line before', () => {
    expect(lines('a A 192.0.2.1\n$GENERATE 1-2 h$ MX 10 m$\n A 192.0.2.2')).toEqual(['a.example. 300 IN A 192.0.2.1', 'h1.example. 300 IN MX 10 m1.example.', 'h2.example. 300 IN MX 10 m2.example.', 'a.example. 300 IN A 192.0.2.2'])
  })

  it('counts all directives of a file against the limit', () => {
    const text = '$GENERATE 1-3 h$ A 192.0.2.$\n$GENERATE 1-3 i$ A 192.0.2.$\n'
    expect(lines(text, { generateLimit: 6 })).toHaveLength(6)
    expect(() => lines(text, { generateLimit: 5 })).toThrow('zone:2:11: range "1-3" makes too many records')
  })

  it('adds the offset only where it is written', () => {
    expect(lines('$GENERATE 5-5 a${-1,2,d}-$ A 192.0.2.$')).toEqual(['a04-5.example. 300 IN A 192.0.2.5'])
  })

  it('stops a range at its first error', () => {
    const { errors } = readZone('$GENERATE 250-300 h$ 60 A 192.0.2.$', { origin: 'example.', onError: 'collect' })
    expect(errors.map((error) => error.message)).toEqual([expect.stringContaining('zone:1:27: "192.0.2.256" does not fit A address')])
  })

  it('tells the file and the line of each record with the option lines, of the directive for $GENERATE', () => {
    const text = '$TTL 60\n\na A 192.0.2.1\n  AAAA (\n  2001:db8::1 )\n300x TXT\n$GENERATE 1-2 h$ A 192.0.2.$\r\n$INCLUDE part\n (\n TXT x )\n'
    const { records, lines: at, files } = readZone(text, { origin: 'example.', file: 'top', lines: true, onError: 'collect', include: () => ({ file: 'part', content: '; none\nb A 192.0.2.2\n' }) })
    expect(records.map(({ name, type }, index) => `${files?.[index]}:${at?.[index]} ${name} ${type}`)).toEqual(['top:3 a.example. A', 'top:4 a.example. AAAA', 'top:7 h1.example. A', 'top:7 h2.example. A', 'part:2 b.example. A', 'top:10 300x.example. TXT'])
    expect(readZone(text.slice(0, 9), {})).toEqual({ records: [], errors: [], origin: '' })
  })
})
