import { describe, expect, it } from 'vitest'
import type { PlanOptions } from '../make-plan.ts'
import { makePlan } from '../make-plan.ts'
import { memoryStore, record, stored, zone } from '../testing/memory-store.ts'
import { guards } from './index.ts'

const limits = { records: 12, ttl: { lowest: 60, highest: 86_400 }, comment: 10, tags: 1, text: 20, plainNames: true, plainRdata: true, proxiable: ['A', 'AAAA', 'CNAME'] }
const ten = Array.from({ length: 10 }, (_, index) => record(`n${index}`, 'A', '192.0.2.1'))
const held = ten.map((one, index) => stored(String(index), one))

const judged = (before: Parameters<typeof makePlan>[0]['held'], desired: Parameters<typeof makePlan>[0]['desired'], options: PlanOptions = {}) => {
  const store = memoryStore(before, { limits })
  const plan = makePlan({ store, zone, held: store.held, desired }, { place: () => 'f.zone:7', ...options })
  return { refusals: plan.refusals.map(({ rule, message, place }) => `${rule}${place === undefined ? '' : ` ${place}`}: ${message}`), warnings: plan.warnings.map(({ rule }) => rule) }
}

const cases: readonly (readonly [id: string, before: Parameters<typeof makePlan>[0]['held'], desired: Parameters<typeof makePlan>[0]['desired'], says: string])[] = [
  ['empty', held.slice(0, 2), [], 'empty: the file has no records for this zone, and 2 would be deleted; check that it is the right file'],
  ['deletes', held, ten.slice(0, 6), 'deletes: 4 of 10 records (40 %) would be deleted, the limit is 30 %; check that it is the right file'],
  ['vital', [stored('1', record('@', 'MX', '1 a.example.net.')), stored('2', ten[0] as never)], [ten[0] as never], 'vital: example.com. MX: all records of this set would be deleted; put them into the file if they should stay'],
  ['vital', [stored('1', record('_dmarc', 'TXT', '"v=DMARC1"')), stored('2', ten[0] as never)], [ten[0] as never], 'vital: _dmarc.example.com. TXT: all records of this set would be deleted; put them into the file if they should stay'],
  ['vital', [stored('1', record('sub', 'NS', 'ns1.example.net.')), stored('2', record('sub', 'DS', '1 13 2 AA'))], [record('sub', 'NS', 'ns1.example.net.')], 'vital: sub.example.com. DS: all records of this set would be deleted; put them into the file if they should stay'],
  ['quota', held, [...ten, ...Array.from({ length: 3 }, (_, index) => record(`m${index}`, 'A', '192.0.2.1'))], 'quota: the zone would hold 13 records, the pro plan takes 12; remove some, or ask for a larger quota'],
  ['ttl', [], [record('a', 'A', '192.0.2.1', { ttl: 30 })], 'ttl f.zone:7: a.example.com. A 192.0.2.1 has TTL 30; write 1 for automatic, or 60 to 86400 seconds'],
  ['tags', [], [record('a', 'A', '192.0.2.1', { attributes: { tags: ['a', 'b'] } })], 'tags f.zone:7: a.example.com. A 192.0.2.1 has 2 tags, the plan of the zone takes 1; remove some'],
  ['comment', [], [record('a', 'A', '192.0.2.1', { attributes: { comment: 'éééééééééée' } })], 'comment f.zone:7: a.example.com. A 192.0.2.1 has a comment of 11 characters, the plan of the zone takes 10; shorten it'],
  ['proxied', [], [record('a', 'TXT', '"x"', { attributes: { proxied: true } })], 'proxied f.zone:7: a.example.com. TXT "x" is proxied, which only A, AAAA, CNAME can be; take cf-proxied:true off it'],
  ['names', [], [record('b\\195\\188cher', 'A', '192.0.2.1')], 'names f.zone:7: b\\195\\188cher.example.com. A 192.0.2.1 has a name that the service does not take; write xn--bcher-kva.example.com. for it'],
  ['names', [], [record('b\\252cher', 'A', '192.0.2.1')], 'names f.zone:7: b\\252cher.example.com. A 192.0.2.1 has a name that the service does not take; labels have letters, digits, - and _, and the first one can be *'],
  ['names', [], [record('a.*', 'A', '192.0.2.1')], 'names f.zone:7: a.*.example.com. A 192.0.2.1 has a name that the service does not take; labels have letters, digits, - and _, and the first one can be *'],
  ['text', [], [record('a', 'TXT', '"abcdefghij" "klmnop"')], 'text f.zone:7: a.example.com. TXT "abcdefghij" "klmnop" has a value of 21 characters, the service takes 20; shorten it'],
  ['conflicts', [], [record('a', 'CNAME', 'b.example.net.'), record('a', 'CNAME', 'c.example.net.')], 'conflicts f.zone:7: a.example.com. CNAME b.example.net. cannot stand beside a.example.com. CNAME c.example.net.; keep one of them'],
  ['conflicts', [], [record('sub', 'DS', '1 13 2 AA')], 'conflicts f.zone:7: sub.example.com. DS 1 13 2 AA needs NS records at its name; add them'],
]

