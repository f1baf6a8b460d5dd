import { describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './client.ts'
import { ApiError } from './errors.ts'
import { memoryTransport } from './memory.ts'
import type { Plugin } from './plugin.ts'
import { call } from './test-kit/plain.ts'

const baseUrl = 'http://127.0.0.1:1'
const get = call('GET /a')
const transport = () => memoryTransport(() => ({ body: { result: 1 } }))

const tracer = (name: string, trace: string[]): Plugin => ({
  name,
  setup: () => ({
    async around(_call, next) {
      trace.push(`${name} in`)
      const reply = await next(_call)
      trace.push(`${name} out`)
      return reply
    },
    intercept: (send) => async (request, options) => {
      trace.push(`${name} bytes in`)
      const reply = await send(request, options)
      trace.push(`${name} bytes out`)
      return reply
    },
  }),
})

describe('plugins', () => {
  it('run in array order at both doors, the first outermost', async () => {
    const trace: string[] = []
    const client = createClient({ baseUrl, transport: transport(), plugins: [tracer('a', trace), tracer('b', trace)] })
    await client.call(get, {})
    expect(trace).toEqual(['a in', 'b in', 'a bytes in', 'b bytes in', 'b bytes out', 'a bytes out', 'b out', 'a out'])
  })

  it('stand outside retry and throttle: around sees one call, intercept every try', async () => {
    const trace: string[] = []
    let tries = 0
    const client = createClient({ baseUrl, retry: { baseMs: 1 }, plugins: [tracer('a', trace)], transport: memoryTransport(() => (++tries < 3 ? { status: 503, body: {} } : { body: { result: 1 } })) })
    await client.call(get, {})
    expect(trace.filter((entry) => entry === 'a in')).toHaveLength(1)
    expect(trace.filter((entry) => entry === 'a bytes in')).toHaveLength(3)
  })

  it('see the meaning of a call and may change it, answer it or handle its error', async () => {
    const memory = memoryTransport(() => ({ status: 404, body: { code: 7 } }))
    const plugin: Plugin = {
      name: 'meaning',
      setup: () => ({
        async around(one, next) {
          try {
            return await next({ ...one, headers: { 'x-route': one.endpoint.route } })
          } catch (error) {
            if (error instanceof ApiError && error.has(7)) return { result: 'default', status: error.status, headers: {} }
            throw error
          }
        },
      }),
    }
    const client = createClient({ baseUrl, transport: memory, plugins: [plugin] })
    expect(await client.call(get, {})).toBe('default')
    expect(memory.requests[0]?.headers['x-route']).toBe('GET /a')
  })

  it('with the same name, or the name of a built-in one, are refused with the way out', () => {
    const named = (name: string): Plugin => ({ name, setup: () => ({}) })
    expect(() => createClient({ plugins: [named('a'), named('a')] })).toThrow('two plugins are called "a"')
    expect(() => createClient({ plugins: [named('retry')] })).toThrow('retry: false')
    expect(() => createClient({ plugins: [named('retry')], retry: false })).not.toThrow()
  })

  it('add to the client what their types say, getters too, and never what is there already', () => {
    const counter = (): Plugin<{ readonly count: number; bump(): void }> => ({
      name: 'counter',
      setup: () => {
        let count = 0
        return {
          extend: {
            get count() {
              return count
            },
            bump: () => void count++,
          },
        }
      },
    })
    const greeter = { name: 'greeter', setup: () => ({ extend: { greet: (name: string) => `hello ${name}` } }) } satisfies Plugin
    const client = createClient({ plugins: [counter(), greeter] })
    expectTypeOf(client.count).toEqualTypeOf<number>()
    client.bump()
    expect(client.count).toBe(1)
    expect(client.greet('you')).toBe('hello you')
    // @ts-expect-error nobody added it
    expect(client.nothing).toBeUndefined()
    // State is made in setup: another client has its own.
    expect(createClient({ plugins: [counter()] }).count).toBe(0)
    expect(() => createClient({ plugins: [counter(), { name: 'other', setup: () => ({ extend: { count: 1 } }) }] })).toThrow('the plugin "other" adds "count", which the client has already')
    expect(() => createClient({ plugins: [{ name: 'rude', setup: () => ({ extend: { call: 1 } }) }] })).toThrow('the plugin "rude" adds "call"')
  })

  it('are closed with the client, all of them, though one fails', async () => {
    const closed: string[] = []
    const closing = (name: string, fails = false): Plugin => ({
      name,
      setup: () => ({
        close: () => {
          closed.push(name)
          return fails ? Promise.reject(new Error(`${name} failed`)) : Promise.resolve()
        },
      }),
    })
    const memory = { ...transport(), close: () => Promise.resolve(void closed.push('transport')) }
    const client = createClient({ transport: memory, plugins: [closing('a', true), closing('b')] })
    await expect(client.close()).rejects.toThrow('a failed')
    expect(closed).toEqual(['a', 'b', 'transport'])
  })

  it('and transports made of classes keep their this', async () => {
    class Counting implements Plugin {
      readonly name = 'counting'
      calls = 0
      setup() {
        return {
          owner: this,
          around(this: { owner: Counting }, ...[one, next]: Parameters<NonNullable<ReturnType<Plugin['setup']>['around']>>) {
            this.owner.calls++
            return next(one)
          },
        }
      }
    }
    class Wire {
      readonly inner = transport()
      send(...input: Parameters<ReturnType<typeof transport>['send']>) {
        return this.inner.send(...input)
      }
      close() {
        return this.inner.close()
      }
    }
    const plugin = new Counting()
    await createClient({ baseUrl, transport: new Wire(), plugins: [plugin] }).call(get, {})
    expect(plugin.calls).toBe(1)
  })
})
