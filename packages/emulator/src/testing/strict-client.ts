import { type Client, createClient, token } from '@zonewright/core'
import { onTestFinished } from 'vitest'

import type { EmulatorOptions } from '../emulator.ts'
import { demo, startTest } from './start.ts'

/** A client of a new emulator that refuses every result which is not what its endpoint declares. */
export const strictClient = async (options: EmulatorOptions = {}): Promise<Client> => {
  const emulator = await startTest(options)
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())
  return client
}
