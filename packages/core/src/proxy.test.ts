import { describe, expect, it } from 'vitest'
import { isExempt, proxies } from './transport/proxy.ts'

describe('NO_PROXY', () => {
  it.each([
    ['', false],
    ['*', true],
    ['api.example.com', true],
    ['example.com', true],
    ['.example.com', true],
    ['*.example.com', true],
    ['EXAMPLE.COM', true],
    ['other.test, example.com', true],
    ['other.test example.com', true],
    ['ample.com', false],
    ['api.example.com.evil.test', false],
    ['example.com:443', true],
    ['example.com:8443', false],
    ['example.org', false],
  ])('of %j', (list, exempt) => {
    expect(isExempt('https://api.example.com', list)).toBe(exempt)
  })
})

describe('the proxy of the environment', () => {
  it('is HTTPS_PROXY before HTTP_PROXY, and empty means none', () => {
    expect(proxies(undefined, {})).toBeUndefined()
    expect(proxies(undefined, { HTTPS_PROXY: '' })).toBeUndefined()
    expect(proxies(undefined, { HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'http://b:2' })?.('https://x.test')?.host).toBe('b:2')
    expect(proxies(undefined, { HTTP_PROXY: 'http://a:1' })?.('https://x.test')?.host).toBe('a:1')
    expect(proxies(false, { HTTPS_PROXY: 'http://b:2' })).toBeUndefined()
  })
})
