import { formPostService } from '@zonewright/bridge'
import type { AddressInfo } from 'node:net'

import type { RequestLog } from './admin.ts'
import { type Clock, systemClock } from './clock.ts'
import { makeEngine } from './engine.ts'
import type { FaultQueue } from './faults.ts'
import { stateCallers } from './form-post/callers.ts'
import { ownState } from './form-post/own-state.ts'
import { stateShelf } from './form-post/shelf.ts'
import { type Ids, randomIds } from './ids.ts'
import type { RatelimitHeader } from './response-headers.ts'
import type { Compat } from './rules/compat.ts'
import { documentedLimit, type RateLimit, rateCounter, tokenBuckets } from './rules/rate-limit.ts'
import type { Variance } from './rules/variance.ts'
import { defaultSeed, type Seed, sow } from './seed.ts'
import { handlers } from './serve/handlers.ts'
import { type LogEntry, makeServer, type ServerCertificate } from './server.ts'
import { answerFile } from './state/signed-files.ts'
import { openState, type State } from './state/state.ts'

/** Settings of an emulator; every one has a default. */
export interface EmulatorOptions {
  /** Port; 0, the default, takes a free one. */
  readonly port?: number
  /** Address to listen on; loopback (127.0.0.1) when not said. */
  readonly host?: string
  /** Key and certificate (PEM) to speak TLS with, for programs whose address can't be changed; plain HTTP when not said. */
  readonly tls?: ServerCertificate
  /** Directory that keeps the state, made when missing. Without one, or with `:memory:`, the state ends with the process. */
  readonly data?: string
  /** What an empty state starts with; {@link defaultSeed} when not said. A state that is there already is kept as it is. */
  readonly seed?: Seed
  /**
   * Enforce the request budget: the documented one with `true`; `{ requests: 300, seconds: 3600 }` is that of the client API in 2010.
   * An action of the client API counts once, an act of a host not at all: no limit of theirs was published. Purge budgets are
   * enforced with it. Not enforced when not said.
   */
  readonly rateLimit?: boolean | RateLimit
  /** Budget headers: `observed` (default) always says the same, as the service does; `accurate` counts, when the budget is enforced. */
  readonly ratelimitHeader?: RatelimitHeader
  /** Which year's answers are given; `today` when not said. */
  readonly compat?: Compat
  /** Endpoints and zone settings past their last day: answered (default), so that older programs work, or refused as the service does. */
  readonly sunset?: 'answer' | 'refuse'
  readonly variance?: Variance
  /** Most octets in a request's body; 16 MiB when not said. */
  readonly maxBodyBytes?: number
  readonly clock?: Clock
  readonly ids?: Ids
  /** Gets one entry a request, never with a secret in it. */
  readonly log?: (entry: LogEntry) => void
}

/** A running emulator. */
export interface Emulator {
  /** Base URL of the API, such as `http://127.0.0.1:8787/client/v4`. */
  readonly url: string
  /** Origin alone, such as `http://127.0.0.1:8787`. */
  readonly origin: string
  readonly port: number
  readonly state: State
  /** Faults that wait for requests; the same as behind `/_emulator/faults`. */
  readonly faults: FaultQueue
  /** Requests seen; the same as behind `/_emulator/requests`. */
  readonly requests: RequestLog
  /** Lets open requests end, then closes connections and data. A second call waits for the first. */
  close(): Promise<void>
}

const sunsetPassed = (day: string | undefined, clock: Clock): boolean => day !== undefined && new Date(clock.now()).toISOString().slice(0, day.length) >= day

/**
 * Starts a Cloudflare API v4 of one's own.
 * @throws DataDirectoryError when the data directory can't be used or another process has it.
 * @throws NodeVersionError when this Node is older than 22.13.
 * @throws SeedError for a seed that contradicts itself.
 * @example
 * const emulator = await startEmulator({ data: './.cloudflare' })
 * await fetch(`${emulator.url}/zones`, { headers: { authorization: 'Bearer zw-demo-token-0123456789abcdef0123456789' } })
 * await emulator.close()
 */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const { port = 0, host = '127.0.0.1', clock = systemClock, ids = randomIds, compat = 'today', variance, rateLimit = false } = options
  const state = openState(options.data === ':memory:' ? undefined : options.data)
  try {
    if (state.isEmpty()) sow(state, options.seed ?? defaultSeed, clock)
    const limit = rateLimit === true ? documentedLimit : rateLimit
    // One budget for one user, whichever API they use.
    const budget = limit === false ? undefined : rateCounter(limit, clock)
    const engine = makeEngine({
      world: { state, clock, ids, compat, conflicts: { srvTwins: variance?.srvTwins ?? false }, refusesGone: options.sunset === 'refuse', ...(variance === undefined ? {} : { variance }), ...(limit === false ? {} : { purgeBuckets: tokenBuckets(clock) }) },
      handlers: options.sunset === 'refuse' ? handlers.filter(({ endpoint }) => !sunsetPassed(endpoint.sunset, clock)) : handlers,
      zoneDelayMs: variance?.zonePermissionDelayMs ?? 0,
      ...(budget === undefined ? {} : { rateCounter: budget }),
    })
    const formPost = formPostService({ callers: stateCallers(state, engine), shelf: stateShelf(state), own: ownState(state, clock, ids), now: () => clock.now(), ...(budget === undefined ? {} : { budget: (email) => budget.take(state.users.byEmail(email)?.id ?? email) }) })
    const server = makeServer({ engine, file: (request) => answerFile(state, request), formPost, clock, ratelimitHeader: options.ratelimitHeader ?? 'observed', maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024, ...(options.log === undefined ? {} : { log: options.log }), ...(options.tls === undefined ? {} : { tls: options.tls }) })
    await new Promise<void>((done, failed) => {
      server.http.once('error', failed)
      server.http.listen({ port, host }, () => {
        server.http.off('error', failed)
        done()
      })
    })
    const address = server.http.address() as AddressInfo
    const origin = `${options.tls === undefined ? 'http' : 'https'}://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
    let closing: Promise<void> | undefined
    return {
      url: `${origin}/client/v4`,
      origin,
      port: address.port,
      state,
      faults: server.faults,
      requests: server.requests,
      close: () => (closing ??= server.close().then(() => state.close())),
    }
  } catch (error) {
    state.close()
    throw error
  }
}

/**
 * Closes the emulator when the process is asked to end (SIGTERM, SIGINT): open requests are answered first.
 * @returns Takes the handlers away again.
 * @example closeOnSignals(await startEmulator({ port: 8787, data: '.zonewright' }))
 */
export const closeOnSignals = (emulator: Emulator): (() => void) => {
  const close = (): void => void emulator.close()
  process.once('SIGTERM', close)
  process.once('SIGINT', close)
  return () => {
    process.off('SIGTERM', close)
    process.off('SIGINT', close)
  }
}
