import { memoryShelf, startBridge } from '@zonewright/bridge'
import { type Client, createClient, globalKey, hostKey, token, type Transport, undiciTransport } from '@zonewright/core'
import { onTestFinished } from 'vitest'

import type { EmulatorOptions } from '../emulator.ts'
import { demo, type ManualClock, manualClock, startTest, type TestEmulator } from './start.ts'

/** The host key of the default seed. */
export const demoHostKey = '8afbe6dea02407989af4dd4c97bb6e25'

/** A server of the two old APIs, and the emulator whose API v4 is behind it. */
export interface FormPostServer {
  readonly origin: string
  readonly emulator: TestEmulator
  /** The clock of all of them. */
  readonly clock: ManualClock
  /** A client that signs in with an e-mail address and a key. */
  readonly client: Client
  /** A client that signs in with a host key. */
  readonly host: Client
  /** API v4 of the emulator. */
  readonly v4: Client
  /** The next call of API v4 by this method, to a path that ends so, is refused with a number that means nothing here. A server without a network to API v4 has no such calls. */
  readonly refuseUpstream: ((method: string, path: RegExp, fault?: UpstreamRefusal) => void) | undefined
  /** Sends a form as a program in the wild would. */
  raw(path: string, init?: RequestInit): Promise<{ readonly status: number; readonly type: string; readonly text: string }>
}

/** What API v4 is made to say. */
interface UpstreamRefusal {
  readonly status: number
  readonly code: number
}

/** A way to API v4 on which single calls can be made to be refused. */
const refusingTransport = (): { readonly transport: Transport; readonly refuse: NonNullable<FormPostServer['refuseUpstream']> } => {
  const inner = undiciTransport()
  let next: { readonly method: string; readonly path: RegExp; readonly fault: UpstreamRefusal } | undefined
  return {
    refuse: (method, path, fault = { status: 400, code: 99_999 }) => void (next = { method, path, fault }),
    transport: {
      send(request, options) {
        if (next === undefined || request.method !== next.method || !next.path.test(new URL(request.url).pathname)) return inner.send(request, options)
        const { status, code } = next.fault
        next = undefined
        return Promise.resolve({ status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify({ success: false, errors: [{ code, message: 'Refused for a reason of its own.' }], messages: [], result: null })) })
      },
      close: () => inner.close(),
    },
  }
}

const around = (origin: string, emulator: TestEmulator, clock: ManualClock, refuseUpstream?: FormPostServer['refuseUpstream']): FormPostServer => ({
  origin,
  refuseUpstream,
  emulator,
  clock,
  client: createClient({ baseUrl: origin, credentials: globalKey(demo.email, demo.key), validate: 'throw', retry: false, throttle: false }),
  host: createClient({ baseUrl: origin, credentials: hostKey(demoHostKey), validate: 'throw', retry: false, throttle: false }),
  v4: createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false }),
  async raw(path, init) {
    const response = await fetch(origin + path, init)
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
  },
})

/** The emulator's own port. */
export const atEmulator = async (options: EmulatorOptions = {}): Promise<FormPostServer> => {
  const clock = manualClock()
  const emulator = await startTest({ clock, ...options })
  return around(emulator.origin, emulator, clock)
}

/** A bridge in front of the emulator's API v4. */
export const atBridge = async (options: EmulatorOptions = {}): Promise<FormPostServer> => {
  const clock = manualClock()
  const emulator = await startTest({ clock, ...options })
  const v4 = globalKey(demo.email, demo.key)
  const { transport, refuse } = refusingTransport()
  const bridge = await startBridge({
    upstream: { baseUrl: emulator.url, timeoutMs: 5000, transport },
    shelf: memoryShelf(),
    now: () => clock.now(),
    config: { clients: [{ email: demo.email, key: demo.key, credentials: v4 }], hosts: [{ name: 'A Host', key: demoHostKey, credentials: v4, addresses: [] }] },
  })
  onTestFinished(() => bridge.close())
  return around(bridge.origin, emulator, clock, refuse)
}
