import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { type Client, createClient, globalKey, token } from '@zonewright/core'
import { shapes } from '@zonewright/testing'
import { onTestFinished } from 'vitest'

import { systemClock } from '../clock.ts'
import { makeEngine } from '../engine.ts'
import { randomIds } from '../ids.ts'
import { defaultSeed, sow } from '../seed.ts'
import { type Handler, serve, serveZone } from '../serve/handler.ts'
import { handlers } from '../serve/handlers.ts'
import { makeServer } from '../server.ts'
import { openState } from '../state/state.ts'
import { formEngine, formPath } from './form-shapes.ts'
import { demo } from './start.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a handler was given, and what the server answered. */
export interface ShapeServer {
  /** Calls API v4 with the demo token; a result that is not as declared is refused. */
  readonly client: Client
  /** Calls the form-POST service with the demo user's key. */
  readonly formClient: Client
  /** Inputs that the handlers of the shapes were given, in order. */
  readonly heard: readonly Fields[]
  /** Requests so far: method, path and query, status. */
  requests(): readonly string[]
}

/** Names of the keys that the namespace of the tests has. */
export const keyNames: readonly string[] = Array.from({ length: 25 }, (_, index) => `key-${String(index).padStart(2, '0')}`)

/** Handlers for the shapes that no served product has yet, as a product would write them. */
const shapeHandlers = (heard: (input: Fields) => void): readonly Handler[] => [
  serve(shapes.v4.keys, ({ input }) => {
    heard(input)
    const start = Number(input['cursor'] ?? 0)
    const names = keyNames.slice(start, start + Number(input['limit'] ?? 1000))
    const end = start + names.length
    return { result: names.map((name) => ({ name })), info: { count: names.length, cursor: end < keyNames.length ? String(end) : '' } }
  }),
  serveZone(shapes.v4.removeRule, ({ input }) => {
    heard(input)
    return { result: { id: input['rule_id'] } }
  }),
  serve(shapes.v4.putScript, ({ input }) => {
    heard(input)
    return { result: { id: input['script_name'], etag: 'ea95132c' } }
  }),
  serve(shapes.v4.graphql, ({ input }) => {
    heard(input)
    return { result: { data: { viewer: { variables: input['variables'] } }, errors: null } }
  }),
]

/** Starts a server with every real endpoint and every shape beside them; it ends with the test. */
export const startShapes = async (): Promise<ShapeServer> => {
  const clock = systemClock
  const state = openState()
  sow(state, defaultSeed, clock)
  const heard: Fields[] = []
  const hear = (input: Fields): void => void heard.push(input)
  const api = makeEngine({ world: { state, clock, ids: randomIds, compat: 'today', conflicts: { srvTwins: false } }, handlers: [...handlers, ...shapeHandlers(hear)] })
  const form = formEngine(state, ({ input }) => hear(input))
  const server = makeServer({ engine: { answer: (request) => (request.target === formPath ? form : api).answer(request) }, clock, ratelimitHeader: 'observed', maxBodyBytes: 1_000_000 })
  server.http.listen({ port: 0, host: '127.0.0.1' })
  await once(server.http, 'listening')
  const origin = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`
  const settings = { validate: 'throw', retry: false, throttle: false } as const
  const client = createClient({ ...settings, baseUrl: `${origin}/client/v4`, credentials: token(demo.token) })
  const formClient = createClient({ ...settings, baseUrl: origin, credentials: globalKey(demo.email, demo.key) })
  onTestFinished(async () => {
    await Promise.all([client.close(), formClient.close()])
    await server.close()
    state.close()
  })
  return { client, formClient, heard, requests: () => server.requests.all().map(({ method, target, status }) => `${method} ${target} ${status}`) }
}
