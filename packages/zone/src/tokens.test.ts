import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRdata, tokensOf } from './index.ts'

const all = (text: string) => {
  const tokens = tokensOf(text)
  return Array.from({ length: tokens.count }, (_, index) => `${tokens.joined?.(index) ? '+' : ''}${tokens.quoted(index) ? 'q' : 'w'}:${tokens.text(index)}`)
}

describe('tokensOf', () => {
  it.each([
    ['10  mail\t\n', ['w:10', 'w:mail']],
    ['"a b" c', ['q:a b', 'w:c']],
    ['a"b"c', ['w:a', '+q:b', '+w:c']],
    ['alpn="h2,h3" port=1', ['w:alpn=', '+q:h2,h3', 'w:port=1']],
    ['"a\\"b\\\\" x\\ y\\"', ['q:a\\"b\\\\', 'w:x\\ y\\"']],
    ['""', ['q:']],
    ['é', ['w:\u00c3\u00a9']],
    ['"open', ['w:"open']],
    ['"a\\', ['w:"a\\']],
    ['a\\', ['w:a\\']],
    ['', []],
  ])('cuts %j', (text, tokens) => {
    expect(all(text)).toEqual(tokens)
  })

  it('has no text beyond its end', () => {
    const tokens = tokensOf('a')
    expect([tokens.text(1), tokens.quoted(1), tokens.joined?.(1)]).toEqual(['', false, false])
  })

  it('gives every octet of any text to one token, or to white space', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', 'é') }), (text) => {
      const tokens = tokensOf(text)
      const texts = Array.from({ length: tokens.count }, (_, index) => tokens.text(index)).join('')
      expect(texts.replaceAll(/[ "]/g, '')).toBe(text.replaceAll('é', '\u00c3\u00a9').replaceAll(/[ "]/g, ''))
    }))
  })
})

describe('a parameter whose quoted value is a token of its own', () => {
  it('belongs together only without white space between them', () => {
    expect(parseRdata('SVCB', tokensOf('1 a. key9="x y"'), '.')).toBe('1 a. key9="x y"')
    expect(() => parseRdata('SVCB', tokensOf('1 a. key9= "x y"'), '.')).toThrow('without quotes')
  })

  it('may come as one token too', () => {
    const tokens = ['1', 'a.', 'key9=x y']
    const lexed = { count: 3, text: (index: number) => tokens[index] ?? '', quoted: () => false }
    expect(parseRdata('SVCB', lexed, '.')).toBe('1 a. key9="x y"')
  })

  it('is taken for joined when the tokens cannot tell', () => {
    const tokens = ['1', 'a.', 'key9=', 'x y']
    const lexed = { count: 4, text: (index: number) => tokens[index] ?? '', quoted: (index: number) => index === 3 }
    expect(parseRdata('SVCB', lexed, '.')).toBe('1 a. key9="x y"')
  })
})
