
/** What goes wrong with an answer. */
export type FaultKind =
  /** The answer comes late. */
  | 'latency'
  /** The connection is reset and nothing was done. */
  | 'reset_before_commit'
  /** The connection is reset though everything was done. */
  | 'reset_after_commit'
  /** The connection ends in the middle of the body. */
  | 'truncated_body'
  /** Headers and half of the body come, then nothing more. */
  | 'stalled_body'
  /** A page of a gateway instead of the answer, everything was done. */
  | 'html_502'
  /** Too many requests, nothing was done. */
  | 'too_many_requests'

/** One fault to be injected. */
export interface InjectedFault {
  readonly kind: FaultKind
  /** Delay in milliseconds; for `latency`. */
  readonly ms?: number
  /** Seconds in `Retry-After`; null leaves the header out. For `too_many_requests`; default 1. */
  readonly retryAfter?: number | null
  /** The body of a 429 is a page, not JSON. */
  readonly html?: boolean
  /** How many requests it meets; 1 when not said. */
  readonly count?: number
  /** Only requests with this method. */
  readonly method?: string
  /** Only requests whose path contains this text. */
  readonly path?: string
}

/** A text or JSON that describes no fault. */
export class FaultError extends Error {
  override readonly name = 'FaultError'
}

const kinds: readonly FaultKind[] = ['latency', 'reset_before_commit', 'reset_after_commit', 'truncated_body', 'stalled_body', 'html_502', 'too_many_requests']

const oneFault = (json: unknown): InjectedFault => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new FaultError('a fault must be an object')
  const fault = json as Record<string, unknown>
  const kind = kinds.find((one) => one === fault['kind'])
  if (kind === undefined) throw new FaultError(`kind must be one of ${kinds.join(', ')}`)
  const number = (name: string, least: number): number | undefined => {
    const value = fault[name]
    if (value === undefined) return undefined
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least) throw new FaultError(`${name} must be a number from ${least}`)
    return value
  }
  const words = (name: 'method' | 'path'): string | undefined => {
    const value = fault[name]
    if (value !== undefined && typeof value !== 'string') throw new FaultError(`${name} must be a text`)
    return value
  }
  const strange = Object.keys(fault).find((name) => !['kind', 'ms', 'retryAfter', 'html', 'count', 'method', 'path'].includes(name))
  if (strange !== undefined) throw new FaultError(`${strange} is not known`)
  const ms = number('ms', 0)
  const retryAfter = fault['retryAfter'] === null ? null : number('retryAfter', 0)
  const count = number('count', 1)
  const method = words('method')
  const path = words('path')
  return {
    kind,
    ...(ms === undefined ? {} : { ms }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(fault['html'] === true ? { html: true } : {}),
    ...(count === undefined ? {} : { count }),
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
    ...(path === undefined ? {} : { path }),
  }
}

/**
 * Faults from parsed JSON: one or a list.
 * @throws FaultError that says which field is wrong.
 * @example parseFaults({ kind: 'too_many_requests', retryAfter: 2 })
 */
export const parseFaults = (json: unknown): readonly InjectedFault[] => (Array.isArray(json) ? json.map(oneFault) : [oneFault(json)])

/**
 * Faults from the header `x-emulator-fault`.
 * @throws FaultError.
 */
export const faultsFromHeader = (text: string): readonly InjectedFault[] => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new FaultError('the header x-emulator-fault is no JSON', { cause })
  }
  return parseFaults(json)
}

/** Faults that wait for the requests they match. */
export interface FaultQueue {
  add(faults: readonly InjectedFault[]): void
  clear(): void
  /** The faults that wait, with what is left of their count. */
  waiting(): readonly InjectedFault[]
  /** Takes the faults that meet a request: the first match of each kind. */
  take(request: { readonly method: string; readonly path: string }): readonly InjectedFault[]
}

/** Makes an empty queue. */
export const faultQueue = (): FaultQueue => {
  let queue: { readonly fault: InjectedFault; left: number }[] = []
  return {
    add: (faults) => void queue.push(...faults.map((fault) => ({ fault, left: fault.count ?? 1 }))),
    clear: () => void (queue = []),
    waiting: () => queue.map(({ fault, left }) => ({ ...fault, count: left })),
    take({ method, path }) {
      const met = new Map<FaultKind, InjectedFault>()
      for (const entry of queue) {
        const { fault } = entry
        if (met.has(fault.kind) || (fault.method ?? method) !== method || !path.includes(fault.path ?? '')) continue
        met.set(fault.kind, fault)
        entry.left--
      }
      queue = queue.filter((entry) => entry.left > 0)
      return [...met.values()]
    },
  }
}
