import { describe, expect, it } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { startTest } from './testing/start.ts'

const account = `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}`

describe('a cursor that no page gave', () => {
  it('is refused by every list, which would hide the mistake by starting again or ending', async () => {
    const emulator = await startTest()
    const namespace = String((await emulator.call('POST', `${account}/storage/kv/namespaces`, { title: 'a' })).json.result.id)
    await emulator.call('PUT', `${account}/storage/kv/namespaces/${namespace}/bulk`, [{ key: 'a', value: '1' }])
    await emulator.call('POST', `${account}/r2/buckets`, { name: 'pictures' })
    const list = String((await emulator.call('POST', `${account}/rules/lists`, { name: 'a', kind: 'ip' })).json.result.id)
    const paths = [`/storage/kv/namespaces/${namespace}/keys?`, '/r2/buckets?', `/rules/lists/${list}/items?`, '/rulesets?', '/logs/audit?since=2026-11-20&before=2026-11-21&']
    for (const path of paths) {
      for (const cursor of ['garbage', 'a', '%00', '5', '雪']) {
        const { status, json } = await emulator.call('GET', `${account}${path}cursor=${encodeURIComponent(cursor)}`)
        expect([status, json.errors[0]?.message], path + cursor).toEqual([400, expect.stringContaining('cursor')])
      }
      expect((await emulator.call('GET', `${account}${path}cursor=`)).status, path).toBe(200)
    }
  })
})
