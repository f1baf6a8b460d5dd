import { describe, expect, it } from 'vitest'
import { printDialect, readDialect } from './dialect.ts'
import { readZone } from './read-zone.ts'

describe('the comment right after a record', () => {
  it.each([
    ['', undefined],
    ['   ', undefined],
    [' just a comment', { comment: 'just a comment' }],
    ['   cf_tags=awesome', { tags: ['awesome'] }],
    [' cf_tags=tag1,tag2:value2,tag3:"value,with,commas",tag4:"say \\"x\\""', { tags: ['tag1', 'tag2:value2', 'tag3:value,with,commas', 'tag4:say "x"'] }],
    [' this one contains cf_tags= as text cf_tags=', { comment: 'this one contains cf_tags= as text' }],
    [' simple cf_tags=important,ticket:THIS-1', { comment: 'simple', tags: ['important', 'ticket:THIS-1'] }],
    [' cf_tags=test:1,cf-flatten-cname', { tags: ['test:1'], flattenCname: true }],
    [' cf_tags=CF-Proxied:false', { proxied: false }],
    [' cf_tags=a:,b:"",c', { tags: ['a', 'b', 'c'] }],
    [' some comment cf_tags=cf-proxied:true,team:dns,"quoted, value"', { comment: 'some comment', proxied: true, tags: ['team:dns', 'quoted, value'] }],
    [' cf_tags=x:"a cf_tags=b"', { tags: ['x:a cf_tags=b'] }],
    [' cf_tags=', undefined],
    [' xcf_tags=y', { comment: 'xcf_tags=y' }],
    [' résumé ☃', { comment: 'résumé ☃' }],
  ])('%j is read as %j', (text, attributes) => {
    expect(readDialect(text)).toEqual(attributes)
  })

  it.each([' cf_tags=a b=c', ' cf_tags=a:"x', ' cf_tags=,', ' cf_tags=a:"x"y', ' see cf_tags= docs', ' cf_tags=cf-proxied:maybe', ' cf_tags=a:"\\q"'])('%j is refused', (text) => {
    expect(() => readDialect(text)).toThrow('bad-tags')
  })

  it('is written in the order of the export: own tags, then reserved ones', () => {
    expect(printDialect({ comment: 'x', proxied: false, flattenCname: true, tags: ['a:1', 'b:'] })).toBe('x cf_tags=a:1,b,cf-flatten-cname,cf-proxied:false')
  })

  it('belongs to the record only when it stands behind its end', () => {
    const { records } = readZone('; before\na 60 TXT ( x ; inside\n ) ; behind\n; after\nb 60 A 192.0.2.1', { origin: 'example.' })
    expect(records.map((record) => record.attributes)).toEqual([{ comment: 'behind' }, undefined])
  })

  it('is not looked at when comments are ignored', () => {
    const { records } = readZone('a 60 A 192.0.2.1 ; cf_tags=a"b', { origin: 'example.', comments: 'ignore' })
    expect(records).toEqual([{ name: 'a.example.', ttl: 60, type: 'A', class: 'IN', rdata: '192.0.2.1' }])
  })
})
