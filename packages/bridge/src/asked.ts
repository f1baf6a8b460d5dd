import type { Callers } from './callers.ts'
import type { OwnState } from './own-state.ts'
import type { Shelf } from './remember/shelf.ts'
import type { Scene } from './translate/scene.ts'
import type { FormPostRequest } from './wire/message.ts'
import type { Parameters } from './wire/parameters.ts'

/** Whether an action may pass. */
export interface Allowance {
  readonly allowed: boolean
  /** Actions that are left. */
  readonly remaining: number
  /** Seconds until there are more. */
  readonly reset: number
}

/** What a form-POST service works with. */
export interface FormPostServiceParts {
  readonly callers: Callers
  readonly shelf: Shelf
  /** What API v4 has nothing for; a bridge has none of it. */
  readonly own?: OwnState
  /**
   * Counts an action of a user of the client API, and what is left answers `calls_left`. Not counted here when absent, for API v4
   * counts its calls: an action is several of them and other programs share the budget, so `calls_left` is left unanswered
   * rather than guessed. Acts of hosts are never counted here; no limit of theirs was ever published.
   */
  readonly budget?: (email: string) => Allowance
  /** Milliseconds since 1970; the system's clock when not said. */
  readonly now?: () => number
  /** Gets one entry an action, never with a secret in it. */
  readonly log?: (entry: FormPostLogEntry) => void
}

/** One line of the log. */
export interface FormPostLogEntry {
  readonly api: 'client' | 'host'
  /** Name of the action or act, as it was sent. */
  readonly action: string
  readonly result: 'success' | 'error'
  /** The refusal's code and words. */
  readonly code?: string | number
  readonly message?: string
  /** What went wrong below the refusal: the failed call of API v4, or a mistake of this program. */
  readonly cause?: unknown
}

/** A request on its way to an answer. */
export interface Asked {
  readonly sent: Parameters
  readonly request: FormPostRequest
  readonly scene: Omit<Scene, 'sent'>
  readonly parts: FormPostServiceParts
}
