import { FormPostFault } from '@zonewright/bridge'
import { ApiError, globalKey } from '@zonewright/core'
import { shapes } from '@zonewright/testing'
import { dns } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from '../seed.ts'
import { handlers } from '../serve/handlers.ts'
import { acceptShape, replyToShape } from '../testing/form-shapes.ts'
import { decoded, expectRoundTrip, type Inverse } from '../testing/round-trip.ts'
import { keyNames, startShapes } from '../testing/shape-server.ts'
import { demo, zoneId as zone_id } from '../testing/start.ts'
import { makeAcceptor, reply } from './v4-json.ts'

const account_id = seededIds.account("user@example.com's Account")
const id = '023e105f4ecef8ad9ca31a8372d0c353'
const { keys, removeRule, putScript, graphql } = shapes.v4
const { loadRecords, newRecord } = shapes.form

const v4: Inverse = { accept: makeAcceptor([...handlers.map(({ endpoint }) => endpoint), keys, removeRule, putScript, graphql]).accept, reply }
const form: Inverse = {
  async accept(request) {
    const call = await acceptShape(request)
    if (call === undefined) throw new Error('the form names no action')
    expect([call.email, call.key]).toEqual([demo.email, demo.key])
    return call
  },
  reply: (_, { result }) => replyToShape({ result }),
}
const address = (name: string) => ({ name, type: 'A', content: '192.0.2.1', ttl: 300 }) as const
const newForm = (name: string) => ({ z: 'example.com', type: 'A', name, content: '192.0.2.1' }) as const

