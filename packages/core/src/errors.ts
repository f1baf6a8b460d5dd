/** One thing that is wrong with an input. */
export interface InputIssue {
  /** Where: keys and indexes from the input's top. */
  readonly path: readonly PropertyKey[]
  /** What is wrong, with the value and what to do. */
  readonly message: string
}

/** One complaint of the service: its own code and words. */
export interface Fault {
  /** The service's number; old APIs without numbers give 0. */
  readonly code: number
  /** The service's words. */
  readonly message: string
  /** A textual code such as `E_MAXAPI`, where the API has them. */
  readonly name?: string
  /** Causes that the service nests below this fault. */
  readonly chain?: readonly Fault[]
  /** JSON pointer to the refused part of the request, where the service gives one. */
  readonly pointer?: string
}

const brand = Symbol.for('zonewright.error')

/**
 * Base of the four errors; `instanceof` also holds between two installed copies of this package.
 * @example try { await client.call(endpoint, input) } catch (error) { if (error instanceof ZonewrightError) console.error(error.code, error.message) }
 */
export abstract class ZonewrightError extends Error {
  /** Which of the four: by what the caller can do next. */
  abstract readonly code: 'INPUT' | 'TRANSPORT' | 'DECODE' | 'API'
  /** The call's route, such as `POST /zones/{zone_id}/dns_records`. */
  readonly route: string

  constructor(name: string, route: string, message: string, cause?: unknown) {
    super(`${route}: ${message}`, cause === undefined ? undefined : { cause })
    this.name = name
    this.route = route
    Object.defineProperty(this, brand, { value: name })
  }

  /** The name that instances carry; a bundler may rename the class, not this. */
  protected static readonly kind: string = 'ZonewrightError'

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !(brand in value)) return false
    return this.kind === 'ZonewrightError' || value[brand] === this.kind
  }
}

/**
 * We refused to send, or to go on: correct the input and call again. Nothing was sent unless the message says what was.
 * @example if (error instanceof InputError) for (const issue of error.issues) console.error(issue.path.join('.'), issue.message)
 */
export class InputError extends ZonewrightError {
  protected static override readonly kind = 'InputError'
  readonly code = 'INPUT'
  /** Everything that is wrong, not only the first. */
  readonly issues: readonly InputIssue[]

  /** @param details what is wrong; `outcome` says what became of the call when something had been sent before */
  constructor(details: { readonly route: string; readonly issues: readonly InputIssue[]; readonly outcome?: string; readonly cause?: unknown }) {
    const text = details.issues.map((issue) => (issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message)).join('; ')
    super('InputError', details.route, `${details.outcome ?? 'nothing was sent'}: ${text}`, details.cause)
    this.issues = details.issues
  }
}

/**
 * No answer. With phase `connect` nothing reached the service and the call may be repeated;
 * with phase `sent` it may have been carried out: look before repeating a write.
 * @example if (error instanceof TransportError && error.phase === 'connect') await again()
 */
export class TransportError extends ZonewrightError {
  protected static override readonly kind = 'TransportError'
  readonly code = 'TRANSPORT'
  /** How far the request came. */
  readonly phase: 'connect' | 'sent'

  constructor(details: { readonly route: string; readonly phase: 'connect' | 'sent'; readonly message: string; readonly cause?: unknown }) {
    super('TransportError', details.route, details.message, details.cause)
    this.phase = details.phase
  }
}

/**
 * An answer that we can't read: HTML from a proxy, a cut body, a shape outside the schema.
 * @example if (error instanceof DecodeError) console.error(error.status, error.excerpt)
 */
export class DecodeError extends ZonewrightError {
  protected static override readonly kind = 'DecodeError'
  readonly code = 'DECODE'
  /** HTTP status of the answer; 0 where the answer's own status is not at hand, as for a page that a test made up. */
  readonly status: number
  /** The first 200 characters of the answer, secrets removed. */
  readonly excerpt: string
  /** Wait this long before the next try, in milliseconds, where the answer says so. */
  readonly retryAfterMs?: number
  /** The service's identifier of the request (`cf-ray`). */
  readonly rayId?: string
  /** The body was cut, or something else stood in its place, such as a gateway's page: a second try may bring the real one. */
  readonly cut: boolean

  constructor(details: { readonly route: string; readonly status: number; readonly message: string; readonly cut?: boolean; readonly excerpt?: string; readonly retryAfterMs?: number | undefined; readonly rayId?: string | undefined; readonly cause?: unknown }) {
    super('DecodeError', details.route, details.message, details.cause)
    this.status = details.status
    this.excerpt = details.excerpt ?? ''
    this.cut = details.cut ?? false
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs
    if (details.rayId !== undefined) this.rayId = details.rayId
  }
}

/**
 * The service said no. Every fault is here, with the HTTP status and the ray id to quote to support.
 * @example if (error instanceof ApiError && error.has(81058)) return 'already there'
 */
export class ApiError extends ZonewrightError {
  protected static override readonly kind = 'ApiError'
  readonly code = 'API'
  /** HTTP status; the two old APIs answer 200 also to errors. */
  readonly status: number
  /** All faults of the answer, in its order. */
  readonly faults: readonly Fault[]
  /** The service's identifier of the request (`cf-ray`). */
  readonly rayId?: string
  /** Wait this long before the next try, in milliseconds, where the service says so. */
  readonly retryAfterMs?: number
  /** The service limits how often we may call: nothing was carried out. */
  readonly rateLimited: boolean

  constructor(details: { readonly route: string; readonly status: number; readonly faults: readonly Fault[]; readonly rayId?: string | undefined; readonly retryAfterMs?: number | undefined; readonly rateLimited?: boolean }) {
    const words = details.faults.map((fault) => `${fault.name ?? fault.code} ${fault.message}${(fault.chain ?? []).map((cause) => ` (${cause.code} ${cause.message})`).join('')}`).join('; ')
    super('ApiError', details.route, `${words || 'refused without a reason'} [HTTP ${details.status}${details.rayId === undefined ? '' : `, ray ${details.rayId}`}]`)
    this.status = details.status
    this.faults = details.faults
    this.rateLimited = details.rateLimited ?? details.status === 429
    if (details.rayId !== undefined) this.rayId = details.rayId
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs
  }

  /** Whether one of the faults, or one nested in them, has this code. */
  has(code: number | string): boolean {
    const match = (fault: Fault): boolean => fault.code === code || fault.name === code || (fault.chain ?? []).some(match)
    return this.faults.some(match)
  }
}
