import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { forMethod, globalKey, hostKey, originCaKey, perMethod, secretsOf, token } from './credentials.ts'
import { memoryTransport } from './memory.ts'
import { call } from './test-kit/plain.ts'

describe('credentials', () => {
  it.each([['', 'empty'], [' abc', 'blank'], ['abc\n', 'blank'], ['abc\r\nx-evil: 1', 'blank'], ['süß', 'outside ASCII'], ['a\u0000b', 'blank']])('refuse %j without showing it', (value, reason) => {
    for (const make of [() => token(value), () => originCaKey(value), () => hostKey(value), () => globalKey('user@example.com', value)]) {
      expect(make).toThrow(reason)
      if (value.length > 3) expect(make).not.toThrow(value)
    }
  })

  it('refuse an e-mail address that would start a header of its own', () => {
    expect(() => globalKey('user@example.com\r\nx-evil: 1', 'key')).toThrow('e-mail address')
  })

  it('print as [redacted] in every way', () => {
    const secret = 'zw-secret-0123456789'
    for (const credentials of [token(secret), globalKey('user@example.com', secret), originCaKey(secret), hostKey(secret), perMethod(token(secret), { POST: token(`${secret}2`) })]) {
      const printed = [inspect(credentials, { depth: 20, showHidden: true }), JSON.stringify(credentials), String(credentials.secret), `${credentials.secret}`, inspect(credentials.secret, { showHidden: true, customInspect: false })]
      for (const text of printed) expect(text).not.toContain(secret)
    }
  })

  it('of a method are the ones given for it, else the fallback', () => {
    const both = perMethod(token('reader'), { post: token('writer') })
    expect(forMethod(both, 'POST').secret.reveal()).toBe('writer')
    expect(forMethod(both, 'GET').secret.reveal()).toBe('reader')
    expect(secretsOf(both)).toEqual(['reader', 'writer'])
  })

  it('per method reach the wire by the method of the endpoint', async () => {
    const transport = memoryTransport(() => ({ body: { result: 1 } }))
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport, credentials: perMethod(token('reader'), { POST: token('writer') }) })
    await client.call(call('GET /a'), {})
    await client.call(call('POST /a'), {})
    await client.call(call('GET /a'), {}, { credentials: token('other') })
    expect(transport.requests.map((request) => request.headers['authorization'])).toEqual(['Bearer reader', 'Bearer writer', 'Bearer other'])
  })
})
