import { memoryShelf, startBridge } from '@zonewright/bridge'
import { type Client, createClient, globalKey, hostKey, token } from '@zonewright/core'
import { onTestFinished } from 'vitest'

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
  /** Sends a form as a program in the wild would. */
  raw(path: string, init?: RequestInit): Promise<{ readonly status: number; readonly type: string; readonly text: string }>
}

const around = (origin: string, emulator: TestEmulator, clock: ManualClock): FormPostServer => ({
  origin,
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
export const atEmulator = async (): Promise<FormPostServer> => {
  const clock = manualClock()
  const emulator = await startTest({ clock })
  return around(emulator.origin, emulator, clock)
}

/** A bridge in front of the emulator's API v4. */
export const atBridge = async (): Promise<FormPostServer> => {
  const clock = manualClock()
  const emulator = await startTest({ clock })
  const v4 = globalKey(demo.email, demo.key)
  const bridge = await startBridge({
    upstream: { baseUrl: emulator.url, timeoutMs: 5000 },
    shelf: memoryShelf(),
    now: () => clock.now(),
    config: { clients: [{ email: demo.email, key: demo.key, credentials: v4 }], hosts: [{ name: 'A Host', key: demoHostKey, credentials: v4, addresses: [] }] },
  })
  onTestFinished(() => bridge.close())
  return around(bridge.origin, emulator, clock)
}
