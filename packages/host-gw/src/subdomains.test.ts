import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HostedName, SubdomainsError, parseSubdomains, printSubdomains } from './subdomains.ts'

const label = fc.stringMatching(/^[a-z0-9_]([a-z0-9_-]{0,10}[a-z0-9])?$/)
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'))
const host = fc.oneof(name, name.map((rest) => `*.${rest}`), fc.constantFrom('@', '*'))
const address = fc.ipV4()
const hosted: fc.Arbitrary<HostedName> = fc.oneof(host.map((one): HostedName => ({ host: one })), fc.record({ host, origin: fc.oneof(name, address) }))
const lists = fc.uniqueArray(hosted, { minLength: 1, maxLength: 12, selector: (one) => one.host })

describe('the list of names', () => {
  it.each([
    ['www', [{ host: 'www' }]],
    ['www,blog,wordpress:cloudflare-rs2.example.com', [{ host: 'www' }, { host: 'blog' }, { host: 'wordpress', origin: 'cloudflare-rs2.example.com' }]],
    ['www.example.com:192.0.2.9,@:192.0.2.1', [{ host: 'www.example.com', origin: '192.0.2.9' }, { host: '@', origin: '192.0.2.1' }]],
    ['a.b,*,*.dev:x.example,_dmarc', [{ host: 'a.b' }, { host: '*' }, { host: '*.dev', origin: 'x.example' }, { host: '_dmarc' }]],
  ])('is read and written back as it stands: %s', (text, names) => {
    expect(parseSubdomains(text)).toEqual(names)
    expect(printSubdomains(names)).toBe(text)
  })

  it.each([
    [' www , shop : store.example.net. ,', 'www,shop:store.example.net'],
    ['www.example.com.:origin.example.com.', 'www.example.com:origin.example.com'],
    ['www:a.example,blog,WWW:b.example', 'WWW:b.example,blog'],
  ])('may have blanks, final dots and repetitions, of which the last counts: %s', (text, plain) => {
    expect(printSubdomains(parseSubdomains(text))).toBe(plain)
  })

  it.each([
    ['', 204],
    [' , ', 204],
    ['w w', 205],
    ['www/', 205],
    ['a..b', 205],
    ['-www', 205],
    ['a.*.b', 205],
    ['a.@', 205],
    [':origin.example', 205],
    ['www:', 205],
    ['www:a:b', 205],
    ['www:2001:db8::1', 205],
    ['www:*', 205],
    ['bücher', 205],
    ['x'.repeat(120), 206],
  ])('is refused with the entry and the number that the service would give: %j', (text, code) => {
    expect(() => parseSubdomains(text)).toThrow(SubdomainsError)
    expect(() => parseSubdomains(text)).toThrow(expect.objectContaining({ code }) as Error)
  })

  it('takes a host of 119 characters', () => {
    expect(parseSubdomains('x'.repeat(119))).toHaveLength(1)
  })

  it('is not written with names that it could not be read with', () => {
    for (const names of [[], [{ host: '' }], [{ host: 'a,b' }], [{ host: 'a:b' }], [{ host: 'a', origin: 'b,c' }], [{ host: 'a', origin: '' }]]) expect(() => printSubdomains(names)).toThrow(SubdomainsError)
  })

  it('read and written gives the same names: parse(print(x)) = x', () => {
    fc.assert(
      fc.property(lists, (names) => {
        expect(parseSubdomains(printSubdomains(names))).toEqual(names)
      }),
    )
  })

  it('written and read gives the same text: print(parse(x)) = x', () => {
    fc.assert(
      fc.property(lists, (names) => {
        const text = names.map(({ host: one, origin }) => (origin === undefined ? one : `${one}:${origin}`)).join(',')
        expect(printSubdomains(parseSubdomains(text))).toBe(text)
      }),
    )
  })

  it('is read or refused, whatever the text, and reading twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-b@*.:, -]{0,20}$/)), (text) => {
        let names: HostedName[]
        try {
          names = parseSubdomains(text)
        } catch (error) {
          expect(error).toBeInstanceOf(SubdomainsError)
          return
        }
        expect(parseSubdomains(printSubdomains(names))).toEqual(names)
      }),
    )
  })
})
