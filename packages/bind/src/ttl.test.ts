import { describe, expect, it } from 'vitest'
import { parseTtl } from './ttl.ts'

describe('parseTtl', () => {
  it.each([['0', 0], ['300', 300], ['1h30m', 5400], ['30m1h', 5400], ['1W2D3H4M5S', 788_645], ['1h1h', 7200], ['0s', 0], ['99999999999999999999', 1e12], ['99999999999w9w', 1e12]])('%s is %d seconds', (text, seconds) => {
    expect(parseTtl(text)).toBe(seconds)
  })

  it.each(['', 'h', '1h30', '1x', '-1', '1.5h', '1 h', '0x10', '+1', 'h1'])('%j is no time', (text) => {
    expect(parseTtl(text)).toBe(-1)
  })
})
