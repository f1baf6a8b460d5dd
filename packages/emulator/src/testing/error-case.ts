import type { EmulatorOptions } from '../emulator.ts'
import type { ErrorKey } from '../errors.ts'
import type { TestEmulator } from './start.ts'

/** Sends what is refused. */
export type Send = (emulator: TestEmulator) => ReturnType<TestEmulator['call']>

/** A row of the table of errors and a request that is answered with it. */
export interface ErrorCase {
  readonly key: ErrorKey
  readonly when: string
  readonly options?: EmulatorOptions
  readonly send: Send
  /** The outer error, when the row is in its chain. */
  readonly within?: ErrorKey
  /** What the answer's `messages` hold; nothing when not said. */
  readonly messages?: readonly object[]
}
