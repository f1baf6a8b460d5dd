import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { globalKey, originCaKey, perMethod, token } from './credentials.ts'
import { ApiError } from './errors.ts'
import { memoryTransport } from './memory.ts'
import type { LogEntry } from './plugins/log.ts'
import { redactData, redactHeaders, redactText, redactUrl } from './redact.ts'
import { call } from './test-kit/plain.ts'

const secret = 'zw-secret-0123456789'
const baseUrl = 'http://127.0.0.1:1'

/** Everything a person or a program may print of a value. */
const printed = (value: unknown): string => [inspect(value, { depth: 20, showHidden: true, getters: true }), inspect(value), JSON.stringify(value) ?? '', String(value), value instanceof Error ? `${value.stack} ${inspect(value.cause, { depth: 20, showHidden: true })}` : ''].join('\n')

const failureOf = async (promise: Promise<unknown>): Promise<unknown> => promise.then(() => expect.unreachable(), (error: unknown) => error)

describe('a client', () => {
  it.each([
    ['token', token(secret)],
    ['globalKey', globalKey('user@example.com', secret)],
    ['originCaKey', originCaKey(secret)],
    ['perMethod', perMethod(token('reader'), { POST: token(secret) })],
  ])('with a %s never prints it', async (_, credentials) => {
    const client = createClient({ baseUrl, credentials, transport: memoryTransport(() => ({ body: { result: 1 } })), log: () => undefined })
    expect(printed(client)).not.toContain(secret)
    await client.call(call('POST /a'), {})
    expect(printed(client)).not.toContain(secret)
    expect(JSON.stringify(client)).toBe('{}')
  })
})

describe('an error', () => {
  it.each([
    ['HTML that echoes it', { status: 200, body: `<html>your token ${secret}</html>` }],
    ['broken JSON that echoes it', { status: 200, body: `{"token":"${secret}` }],
    ['a bare word', { status: 200, body: secret }],
    ['a status', { status: 403, body: { code: 1 } }],
  ])('from %s never shows the secret, in no part and no cause', async (_, reply) => {
    const client = createClient({ baseUrl, credentials: token(secret), retry: false, transport: memoryTransport(() => reply) })
    const error = await failureOf(client.call(call('GET /a'), {}))
    expect(printed(error)).not.toContain(secret)
  })

  it('of a refused input never shows the value of a secret field, not even inside a larger value', async () => {
    const { strictObject, string, maxLength, object, union, number } = await import('./schema.ts').then((z) => ({ ...z }))
    const input = strictObject({ private_key: string().check(maxLength(3)), nested: union([object({ pin: number() }), number()]) })
    const client = createClient({ baseUrl })
    const error = await failureOf(client.call(call('POST /a', { input, secrets: ['pin'] }), { private_key: secret, nested: { pin: secret }, unknown: secret }))
    expect(printed(error)).not.toContain(secret)
    expect(String(error)).toContain('private_key: the value (not shown, it is secret) is too long, expected no more than 3 characters')
  })

  it('of a header shows its name, never its value', () => {
    expect(() => createClient({ headers: { 'x-key': `${secret}\r\nx-evil: 1` } })).toThrow('createClient: nothing was sent: headers.x-key: the value has a line break')
    expect(() => createClient({ headers: { 'x-key': `${secret}ü` } })).not.toThrow(secret)
  })

  it.each(['http://user:zw-secret-0123456789@[', 'ftp://zw-secret-0123456789@127.0.0.1', 'https://u:zw-secret-0123456789@api.example/', 'https://api.example/?token=zw-secret-0123456789'])('of a base URL does not show what stands in it: %s', (url) => {
    try {
      createClient({ baseUrl: url })
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'INPUT' })
      expect(printed(error)).not.toContain(secret)
    }
  })
})

