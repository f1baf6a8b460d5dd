/**
 * A budget of requests in any stretch of time of a given length: exact, not by fixed windows.
 * Times are milliseconds of one clock that never goes back; the throttle uses `performance.now()`.
 * @example const budget = new SlidingWindow({ requests: 1200, windowMs: 300_000 })
 */
export class SlidingWindow {
  /** Times of the last requests, a ring of `requests` places. */
  readonly #times: Float64Array
  readonly #windowMs: number
  #next = 0
  #blockedUntil = -Infinity

  constructor(options: { readonly requests: number; readonly windowMs: number }) {
    this.#times = new Float64Array(Math.max(1, Math.floor(options.requests))).fill(-Infinity)
    this.#windowMs = options.windowMs
  }

  /** Takes one request at time `now` (milliseconds) and gives 0; or takes nothing and gives how long to wait before asking again. */
  take(now: number): number {
    if (now < this.#blockedUntil) return this.#blockedUntil - now
    // The ring's next place holds the oldest request: when that has left the window there is room.
    const free = (this.#times[this.#next] as number) + this.#windowMs
    if (now < free) return free - now
    this.#times[this.#next] = now
    this.#next = (this.#next + 1) % this.#times.length
    return 0
  }

  /** Nobody takes before this time (milliseconds). */
  blockUntil(time: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, time)
  }

  /** Until when nobody takes; in the past when nothing is blocked. */
  get blockedUntil(): number {
    return this.#blockedUntil
  }

  /** Whether forgetting this budget at time `now` would change nothing. */
  idleAt(now: number): boolean {
    const last = this.#times[(this.#next + this.#times.length - 1) % this.#times.length] as number
    return now >= this.#blockedUntil && now >= last + this.#windowMs
  }
}
