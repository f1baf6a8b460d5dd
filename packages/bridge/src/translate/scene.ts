import type { ClientCaller, HostCaller } from '../callers.ts'
import type { OwnState } from '../own-state.ts'
import type { Numbers } from '../remember/numbers.ts'
import type { Shelf } from '../remember/shelf.ts'
import type { Parameters } from '../wire/parameters.ts'

/** What every translation works with. */
export interface Scene {
  readonly shelf: Shelf
  readonly numbers: Numbers
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What API v4 has nothing for; a server that keeps none of it answers with a clear refusal. */
  readonly own?: OwnState
  /** The parameters as they came, for what is echoed. */
  readonly sent: Parameters
  readonly signal?: AbortSignal
}

/** An action of the client API on its way. */
export interface ClientScene extends Scene {
  readonly caller: ClientCaller
}

/** An act of the Hosting Provider API on its way. */
export interface HostScene extends Scene {
  readonly caller: HostCaller
}