describe('the log', () => {
  it('tells every try in order, with no secret in headers, URLs, inputs or messages', async () => {
    const entries: LogEntry[] = []
    let tries = 0
    const transport = memoryTransport(() => (++tries === 1 ? { status: 503, headers: { 'retry-after': '0', 'set-cookie': `s=${secret}` }, body: {} } : { headers: { 'x-echo': secret }, body: { result: 1 } }))
    const client = createClient({ baseUrl, credentials: token(secret), transport, log: (entry) => entries.push(entry) })
    const endpoint = call('GET /a', { secrets: ['pin'] })
    await client.call(endpoint, { name: 'www', pin: '12345678', password: secret, note: `it is ${secret}` }, { headers: { cookie: `s=${secret}` } })
    expect(entries.map((entry) => [entry.event, 'attempt' in entry ? entry.attempt : undefined])).toEqual([
      ['request', 1],
      ['response', undefined],
      ['failure', 1],
      ['request', 2],
      ['response', undefined],
      ['call', 2],
    ])
    expect(JSON.stringify(entries)).not.toContain(secret)
    expect(JSON.stringify(entries.filter((entry) => 'input' in entry))).not.toContain('12345678')
    expect(entries[0]).toMatchObject({ method: 'GET', headers: { authorization: '[redacted]', cookie: '[redacted]' } })
    expect(entries[5]).toMatchObject({ input: { name: 'www', pin: '[redacted]', password: '[redacted]', note: 'it is [redacted]' } })
  })

  it('never has the body of an answer: it may be a new token', async () => {
    const entries: LogEntry[] = []
    const client = createClient({ baseUrl, log: (entry) => entries.push(entry), transport: memoryTransport(() => ({ body: { result: { value: secret } } })) })
    expect(await client.call(call('POST /user/tokens'), {})).toEqual({ value: secret })
    expect(JSON.stringify(entries)).not.toContain(secret)
  })

  it('hides what the service echoes of a secret input, in failures too', async () => {
    const entries: LogEntry[] = []
    const client = createClient({ baseUrl, retry: false, log: (entry) => entries.push(entry), plugins: [{ name: 'echo', setup: () => ({}) }], transport: memoryTransport(() => ({ body: `the key ${secret} is bad` })) })
    await failureOf(client.call(call('POST /a', { secrets: ['pin'] }), { pin: secret }))
    expect(JSON.stringify(entries)).not.toContain(secret)
  })

  it('says how long an upload is, not what is in it', () => {
    expect(redactData({ file: new Uint8Array(5), list: [{ content: Buffer.from(secret) }] })).toEqual({ file: '[5 bytes]', list: [{ content: '[20 bytes]' }] })
  })

  it('is not hung by a value that contains itself', () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    expect(JSON.stringify(redactData(loop))).toContain('[deeper]')
  })

  it('tells a warning for a result outside its schema, when asked to', async () => {
    const { object, string } = await import('./schema.ts')
    const entries: LogEntry[] = []
    const client = createClient({ baseUrl, validate: 'warn', log: (entry) => entries.push(entry), transport: memoryTransport(() => ({ body: { result: { name: 5, value: secret } } })) })
    await client.call(call('GET /a', { result: object({ name: string(), value: object({}) }), secrets: ['value'] }), {})
    expect(entries.at(-1)).toEqual({ event: 'unexpected-result', route: 'GET /a', message: 'name 5 is not a string; value the value (not shown, it is secret) is not an object' })
  })

  it.each([
    ['alone', secret, 'name "[redacted]" is not a number'],
    ['in a longer text', `${'x'.repeat(60)}${secret}${'y'.repeat(60)}`, `name "${'x'.repeat(60)}[redacted]`],
    ['as a name', { [secret]: [secret] }, 'name {"[redacted]":["[redacted]"]} is not a number'],
  ])('has no credentials that a wrong result repeats %s, nor has the error', async (_, name, told) => {
    const { number, object } = await import('./schema.ts')
    const entries: LogEntry[] = []
    const clientThat = (validate: 'throw' | 'warn') => createClient({ baseUrl, credentials: token(secret), validate, retry: false, log: (entry) => entries.push(entry), transport: memoryTransport(() => ({ body: { result: { name } } })) })
    const endpoint = call('GET /a', { result: object({ name: number() }) })
    const error = await failureOf(clientThat('throw').call(endpoint, {}))
    await clientThat('warn').call(endpoint, {})
    expect(String(error)).toContain(told)
    expect(entries.at(-1)).toMatchObject({ event: 'unexpected-result', message: expect.stringContaining(told) as string })
    // Not even a part of it, where a long text is cut.
    expect(printed([error, entries])).not.toContain(secret.slice(0, 6))
  })

  it('that throws is not mistaken for a failed call', async () => {
    const events: string[] = []
    const client = createClient({
      baseUrl,
      retry: { baseMs: 1 },
      transport: memoryTransport(() => ({ body: { result: 1 } })),
      log: (entry) => {
        events.push(entry.event)
        if (entry.event === 'call') throw new Error('disk full')
      },
    })
    await expect(client.call(call('GET /a'), {})).rejects.toThrow('disk full')
    expect(events).toEqual(['request', 'response', 'call'])
  })
})

describe('redaction', () => {
  it.each([
    ['cfut_0123456789abcdef', '[redacted]'],
    ['a cfat_0123456789abcdef b', 'a [redacted] b'],
    ['cfk_0123456789abcdef', '[redacted]'],
    ['cfoat_0123456789abcdef', '[redacted]'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer [redacted]'],
    ['v1.0-0123456789abcdef0123', '[redacted]'],
    ['a plain sentence about cfg_files', 'a plain sentence about cfg_files'],
  ])('knows the shapes of the service’s secrets: %s', (text, expected) => {
    expect(redactText(text)).toBe(expected)
  })

  it('finds a given secret as it stands in a form too', () => {
    expect(redactText('k=a%2Bb%2F%3D', ['a+b/='])).toBe('k=[redacted]')
  })

  it('takes user and secret names out of a URL', () => {
    expect(redactUrl(`https://u:${secret}@host/a?tkn=${secret}&z=1`)).toBe('https://redacted@host/a?tkn=redacted&z=1')
  })

  it('hides the headers that carry secrets by rule, and those that the protocol names', () => {
    expect(redactHeaders({ 'x-auth-key': 'a', 'x-own': 'b', accept: 'c' }, ['x-own'])).toEqual({ 'x-auth-key': '[redacted]', 'x-own': '[redacted]', accept: 'c' })
  })

  it('leaves an ApiError with the words of the service', () => {
    expect(new ApiError({ route: 'GET /a', status: 400, faults: [{ code: 1004, message: 'no' }] }).message).toBe('GET /a: 1004 no [HTTP 400]')
  })
})
