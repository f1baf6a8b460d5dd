import { ApiError, InputError, TransportError } from '@zonewright/core'
import type { Change } from '@zonewright/zone'
import { describe, expect, it } from 'vitest'
import { refusedChanges } from './blame.ts'

const after = (name: string) => ({ name: `${name}.example.com.`, type: 'A', class: 'IN', ttl: 300, rdata: '192.0.2.1' })
const held = (name: string) => ({ ...after(name), id: name })
/** A batch lists them by kind, in this order within each. */
const changes: readonly Change[] = [
  { kind: 'create', after: after('new-0') },
  { kind: 'delete', before: held('old-0') },
  { kind: 'create', after: after('new-1') },
  { kind: 'update', before: held('changed-0'), after: after('changed-0') },
]
const blame = (status: number, code: number, more: { readonly pointer?: string; readonly rateLimited?: boolean } = {}): (string | undefined)[] => {
  const { pointer, ...rest } = more
  return refusedChanges(new ApiError({ route: 'r', status, rayId: '7-AMS', faults: [{ code, message: 'no', ...(pointer === undefined ? {} : { pointer }) }], ...rest }), changes).map((one) => one.blame)
}
const all = ['batch', 'batch', 'batch', 'batch']
const none = [undefined, undefined, undefined, undefined]

describe('a refused batch', () => {
  it.each([
    ['a record that is wrong', 400, 9005, all],
    ['a conflict of names', 400, 81053, all],
    ['a record that is gone', 404, 81044, all],
    ['a code that nobody knows', 400, 99999, all],
    ['a zone that is not there', 404, 1001, none],
    ['credentials', 403, 10000, none],
    ['credentials that are missing', 400, 9106, none],
    ['a route', 400, 7003, none],
    ['the quota of the zone', 400, 81045, none],
    ['too many calls', 429, 971, none],
  ] as const)('for %s: HTTP %i, code %i', (_, status, code, expected) => {
    expect(blame(status, code)).toEqual(expected)
  })

  it('blames the one that a pointer leads to, counted among its own kind', () => {
    expect(blame(400, 9005, { pointer: '/posts/1/content' })).toEqual([undefined, undefined, 'change', undefined])
    expect(blame(400, 81044, { pointer: '/deletes/0' })).toEqual([undefined, 'change', undefined, undefined])
    expect(blame(400, 9005, { pointer: '/patches/0/ttl' })).toEqual([undefined, undefined, undefined, 'change'])
  })

  it.each(['/posts/2', '/posts', '/posts/', '/puts/0', '', 'posts/0', '/posts/-1', '/posts/x'])('blames all when the pointer "%s" leads nowhere', (pointer) => {
    expect(blame(400, 9005, { pointer })).toEqual(all)
  })

  it('blames no change when a quota stands beside a pointer, or nothing reached the service', () => {
    expect(blame(400, 81045, { pointer: '/posts/0' })).toEqual(none)
    expect(refusedChanges(new TransportError({ route: 'r', phase: 'connect', message: 'refused' }), changes).map((one) => one.blame)).toEqual(none)
  })

  it('blames those that we refused to send, and none when it is not about one of them', () => {
    const refused = (...path: PropertyKey[]) => refusedChanges(new InputError({ route: 'r', issues: [{ path, message: 'no' }] }), changes).map((one) => one.blame)
    expect(refused('posts', 1, 'ttl')).toEqual([undefined, undefined, 'change', undefined])
    expect(refused('zone_id')).toEqual(none)
  })

  it('is named by its ray id', () => {
    expect(refusedChanges(new ApiError({ route: 'r', status: 400, rayId: '7-AMS', faults: [] }), changes).map(({ call }) => call)).toEqual(['7-AMS', '7-AMS', '7-AMS', '7-AMS'])
  })
})
