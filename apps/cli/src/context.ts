import type { CallOptions, Client } from '@zonewright/core'
import type { GlobalOptions } from './command.ts'
import type { Io } from './io.ts'
import type { Output } from './output/output.ts'

/** What an action gets. */
export interface Context {
  readonly io: Io
  readonly global: GlobalOptions
  readonly output: Output
  /** To be handed to every call, so that Ctrl-C ends it. */
  readonly call: CallOptions & { readonly signal: AbortSignal }
  /** The client of this run, made by its first use. */
  client(): Promise<Client>
  /** A line for the person in front of it, on stderr. */
  note(text: string): Promise<void>
  /** Remembers what was carried out so far; it is said when the run ends early. */
  carriedOut(text: string): void
}

/** A question that only a person can answer. */
export interface Question {
  readonly text: string
  /** What to say when there is no terminal to ask on. */
  readonly otherwise: string
}
