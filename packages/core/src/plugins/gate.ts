import { longestTimerMs } from '../limits.ts'
import { onAbort } from '../on-abort.ts'
import type { SlidingWindow } from './sliding-window.ts'

interface Waiter {
  readonly go: () => void
}

/** A queue in front of a budget: first come, first served, with one timer however many wait. */
export class Gate {
  readonly #budget: SlidingWindow
  readonly #waiters: Waiter[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(budget: SlidingWindow) {
    this.#budget = budget
  }

  /**
   * Nothing when there is room, else a promise of the caller's turn.
   * @param over lets the caller through without a turn: its client is closed, and refuses it further in
   * @throws the signal's reason (as a rejection) when it is aborted while waiting; its place is given up then.
   */
  enter(signal?: AbortSignal, over?: AbortSignal): Promise<void> | undefined {
    if (over?.aborted === true) return undefined
    if (this.#waiters.length === 0 && signal?.aborted !== true && this.#budget.take(performance.now()) === 0) return undefined
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error)
        return
      }
      const forgets: (() => void)[] = []
      const waiter: Waiter = {
        go: () => {
          for (const forget of forgets) forget()
          resolve()
        },
      }
      const giveUp = (): void => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1)
        // Nobody is left to wake: the timer must not keep the process alive.
        if (this.#waiters.length === 0) this.#stopTimer()
        if (signal?.aborted === true) reject(signal.reason as Error)
        waiter.go()
      }
      for (const one of [signal, over]) if (one !== undefined) forgets.push(onAbort(one, giveUp))
      this.#waiters.push(waiter)
      if (this.#timer === undefined) this.#serve()
    })
  }

  block(until: number): void {
    this.#budget.blockUntil(until)
  }

  get blockedUntil(): number {
    return this.#budget.blockedUntil
  }

  /** Whether forgetting this gate at time `now` would change nothing. */
  idleAt(now: number): boolean {
    return this.#waiters.length === 0 && this.#budget.idleAt(now)
  }

  #stopTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  readonly #serve = (): void => {
    this.#timer = undefined
    while (this.#waiters.length > 0) {
      const wait = this.#budget.take(performance.now())
      if (wait > 0) {
        this.#timer = setTimeout(this.#serve, Math.min(Math.ceil(wait), longestTimerMs))
        return
      }
      this.#waiters.shift()?.go()
    }
  }
}
