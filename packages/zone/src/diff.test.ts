import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, diff, recordKey, type RecordAttributes, type ResourceRecord, type StoredRecord } from './index.ts'

const record = (name: string, type: string, rdata: string, rest: { ttl?: number; attributes?: RecordAttributes } = {}): ResourceRecord => ({ name, type, rdata, ttl: 300, class: 'IN', ...rest })
const stored = (id: string, from: ResourceRecord, readOnly = false): StoredRecord => ({ ...from, id, ...(readOnly && { readOnly }) })
const brief = (changes: Change[]) => changes.map((change) => (change.kind === 'create' ? `+ ${change.after.rdata}` : change.kind === 'delete' ? `- ${change.before.id}` : `${change.before.id} > ${change.after.rdata}`))
const a = (last: number | string, rest = {}) => record('www.example.', 'A', `192.0.2.${last}`, rest)

describe('diff', () => {
  it('finds nothing between equal zones, however they are ordered', () => {
    expect(diff([stored('1', a(1)), stored('2', a(2))], [a(2), a(1)])).toEqual([])
  })

  it('compares names inside rdata without case', () => {
    expect(diff([stored('1', record('a.', 'MX', '1 Mail.example.'))], [record('a.', 'MX', '1 mail.EXAMPLE.')])).toEqual([])
  })

  it('updates a changed time to live or attribute and keeps the identifier', () => {
    expect(brief(diff([stored('1', a(1))], [a(1, { ttl: 60 })]))).toEqual(['1 > 192.0.2.1'])
    expect(brief(diff([stored('1', a(1))], [a(1, { attributes: { proxied: true } })]))).toEqual(['1 > 192.0.2.1'])
    expect(diff([stored('1', a(1))], [a(1, { ttl: 60 })], { ttl: 'ignore' })).toEqual([])
  })

  it('leaves attributes alone that are not stated', () => {
    const held = stored('1', a(1, { attributes: { comment: 'keep', tags: ['b', 'a'] } }))
    expect(diff([held], [a(1)])).toEqual([])
    expect(diff([held], [a(1, { attributes: { tags: ['a', 'b'] } })])).toEqual([])
    expect(diff([held], [a(1, { attributes: { comment: '' } })])).toHaveLength(1)
  })

  it('takes an attribute that is off for one that is not there', () => {
    expect(diff([stored('1', a(1))], [a(1, { attributes: { proxied: false, comment: '', tags: [], flattenCname: false } })])).toEqual([])
  })

  it('does not look at the time to live of proxied records', () => {
    const held = stored('1', a(1, { ttl: 1, attributes: { proxied: true } }))
    expect(diff([held], [a(1)])).toEqual([])
    expect(diff([held], [a(1, { attributes: { proxied: true } })])).toEqual([])
    expect(diff([held], [a(1, { attributes: { proxied: false } })])).toHaveLength(1)
  })

  it('gives the place of an old record to a new one of the same name and type', () => {
    expect(brief(diff([stored('1', a(1)), stored('2', a(2))], [a(2), a(3), a(4)]))).toEqual(['1 > 192.0.2.3', '+ 192.0.2.4'])
    expect(brief(diff([stored('1', a(1)), stored('2', a(2)), stored('3', a(3))], [a(4)]))).toEqual(['- 2', '- 3', '1 > 192.0.2.4'])
  })

  it('prefers a place with the same time to live and attributes', () => {
    const before = [stored('1', a(1, { ttl: 60 })), stored('2', a(2, { attributes: { comment: 'x' } })), stored('3', a(3))]
    expect(brief(diff(before, [a(7, { attributes: { comment: 'x' } }), a(8, { attributes: { comment: '' } }), a(9, { ttl: 60 })]))).toEqual(['2 > 192.0.2.7', '3 > 192.0.2.8', '1 > 192.0.2.9'])
  })

  it('never changes a type by an update, and frees the name first', () => {
    expect(brief(diff([stored('1', a(1))], [record('www.example.', 'CNAME', 'a.example.')]))).toEqual(['- 1', '+ a.example.'])
  })

  it('never touches a record that is read-only, and does not create its twin', () => {
    expect(brief(diff([stored('1', a(1), true)], [a(2)]))).toEqual(['+ 192.0.2.2'])
    expect(diff([stored('1', a(1), true)], [a(1, { ttl: 60 })])).toEqual([])
    expect(brief(diff([stored('1', a(1)), stored('2', a(1), true)], [a(1)]))).toEqual(['- 1'])
  })

  it('leaves records alone whose type it does not know', () => {
    expect(brief(diff([stored('1', record('a.', 'NEWTYPE', 'Some Text'))], [a(1)]))).toEqual(['+ 192.0.2.1'])
  })

  it('removes twins and keeps the one that needs no change', () => {
    expect(brief(diff([stored('1', a(1, { ttl: 60 })), stored('2', a(1))], [a(1), a(1)]))).toEqual(['- 1'])
  })

  it('only adds and corrects when unlisted records are kept', () => {
    expect(brief(diff([stored('1', a(1)), stored('2', a(2))], [a(2, { ttl: 60 }), a(3)], { unlisted: 'keep' }))).toEqual(['2 > 192.0.2.2', '+ 192.0.2.3'])
  })

  const anyRecord = fc.record({
    name: fc.constantFrom('a.', 'b.a.'),
    type: fc.constantFrom('A', 'TYPE9999'),
    rdata: fc.constantFrom('\\# 4 01010101', '\\# 4 01010102', '\\# 4 01010103').map((text) => text),
    ttl: fc.constantFrom(60, 300),
    attributes: fc.option(fc.record({ comment: fc.constantFrom('', 'x'), proxied: fc.boolean() }, { requiredKeys: [] }), { nil: undefined }),
  }).map(({ attributes, ...rest }): ResourceRecord => ({ ...rest, class: 'IN', rdata: rest.type === 'A' ? `1.1.1.${rest.rdata.slice(-1)}` : rest.rdata, ...(attributes && { attributes }) }))

  it('leads to the wanted zone with as few changes as there can be', () => {
    fc.assert(fc.property(fc.array(anyRecord, { maxLength: 12 }), fc.array(anyRecord, { maxLength: 12 }), (held, wanted) => {
      const before = held.map((from, index) => stored(String(index), from))
      const changes = diff(before, wanted)
      const zone = new Map(before.map((from) => [from.id, from]))
      changes.forEach((change, index) => {
        if (change.kind === 'delete') zone.delete(change.before.id)
        else if (change.kind === 'create') zone.set(`new ${index}`, stored(`new ${index}`, change.after))
        else {
          expect(change.after.type).toBe(change.before.type)
          zone.set(change.before.id, { ...change.before, ...change.after, attributes: { ...change.before.attributes, ...change.after.attributes } })
        }
      })
      expect([...zone.values()].map(recordKey).sort()).toEqual([...new Set(wanted.map(recordKey))].sort())
      expect(diff([...zone.values()], wanted)).toEqual([])
      // Per name and type: no fewer changes than records to add, to remove or to correct.
      const places = new Set([...before, ...wanted].map((from) => `${from.name} ${from.type}`))
      for (const place of places) {
        const at = (records: readonly ResourceRecord[]) => records.filter((from) => `${from.name} ${from.type}` === place).map(recordKey)
        const [old, target] = [at(before), new Set(at(wanted))]
        const kept = new Set(old.filter((key) => target.has(key)))
        const contentChanges = changes.filter((change) => {
          const [from, to] = [change.kind === 'create' ? undefined : change.before, change.kind === 'delete' ? undefined : change.after]
          return `${(from ?? to)?.name} ${(from ?? to)?.type}` === place && (!from || !to || recordKey(from) !== recordKey(to))
        })
        expect(contentChanges).toHaveLength(Math.max(old.length - kept.size, target.size - kept.size))
      }
    }))
  })

  it('gives the same changes for any order of the same zones', () => {
    fc.assert(fc.property(fc.uniqueArray(anyRecord, { maxLength: 8, selector: recordKey }), fc.uniqueArray(anyRecord, { maxLength: 8, selector: recordKey }), (held, wanted) => {
      const before = held.map((from) => stored(recordKey(from), from))
      expect(diff([...before].reverse(), [...wanted].reverse())).toEqual(diff(before, wanted))
    }))
  })
})