describe('the emulator understands, answers and serves', () => {
  it('a plain call', async () => {
    await expectRoundTrip(v4, dns.records.get, { inputs: [{ zone_id, dns_record_id: id }], outcome: { result: { id, name: 'ü.example.com', tags: [], comment: null } } })
    const { client } = await startShapes()
    const made = await client.call(dns.records.create, { zone_id, ...address('www') })
    expect(await client.call(dns.records.get, { zone_id, dns_record_id: made.id })).toEqual(made)
  })

  it('a listing by page number', async () => {
    const info = { page: 2, per_page: 100, count: 1, total_count: 101, total_pages: 2 }
    await expectRoundTrip(v4, dns.records.list, { inputs: [{ zone_id }, { zone_id, page: 2, per_page: 100, type: 'TXT', 'content.contains': 'a b&c=ü', proxied: false }], outcome: { result: [{ id }], info } })
    const { client, requests } = await startShapes()
    await client.call(dns.records.batch, { zone_id, posts: ['a', 'b', 'c', 'd', 'e'].map(address) })
    const found = await client.list(dns.records.list, { zone_id, per_page: 2, order: 'name' }).all({ limit: 100 })
    expect(found.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e'].map((label) => `${label}.example.com`))
    expect(requests()).toHaveLength(1 + 3)
  })

  it('a listing by cursor', async () => {
    await expectRoundTrip(v4, keys, { inputs: [{ account_id, namespace_id: id }, { account_id, namespace_id: id, prefix: 'a/b c', limit: 10, cursor: '6Ck1la0VxJ0djhidm1MdX2FyD+/=' }], outcome: { result: [{ name: 'k', expiration: 1.5 }], info: { count: 1, cursor: 'next' } } })
    const { client, heard } = await startShapes()
    const found = await client.list(keys, { account_id, namespace_id: id, limit: 10 }).all({ limit: 100 })
    expect(found.map(({ name }) => name)).toEqual(keyNames)
    expect(heard).toEqual([{}, { cursor: '10' }, { cursor: '20' }].map((more) => ({ account_id, namespace_id: id, limit: 10, ...more })))
  })

  it('a listing by offset in a form-POST API', async () => {
    await expectRoundTrip(form, loadRecords, { inputs: [{ z: 'example.com' }, { z: 'ü&=.example', o: 180 }], outcome: { result: { recs: { has_more: false, objs: [{ rec_id: '1', name: 'www' }] } } } })
    const { formClient, heard, requests } = await startShapes()
    for (const name of ['a', 'b', 'c', 'd', 'e']) await formClient.call(newRecord, newForm(name))
    const found = await formClient.list(loadRecords, { z: 'example.com' }).all({ limit: 100 })
    expect(found.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(heard.slice(5)).toEqual([{ z: 'example.com' }, { z: 'example.com', o: 2 }, { z: 'example.com', o: 4 }])
    expect(new Set(requests())).toEqual(new Set(['POST /api_json.html 200']))
  })

  it('a DELETE with a body, and without one', async () => {
    const rule = { zone_id, rule_id: id }
    await expectRoundTrip(v4, removeRule, { inputs: [rule, { ...rule, cascade: 'aggressive' }], outcome: { result: { id } } })
    const { client, heard } = await startShapes()
    expect(await client.call(removeRule, { ...rule, cascade: 'basic' })).toEqual({ id })
    expect(await client.call(removeRule, rule)).toEqual({ id })
    expect(heard).toEqual([{ ...rule, cascade: 'basic' }, rule])
  })

  it('a multipart upload', async () => {
    const inputs = [{ file: 'www 300 IN A 192.0.2.1\r\n', proxied: true }, { file: '' }, { file: new Uint8Array([0, 255, 13, 10, 45, 45]) }, { file: { name: 'ü "1".zone', type: 'text/dns', content: '--zonewright-part-1\r\n' } }]
    await expectRoundTrip(v4, dns.records.importZone, { inputs: inputs.map((input) => ({ zone_id, ...input })), outcome: { result: { recs_added: 1, total_records_parsed: 2 } } })
    const { client } = await startShapes()
    expect(await client.call(dns.records.importZone, { zone_id, proxied: true, file: { name: 'example.com.zone', content: 'www 300 IN A 192.0.2.1\n' } })).toMatchObject({ recs_added: 1 })
    expect(await client.list(dns.records.list, { zone_id }).all({ limit: 100 })).toMatchObject([{ name: 'www.example.com', proxied: true }])
  })

  it('a raw upload, text or bytes', async () => {
    const script = { account_id, script_name: 'hello world/1' }
    const sources = ['addEventListener("fetch", () => {})', '{"not":"read"}', 'ü\r\n', '', new Uint8Array([0, 255, 254, 10])]
    await expectRoundTrip(v4, putScript, { inputs: sources.map((source) => ({ ...script, script: source })), outcome: { result: { id: 'hello', etag: 'e' } } })
    const { client, heard } = await startShapes()
    const named = { account_id, script_name: 'hello' }
    for (const source of sources) expect(await client.call(putScript, { ...named, script: source })).toEqual({ id: 'hello', etag: 'ea95132c' })
    expect(heard).toEqual(sources.map((source) => ({ ...named, script: source })))
  })

  it('a streamed text download', async () => {
    await expectRoundTrip(v4, dns.records.exportZone, { inputs: [{ zone_id }], outcome: { result: '; a zone\nwww 300 IN TXT "ü\\" 雪"\n' } })
    const { client } = await startShapes()
    await client.call(dns.records.batch, { zone_id, posts: Array.from({ length: 3000 }, (_, index) => address(`n${index}`)) })
    const text = await (await client.download(dns.records.exportZone, { zone_id })).text()
    expect(text.match(/^n\d+\.example\.com\.\t300\tIN\tA\t192\.0\.2\.1/gm)).toHaveLength(3000)
  })

  it('a form-POST action whose error comes with HTTP 200', async () => {
    await expectRoundTrip(form, newRecord, { inputs: [newForm('www'), { ...newForm('@'), type: 'TXT', content: 'v=spf1 a:x +all & "ü"' }], outcome: { result: { rec: { obj: { rec_id: '1', name: 'www' } } } } })
    const refused = { status: 200, faults: [{ code: 0, name: 'E_INVLDINPUT', message: 'The record already exists.' }] }
    const attempt = (): Promise<unknown> => decoded(newRecord, replyToShape(new FormPostFault({ message: 'The record already exists.', word: 'E_INVLDINPUT' })))
    await expect(attempt()).rejects.toBeInstanceOf(ApiError)
    await expect(attempt()).rejects.toMatchObject(refused)
    const { formClient, requests } = await startShapes()
    expect(await formClient.call(newRecord, newForm('www'))).toEqual({ rec: { obj: { rec_id: '1', name: 'www' } } })
    await expect(formClient.call(newRecord, newForm('www'))).rejects.toMatchObject(refused)
    await expect(formClient.call(newRecord, newForm('b'), { credentials: globalKey(demo.email, `${demo.key}0`) })).rejects.toMatchObject({ status: 200, faults: [{ name: 'E_UNAUTH' }] })
    expect(requests()).toEqual(['POST /api_json.html 200', 'POST /api_json.html 200', 'POST /api_json.html 200'])
  })

  it('an answer outside the envelope', async () => {
    const query = 'query ($tag: string) { viewer { zones(filter: { zoneTag: $tag }) { zoneTag } } }'
    await expectRoundTrip(v4, graphql, { inputs: [{ query }, { query, variables: { tag: zone_id, deep: [{ ü: null }] } }], outcome: { result: { data: { viewer: { zones: [] } }, errors: null } } })
    const { client, heard } = await startShapes()
    expect(await client.call(graphql, { query, variables: { tag: zone_id } })).toMatchObject({ data: { viewer: { variables: { tag: zone_id } } } })
    expect(heard).toEqual([{ query, variables: { tag: zone_id } }])
  })
})
