import { FaultError, type FaultQueue, parseFaults } from './faults.ts'

/** A request that was seen, without headers and body: they hold secrets. */
export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  /** 0 when the connection was reset. */
  readonly status: number
  /** First error code of an answer that says no. */
  readonly code?: number
  /** Kinds of injected faults that met it. */
  readonly faults: readonly string[]
  /** Milliseconds from its first byte to the last of the answer. */
  readonly ms: number
}

/** Remembers the latest requests. */
export interface RequestLog {
  add(request: SeenRequest): void
  all(): readonly SeenRequest[]
  clear(): void
}

/** A log that keeps the latest `most` requests. */
export const requestLog = (most = 10_000): RequestLog => {
  let seen: SeenRequest[] = []
  return {
    add(request) {
      seen.push(request)
      // Cut in blocks: moving the whole list at each request would cost more than the request.
      if (seen.length > most * 2) seen = seen.slice(-most)
    },
    all: () => seen.slice(-most),
    clear: () => void (seen = []),
  }
}

/** Path that the emulator's own routes stand behind. */
export const adminPrefix = '/_emulator/'

/** An answer of an own route. */
export interface AdminAnswer {
  readonly status: number
  readonly body: unknown
}

/**
 * The emulator's own routes: `faults` (GET, POST, DELETE), `requests` (GET, DELETE), `health` (GET).
 * @param target Path, such as `/_emulator/faults`.
 */
export const answerAdmin = ({ method, target, body }: { readonly method: string; readonly target: string; readonly body: Buffer }, { faults, requests }: { readonly faults: FaultQueue; readonly requests: RequestLog }): AdminAnswer => {
  const route = `${method} ${target.slice(adminPrefix.length).replace(/[/?].*$/, '')}`
  switch (route) {
    case 'GET health':
      return { status: 200, body: { ok: true } }
    case 'GET faults':
      return { status: 200, body: faults.waiting() }
    case 'DELETE faults':
      faults.clear()
      return { status: 200, body: [] }
    case 'POST faults':
      try {
        faults.add(parseFaults(JSON.parse(body.toString('utf8'))))
        return { status: 200, body: faults.waiting() }
      } catch (error) {
        if (error instanceof FaultError || error instanceof SyntaxError) return { status: 400, body: { error: error.message } }
        throw error
      }
    case 'GET requests':
      return { status: 200, body: requests.all() }
    case 'DELETE requests':
      requests.clear()
      return { status: 200, body: [] }
    default:
      return { status: 404, body: { error: 'no such route; use faults, requests or health' } }
  }
}
