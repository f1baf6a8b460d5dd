/**
 * Why an action or act was refused, in the words of the old APIs. Translations throw it; the service turns it into an answer.
 * @example throw new FormPostFault({ message: 'Invalid zone.' })
 */
export class FormPostFault extends Error {
  override readonly name = 'FormPostFault'
  /** Code of the client API, such as `E_INVLDINPUT`; most of its refusals have none. */
  readonly word: string | undefined
  /** Code of the Hosting Provider API, such as 201. */
  readonly number: number | undefined
  /** Why the bridge itself refuses, for programs that want to know: `no_v4_counterpart`. */
  readonly reason: string | undefined
  /** The answer comes from the rate limiter. */
  readonly rateLimited: boolean
  /** Nobody knows whether the action was carried out. Such an answer comes with HTTP 502, so that no program takes it for a refusal. */
  readonly unknown: boolean

  constructor({ message, word, number, reason, rateLimited = false, unknown = false, cause }: { readonly message: string; readonly word?: string; readonly number?: number; readonly reason?: string; readonly rateLimited?: boolean; readonly unknown?: boolean; readonly cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause })
    this.word = word
    this.number = number
    this.reason = reason
    this.rateLimited = rateLimited
    this.unknown = unknown
  }
}

/**
 * The refusal of an action that API v4 has nothing for.
 * @example throw noCounterpart('zone_grab')
 */
export const noCounterpart = (action: string): FormPostFault => new FormPostFault({ message: `Action ${action} has no counterpart in API v4.`, word: 'E_INVLDINPUT', number: 101, reason: 'no_v4_counterpart' })

/**
 * The refusal of an input of the client API.
 * @example throw invalidInput('ttl must be 1 or 60 to 86400, got 5.')
 */
export const invalidInput = (message: string, reason?: string): FormPostFault => new FormPostFault({ message, word: 'E_INVLDINPUT', ...(reason === undefined ? {} : { reason }) })

/** What a failed translation says, when it is no refusal: a mistake of ours must not look like a success or show itself. */
export const internalFault = (error: unknown): FormPostFault => (error instanceof FormPostFault ? error : new FormPostFault({ message: 'This server failed while it carried out the action; the change may have been made. Look before you repeat it.', number: 601, unknown: true, cause: error }))

/** The HTTP status of an answer: 200 for results and refusals alike, as the old APIs had it. */
export const statusOf = (outcome: unknown): 200 | 502 => (outcome instanceof FormPostFault && outcome.unknown ? 502 : 200)
