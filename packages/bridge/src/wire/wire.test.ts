import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { FormPostFault } from '../fault.ts'
import { isCallback, wrapInCall } from './callback.ts'
import { clientRefusal, clientResult } from './client-envelope.ts'
import { echoOf } from './echo.ts'
import { hostRefusal, hostResult } from './host-envelope.ts'
import { FormError, readParameters } from './parameters.ts'

const read = (target: string, body = '', contentType = 'application/x-www-form-urlencoded') => readParameters({ method: 'POST', target, contentType, body: Buffer.from(body) })

describe('the name of a callback', () => {
  it.each(['cb', 'jQuery.cb_12', '_', '$.a.$b', 'a'.repeat(64)])('may be %s', (name) => expect(isCallback(name)).toBe(true))
  it.each(['', 'a b', 'a()', 'a;b', '1a', 'a..b', '.a', 'a.', 'a[0]', 'a\n', 'ü', '<script>', 'a.1', 'a'.repeat(65), "a'", 'a\u2028'])('may not be %j', (name) => expect(isCallback(name)).toBe(false))

  it('leads to a script that calls this one function with the answer, whatever the answer holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const json = JSON.stringify({ value, text, lines: '\u2028\u2029' })
        const script = wrapInCall('take', json)
        expect(script).not.toMatch(/[\u2028\u2029]/)
        const taken: unknown[] = []
        // The engine itself says what the script does.
        new Function('take', script)((one: unknown) => taken.push(one))
        expect(taken).toEqual([JSON.parse(json)])
      }),
    )
  })
})

describe('the parameters of a request', () => {
  it('are those of the query and of the body, the body first, and the last of one name', async () => {
    expect(await read('/api_json.html?a=1&b=2&b=3', 'a=4&c=&d=%C3%BC+%26')).toEqual({ a: '4', b: '3', c: '', d: 'ü &' })
    expect(await read('/api_json.html')).toEqual({})
    expect(Object.keys(await read('/x', '__proto__=1&constructor=2'))).toEqual(['__proto__', 'constructor'])
  })

  it('come in parts, where a file is none', async () => {
    const form = new FormData()
    form.set('a', 'ü "x"\r\n')
    form.set('b', new Blob(['secret']), 'b.txt')
    const { headers, body } = await (async () => {
      const response = new Response(form)
      return { headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
    })()
    expect(await readParameters({ method: 'POST', target: '/x?b=query', contentType: headers.get('content-type') ?? '', body })).toEqual({ a: 'ü "x"\r\n', b: 'query' })
  })

  it.each([['', 'multipart/form-data; boundary=x'], ['no parts', 'multipart/form-data; boundary=x'], ['--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nbroken off', 'multipart/form-data; boundary=x'], ['x', 'multipart/form-data']])('are refused when the parts can not be read: %j', async (body, type) => {
    await expect(read('/x', body, type)).rejects.toThrow(FormError)
  })

  it('are at most a thousand', async () => {
    const many = (count: number): string => Array.from({ length: count }, (_, index) => `n${index}=`).join('&')
    expect(Object.keys(await read('/x', many(1000)))).toHaveLength(1000)
    await expect(read('/x', many(1001))).rejects.toThrow('at most 1000 parameters')
    await expect(read(`/x?${many(1001)}`)).rejects.toThrow(FormError)
  })

  it('are whatever was sent, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme-composite' }), fc.string({ unit: 'grapheme-composite' }), { maxKeys: 20, noNullPrototype: true }), async (fields) => {
        expect(await read('/x', new URLSearchParams(fields).toString())).toEqual(fields)
      }),
    )
  })
})

describe('an answer', () => {
  const parts = { action: 'stats', sent: { a: 'stats', email: 'user@example.com', tkn: 'secret', z: 'example.com' }, echo: true, nested: false }

  it('of the client API has its members in their order, and never the key', () => {
    expect(JSON.stringify(clientResult(parts, { response: { a: 1 }, attributes: { cooldown: 20 } }))).toBe('{"request":{"act":"stats","a":"stats","email":"user@example.com","tkn":"***","z":"example.com"},"response":{"a":1},"result":"success","msg":null,"attributes":{"cooldown":20}}')
    expect(JSON.stringify(clientResult({ ...parts, echo: false }, {}))).toBe('{"result":"success","msg":null}')
    expect(JSON.stringify(clientResult({ ...parts, echo: false, nested: true }, {}))).toBe('{"response":{"result":"success","msg":null},"result":"success","msg":null}')
    expect(JSON.stringify(clientRefusal(new FormPostFault({ message: 'Invalid zone.' })))).toBe('{"result":"error","msg":"Invalid zone."}')
    expect(JSON.stringify(clientRefusal(new FormPostFault({ message: 'No.', word: 'E_INVLDINPUT', reason: 'no_v4_counterpart' }), parts))).toBe('{"request":{"act":"stats","a":"stats","email":"user@example.com","tkn":"***","z":"example.com"},"result":"error","msg":"No.","err_code":"E_INVLDINPUT","bridge":{"reason":"no_v4_counterpart"}}')
  })

  it('of the Hosting Provider API repeats what was asked without key and password, and of a refusal the act alone', () => {
    const sent = { act: 'user_auth', host_key: 'secret', cloudflare_pass: 'secret', cloudflare_email: 'User@Example.com' }
    expect(JSON.stringify(hostResult('user_auth', sent, { response: { a: 1 }, beside: { limit: '1' }, message: 'Grüße\n' }))).toBe('{"request":{"act":"user_auth","cloudflare_email":"User@Example.com"},"response":{"a":1},"limit":"1","result":"success","msg":"Gr??e?"}')
    expect(JSON.stringify(hostRefusal('user_auth', new FormPostFault({ message: `${'x'.repeat(2000)}`, number: 124 })))).toBe(`{"request":{"act":"user_auth"},"result":"error","msg":"${'x'.repeat(1000)}","err_code":124}`)
    expect(hostRefusal('', new FormPostFault({ message: 'x' }))).toMatchObject({ err_code: 601 })
  })

  it('hides each secret by its name', () => {
    expect(echoOf({ tkn: 'a', host_key: 'b', cloudflare_pass: 'c', z: 'd' }, { mask: false })).toEqual({ z: 'd' })
  })
})
