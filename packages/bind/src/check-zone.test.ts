import { describe, expect, it } from 'vitest'
import { checkZone, readZone } from './index.ts'

const base = '$TTL 300\n@ SOA ns host 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n'
const codes = (text: string): string[] => checkZone(readZone(text, { origin: 'example.' }).records, 'example.').map((finding) => `${finding.severity} ${finding.code}`)

describe('checkZone', () => {
  it.each([
    ['a complete zone', base, []],
    ['CNAME beside an address', `${base}a CNAME b\na A 192.0.2.1\n`, ['error cname-and-other-data']],
    ['two CNAME records', `${base}a CNAME b\na CNAME c\n`, ['error cname-and-other-data']],
    ['a CNAME record on its own', `${base}a CNAME b\n`, []],
    ['a record that stands there twice, in another case', `${base}a MX 10 b\nA MX 10 B\n`, ['warning duplicate-record']],
    ['a name of another zone', `${base}a.other. A 192.0.2.1\nnotexample. A 192.0.2.1\n`, ['error out-of-zone', 'error out-of-zone']],
    ['an empty zone', '', ['error soa-missing', 'error ns-missing']],
    ['two SOA records', `${base}@ SOA ns host 2 2 3 4 5\n`, ['error soa-duplicate']],
    ['an SOA record below the apex', `${base}a SOA ns host 2 2 3 4 5\n`, ['error soa-not-at-apex']],
    ['a CNAME record at the apex', `${base}@ CNAME b\n`, ['error cname-at-apex']],
    ['a name below a DNAME record, and one beside it', `${base}a DNAME b.\nx.a A 192.0.2.1\nx\\.a A 192.0.2.1\n`, ['error below-dname']],
    ['a mail exchange that is an alias', `${base}a CNAME b\n@ MX 10 A\n`, ['error target-is-cname']],
    ['a name server without an address', `${base}sub NS ns.sub\nother NS ns.elsewhere.\nthird NS ns.sub\n`, ['error glue-missing']],
    ['a TTL that no server should have', `${base}a 4294967295 A 192.0.2.1\n`, ['warning ttl-too-large']],
    ['two TTLs in one set', `${base}a 60 A 192.0.2.1\na 61 A 192.0.2.2\n`, ['warning ttl-mismatch']],
  ])('judges %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('finds records of two classes, which only a program can put together', () => {
    const { records } = readZone(base, { origin: 'example.' })
    const other = { name: 'a.example.', ttl: 300, type: 'TXT', class: 'CH', rdata: '"x"' }
    expect(checkZone([...records, other], 'example.').map((finding) => finding.code)).toEqual(['class-mismatch'])
  })

  it('says where the record to blame stands', () => {
    const zone = readZone(`${base}a CNAME b\n; x\na TXT y\n$INCLUDE more\n`, { origin: 'example.', file: 'main', lines: true, include: () => ({ file: 'more', content: 'c.other. A 192.0.2.1\n' }) })
    expect(checkZone(zone.records, 'example.', zone).map(({ code, file, line }) => `${file}:${line} ${code}`)).toEqual(['more:1 out-of-zone', 'main:5 cname-and-other-data'])
  })
})