describe('the guards', () => {
  it.each(cases)('%s: refuses, says where and what to do, and lets pass what is allowed', (id, before, desired, says) => {
    expect(judged(before, desired).refusals).toContain(says)
    const allowed = judged(before, desired, { allow: guards.filter(({ permitted }) => permitted).map((guard) => guard.id) })
    expect(allowed.refusals).toEqual([])
    expect(allowed.warnings).toContain(id)
  })

  it('see an alias beside an address that stays because nothing is deleted', () => {
    expect(judged([stored('1', record('a', 'A', '192.0.2.1'))], [record('a', 'CNAME', 'b.example.net.')], { unlisted: 'keep' }).refusals).toEqual(['conflicts f.zone:7: a.example.com. CNAME b.example.net. cannot stand beside a.example.com. A 192.0.2.1; keep one of them'])
  })

  it('let nothing pass that is outside of the zone or of a type that the service does not hold', () => {
    const { refusals } = judged([], [{ ...record('a', 'A', '192.0.2.1'), name: 'a.example.net.' }, { ...record('a', 'A', 'x'), type: 'TYPE65280', rdata: '\\# 0' }])
    expect(refusals).toEqual(['outside f.zone:7: a.example.net. A 192.0.2.1 is not in example.com.; remove it, or put it into the file of its own zone', 'types f.zone:7: a.example.com. TYPE65280 \\# 0 has a type that the service does not hold; remove it'])
    expect(() => judged([], [], { allow: ['outside'] })).toThrow('"outside" is no guard that can be allowed; there are empty, deletes, vital, conflicts, quota, ttl, tags, comment, proxied, names, text')
    expect(judged([], [record('a', 'TXT', '\\# 0')]).refusals).toEqual(['types f.zone:7: a.example.com. TXT \\# 0 has octets that the form of its type has no text for, and the service takes no other; mend or remove it'])
  })

  it('speak about what a plan writes, not about what the zone has already', () => {
    expect(judged([stored('1', record('a', 'A', '192.0.2.1', { ttl: 30 }))], [record('a', 'A', '192.0.2.1', { ttl: 30 })]).refusals).toEqual([])
    expect(judged([], [record('a', 'A', '192.0.2.1', { ttl: 5, attributes: { proxied: true } }), record('b', 'A', '192.0.2.1', { ttl: 1 })]).refusals).toEqual([])
    expect(judged([], ['*', '*.w', '_dmarc', '_25._tcp', 'UPPER'].map((name) => record(name, 'A', '192.0.2.1'))).refusals).toEqual([])
    expect(judged(held, ten.slice(0, 7)).refusals).toEqual([])
    expect(judged(held, ten.slice(0, 7), { deleteShare: 0.2 }).refusals).toHaveLength(1)
  })
})
