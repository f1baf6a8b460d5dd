import { memoryShelf, startBridge } from '@zonewright/bridge'
import { type Client, createClient, type Credentials, globalKey, type Plugin } from '@zonewright/core'

import { type Emulator, startEmulator } from '../emulator.ts'
import type { InjectedFault } from '../faults.ts'
import { defaultSeed } from '../seed.ts'
import { demoHostKey } from './form-post-servers.ts'
import { demo } from './start.ts'

/** A server of the old APIs for the story of a store, with ways to break its writes. */
export interface StoreServer {
  readonly origin: string
  readonly emulator: Emulator
  client(credentials: Credentials): Client
  loseNextAnswer(): Promise<void>
  refuseNextCall(): Promise<void>
  close(): Promise<void>
}

const seed = { ...defaultSeed, zones: [{ name: 'example.com', plan: 'pro' as const }] }

const open = (baseUrl: string, credentials: Credentials, plugins: readonly Plugin[] = []): Client => createClient({ baseUrl, credentials, validate: 'throw', retry: false, throttle: false, plugins: [...plugins] })

/** The emulator's own port. Faults travel with the write that they are meant for: a store may read before it writes. */
export const storeAtEmulator = (isWrite: (body: string) => boolean) => async (): Promise<StoreServer> => {
  const emulator = await startEmulator({ seed })
  let next: InjectedFault | undefined
  const faulty: Plugin = {
    name: 'faulty',
    setup: () => ({
      intercept: (send) => (request, options) => {
        const { body, headers } = request
        if (next === undefined || typeof body !== 'string' || !isWrite(body)) return send(request, options)
        const fault = JSON.stringify(next)
        next = undefined
        return send({ ...request, headers: { ...headers, 'x-emulator-fault': fault } }, options)
      },
    }),
  }
  return {
    origin: emulator.origin,
    emulator,
    client: (credentials) => open(emulator.origin, credentials, [faulty]),
    loseNextAnswer: () => Promise.resolve(void (next = { kind: 'reset_after_commit' })),
    refuseNextCall: () => Promise.resolve(void (next = { kind: 'too_many_requests' })),
    close: () => emulator.close(),
  }
}

/** A bridge over the emulator; what breaks is its call of API v4. */
export const storeAtBridge = async (): Promise<StoreServer> => {
  const emulator = await startEmulator({ seed })
  const credentials = globalKey(demo.email, demo.key)
  const bridge = await startBridge({
    upstream: { baseUrl: emulator.url },
    shelf: memoryShelf(),
    config: { clients: [{ email: demo.email, key: demo.key, credentials }], hosts: [{ name: 'A Host', key: demoHostKey, credentials, addresses: [] }] },
  })
  const write = { method: 'POST', path: '/dns_records' }
  return {
    origin: bridge.origin,
    emulator,
    client: (of) => open(bridge.origin, of),
    loseNextAnswer: () => Promise.resolve(emulator.faults.add([{ kind: 'reset_after_commit', ...write }])),
    // The bridge waits and tries again by itself before it gives up.
    refuseNextCall: () => Promise.resolve(emulator.faults.add([{ kind: 'too_many_requests', retryAfter: 0, count: 20, ...write }])),
    async close() {
      await bridge.close()
      await emulator.close()
    },
  }
}
