import { onTestFinished } from 'vitest'

import type { Clock } from '../clock.ts'
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator.ts'
import { seededIds } from '../seed.ts'

/** Secrets of the default seed. */
export const demo = { token: 'zw-demo-token-0123456789abcdef0123456789', email: 'user@example.com', key: '144c9defac04969c7bfad8efaa8ea194b6f3a', originCaKey: 'v1.0-zw-demo-origin-ca-key-0123456789abcdef' } as const

/** Zone of the default seed, and its path. */
export const zoneId = seededIds.zone('example.com')
export const zonePath = `/zones/${zoneId}`
export const recordsPath = `${zonePath}/dns_records`

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
}

/** A clock that starts on 2026-11-20 at noon. */
export const manualClock = (): ManualClock => {
  let now = Date.UTC(2026, 10, 20, 12)
  return {
    now: () => now,
    advance: (milliseconds) => void (now += milliseconds),
  }
}

/** What of an answer tests look at. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The parsed body; tests know its shape. */
  readonly json: Body
  /** Codes of the errors. */
  readonly codes: readonly number[]
}

/** An envelope as tests read it. */
export interface Body {
  readonly success: boolean
  readonly errors: readonly { readonly code: number; readonly message: string; readonly error_chain?: readonly { readonly code: number; readonly message: string }[] }[]
  readonly messages: readonly { readonly code: number }[]
  readonly result: Result
  readonly result_info: Readonly<Record<string, number>>
  readonly timing?: Readonly<Record<string, unknown>>
}

/** One object of a result: what the records and zones of all tests have in common. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly content: string
  readonly status: string
  readonly [field: string]: unknown
}

/** A result whose shape the test knows: one object or a list of them. */
export type Result = Item & readonly Item[]

/** An emulator in a test. */
export interface TestEmulator extends Emulator {
  /** Sends a request with the demo token; a body that is no text goes as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Creates a record and gives its result. */
  create(record: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
}

const parsed = (text: string): Body => {
  try {
    return JSON.parse(text) as Body
  } catch {
    return { success: false, errors: [], messages: [], result: [] as unknown as Result, result_info: {} }
  }
}

/** Starts an emulator that ends with the test. */
export const startTest = async (options: EmulatorOptions = {}): Promise<TestEmulator> => {
  const emulator = await startEmulator(options)
  onTestFinished(() => emulator.close())
  const call: TestEmulator['call'] = async (method, path, body, headers = { authorization: `Bearer ${demo.token}` }) => {
    const content = body === undefined ? {} : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }
    const response = await fetch(emulator.url + path, { method, headers, ...content })
    const text = await response.text()
    const json = parsed(text)
    return { status: response.status, headers: response.headers, text, json, codes: json.errors.map((error) => error.code) }
  }
  return {
    ...emulator,
    call,
    async create(record) {
      const { json, text } = await call('POST', recordsPath, record)
      if (!json.success) throw new Error(text)
      return json.result as unknown as Readonly<Record<string, unknown>>
    },
  }
}
