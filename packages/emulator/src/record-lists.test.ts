import { describe, expect, it } from 'vitest'

import { defaultSeed } from './seed.ts'
import { recordsPath, startTest } from './testing/start.ts'

const txt = (name: string, content: string, more: Readonly<Record<string, unknown>> = {}) => ({ type: 'TXT', name, content, ...more })

const records = [
  txt('b', 'one', { comment: 'Kept by hand', tags: ['team:dns', 'prod'] }),
  txt('a', 'older', { tags: ['team:web'] }),
  txt('a', 'newer'),
  { type: 'A', name: 'z', content: '192.0.2.9', proxied: true },
  { type: 'A', name: 'c', content: '192.0.2.1', ttl: 300 },
  { type: 'SRV', name: '_sip._tcp', data: { priority: 1, weight: 0, port: 5060, target: 'sip.example.com' } },
]

const seed = { ...defaultSeed, zones: [{ name: 'example.com', plan: 'pro' as const, records }] }
const short = ({ name, content }: { readonly name: string; readonly content: string }): string => `${name.replace('.example.com', '')} ${content}`

const listed = async (query: string): Promise<readonly string[]> => {
  const emulator = await startTest({ seed })
  const { json } = await emulator.call('GET', `${recordsPath}?${query}`)
  return json.result.map(short)
}

describe('a list of records', () => {
  it('comes by type, then name, then newest first', async () => {
    expect(await listed('')).toEqual(['c 192.0.2.1', 'z 192.0.2.9', '_sip._tcp 0 5060 sip.example.com', 'a newer', 'a older', 'b one'])
  })

  it.each([
    ['order=name', ['_sip._tcp 0 5060 sip.example.com', 'a newer', 'a older', 'b one', 'c 192.0.2.1', 'z 192.0.2.9']],
    ['order=ttl&direction=desc&type=A', ['c 192.0.2.1', 'z 192.0.2.9']],
    ['direction=desc', ['a newer', 'a older', 'b one', '_sip._tcp 0 5060 sip.example.com', 'c 192.0.2.1', 'z 192.0.2.9']],
    ['type=A', ['c 192.0.2.1', 'z 192.0.2.9']],
    ['type=A,srv', ['c 192.0.2.1', 'z 192.0.2.9', '_sip._tcp 0 5060 sip.example.com']],
    ['name=b.example.com,c.example.com', []],
    ['name=A.Example.com', ['a newer', 'a older']],
    ['name.exact=b.example.com', ['b one']],
    ['name.startswith=_sip', ['_sip._tcp 0 5060 sip.example.com']],
    ['name=contains:a', []],
    ['content.contains=OLD', ['a older']],
    ['content.endswith=.9', ['z 192.0.2.9']],
    ['content=0%095060%09sip.example.com', ['_sip._tcp 0 5060 sip.example.com']],
    ['content=0+5060+sip.example.com', ['_sip._tcp 0 5060 sip.example.com']],
    ['proxied=true', ['z 192.0.2.9']],
    ['proxied=false&type=A', ['c 192.0.2.1']],
    ['comment.present=true', ['b one']],
    ['comment.contains=by%20hand', ['b one']],
    ['comment.absent=true&type=TXT', ['a newer', 'a older']],
    ['tag=team:dns', ['b one']],
    ['tag=prod', ['b one']],
    ['tag.absent=team&type=TXT', ['a newer']],
    ['tag.startswith=team:w', ['a older']],
    ['tag.exact=team:web&tag.present=prod&tag_match=any', ['a older', 'b one']],
    ['tag.exact=team:web&tag.present=prod', []],
    ['match=any&name=b.example.com&name=c.example.com', ['c 192.0.2.1', 'b one']],
    ['search=sip+5060', ['_sip._tcp 0 5060 sip.example.com']],
    ['search=team:web', ['a older']],
    ['type=A&name=&content=&tag=&search=&match=all', ['c 192.0.2.1', 'z 192.0.2.9']],
  ])('with %s shows %j', async (query, expected) => {
    expect(await listed(query)).toEqual(expected)
  })

  it('takes an operator before the value, as until 2025, when it is asked to', async () => {
    const emulator = await startTest({ seed, compat: '2024' })
    for (const [query, expected] of [['name=starts_with:_sip', ['_sip._tcp 0\t5060\tsip.example.com']], ['content=contains:EWE', ['a newer']], ['name=ends_with:c.example.com', ['c 192.0.2.1']], ['name=b.example.com', ['b one']]] as const) {
      expect((await emulator.call('GET', `${recordsPath}?${query}`)).json.result.map(short)).toEqual(expected)
    }
  })

  it('says how many pages there are, and nothing more lies behind them', async () => {
    const emulator = await startTest({ seed })
    const page = async (number: number) => (await emulator.call('GET', `${recordsPath}/?page=${number}&per_page=4`)).json
    expect((await page(1)).result_info).toEqual({ page: 1, per_page: 4, count: 4, total_count: 6, total_pages: 2 })
    expect((await page(2)).result.map(short)).toEqual(['a older', 'b one'])
    expect(await page(3)).toMatchObject({ success: true, result: [], result_info: { page: 3, per_page: 4, count: 0, total_count: 6, total_pages: 2 } })
  })

  it('counts one empty page when nothing is there', async () => {
    const emulator = await startTest()
    expect((await emulator.call('GET', recordsPath)).text).toBe('{"result":[],"success":true,"errors":[],"messages":[],"result_info":{"page":1,"per_page":100,"count":0,"total_count":0,"total_pages":1}}')
  })

  it('gives 3,500 records in one page in well under a second', async () => {
    const zone = { name: 'example.com', plan: 'pro' as const, records: Array.from({ length: 3500 }, (_, index) => txt(`r${index}`, `value ${index}`)) }
    const emulator = await startTest({ seed: { ...defaultSeed, zones: [zone] } })
    const start = performance.now()
    const { json } = await emulator.call('GET', `${recordsPath}?per_page=5000`)
    expect(json.result).toHaveLength(3500)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
