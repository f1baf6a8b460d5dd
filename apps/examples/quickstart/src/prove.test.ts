import { readFileSync } from 'node:fs'
import { readZone } from '@zonewright/bind'
import type { ResourceRecord } from '@zonewright/zone'
import { describe, expect, it } from 'vitest'
import { kept, prove } from './prove.ts'

const apex = 'harbourlane.example.'
const file = readFileSync(new URL('../zones/harbourlane.example.zone', import.meta.url))
const records = kept(readZone(file, { origin: apex }).records, apex)

const changed = (index: number, change: Partial<ResourceRecord>): ResourceRecord[] => records.map((record, position) => (position === index ? { ...record, ...change } : record))

describe('the proof of the quickstart', () => {
  it('has more than 300 records to prove, of every type that the service holds', () => {
    expect(records.length).toBeGreaterThan(300)
    expect(new Set(records.map((record) => record.type))).toEqual(new Set(['A', 'AAAA', 'CAA', 'CERT', 'CNAME', 'DNSKEY', 'DS', 'HTTPS', 'LOC', 'MX', 'NAPTR', 'NS', 'OPENPGPKEY', 'PTR', 'SMIMEA', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'TXT', 'URI']))
  })

  it('finds two equal zones equal, in any order', () => {
    expect(prove(records, [...records].reverse())).toEqual({ equal: records.length, differences: [] })
  })

  it('sees one changed rdata, ttl, owner or attribute', () => {
    const attributes = { ...records[0]?.attributes, comment: 'another' }
    for (const change of [{ rdata: '192.0.2.99' }, { ttl: 77 }, { name: `other.${apex}` }, { attributes }]) expect(prove(records, changed(0, change)).differences).toHaveLength(2)
  })

  it('sees a record that is lost, new or there twice', () => {
    expect(prove(records, records.slice(1)).differences).toHaveLength(1)
    expect(prove(records.slice(1), records).differences).toHaveLength(1)
    expect(prove(records, [...records, records[0] as ResourceRecord]).differences).toHaveLength(1)
  })
})
