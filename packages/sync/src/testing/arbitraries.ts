import type { ResourceRecord, StoredRecord } from '@zonewright/zone'
import { recordKey } from '@zonewright/zone'
import fc from 'fast-check'
import { excludes } from '../conflicts.ts'
import { record, stored, zone } from './memory-store.ts'

const names = ['@', 'www', 'mail', 'a.b', '*.wild', '_dmarc', 'sub']

const anyRecord = fc.oneof(
  fc.record({ name: fc.constantFrom(...names), type: fc.constant('A'), rdata: fc.integer({ min: 1, max: 5 }).map((last) => `192.0.2.${last}`) }),
  fc.record({ name: fc.constantFrom(...names), type: fc.constant('TXT'), rdata: fc.constantFrom('"one"', '"two"', '"one" "two"') }),
  fc.record({ name: fc.constantFrom(...names), type: fc.constant('MX'), rdata: fc.constantFrom('10 mail.example.com.', '20 mx.example.net.') }),
  fc.record({ name: fc.constantFrom('www', 'mail', 'a.b', 'sub'), type: fc.constant('CNAME'), rdata: fc.constantFrom('www.example.com.', 'mail.example.com.', 'else.example.net.') }),
  fc.record({ name: fc.constantFrom('sub', 'a.b'), type: fc.constant('NS'), rdata: fc.constantFrom('ns1.example.net.', 'ns2.example.net.') }),
  fc.record({ name: fc.constantFrom('sub', 'a.b'), type: fc.constant('DS'), rdata: fc.constantFrom('1 13 2 AA', '2 13 2 BB') }),
)

const attributes = fc.option(fc.record({ comment: fc.constantFrom('', 'x', 'y z'), proxied: fc.boolean(), tags: fc.constantFrom([], ['a:1'], ['a:1', 'b']) }, { requiredKeys: [] }), { nil: undefined })

/** Takes records one after the other and leaves out those that the service would refuse beside the ones before. */
const possible = (records: readonly ResourceRecord[]): ResourceRecord[] => {
  const taken: ResourceRecord[] = []
  const ranked = [...records].sort((left, right) => Number(left.type === 'DS') - Number(right.type === 'DS'))
  for (const one of ranked) {
    const beside = taken.filter(({ name }) => name === one.name)
    if (beside.some((other) => recordKey(other) === recordKey(one) || excludes(one.type, other.type, one.name === zone.name))) continue
    if (one.type === 'DS' && !beside.some(({ type }) => type === 'NS')) continue
    taken.push(one)
  }
  return taken
}

/** Records that a zone can hold together. */
export const anyZone = (most = 14): fc.Arbitrary<ResourceRecord[]> =>
  fc.array(fc.tuple(anyRecord, fc.constantFrom(60, 300), attributes), { maxLength: most }).map((all) =>
    possible(all.map(([{ name, type, rdata }, ttl, stated]) => record(name, type, rdata, { ttl, ...(stated === undefined ? {} : { attributes: type === 'A' || type === 'CNAME' ? stated : { ...stated, proxied: false } }) }))),
  )

/** The same as a store holds them. */
export const anyHeld = (most = 14): fc.Arbitrary<StoredRecord[]> => anyZone(most).map((all) => all.map((one, index) => stored(`id-${index}`, one)))
