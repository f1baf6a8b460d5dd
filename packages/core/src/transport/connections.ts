/// <reference path="./undici.d.ts" />
import type { Dispatcher } from 'undici'
import Client from 'undici/lib/dispatcher/client.js'

/** A request that waits for a connection, and hears when undici has let go of it. */
export interface Passenger extends Dispatcher.DispatchHandler {
  /** Given up while it waited: it needs no connection any more. */
  readonly gone: boolean
  /** Called once, when undici has let go of the request: with `broken` when no connection could be made. */
  release: (broken: boolean) => void
}

/** Takes one request to its origin. */
export type Dispatch = (order: Dispatcher.DispatchOptions, passenger: Passenger) => void

/**
 * The connections to one origin, the last one used first, and one queue for all of them.
 * undici's own pool counts a connection as busy for a turn of the event loop after its answer,
 * so that calls one after the other open two.
 */
export class Connections {
  readonly #origin: string
  readonly #most: number
  readonly #options: Client.Options
  readonly #idle: Client[] = []
  readonly #all = new Set<Client>()
  readonly #queue: { readonly order: Dispatcher.DispatchOptions; readonly passenger: Passenger }[] = []
  #whenServed: (() => void) | undefined

  constructor(origin: string, most: number, options: Client.Options) {
    this.#origin = origin
    this.#most = Math.max(1, most)
    this.#options = options
  }

  readonly dispatch: Dispatch = (order, passenger) => {
    let client = this.#idle.pop()
    if (client === undefined) {
      if (this.#all.size >= this.#most) {
        this.#queue.push({ order, passenger })
        return
      }
      client = this.#open()
    }
    this.#board(client, order, passenger)
  }

  /** Ends the connections when everything that waits or runs has been answered. */
  async close(): Promise<void> {
    if (this.#queue.length > 0) {
      await new Promise<void>((resolve) => {
        this.#whenServed = resolve
      })
    }
    await Promise.all([...this.#all].map((client) => client.close()))
  }

  #board(client: Client, order: Dispatcher.DispatchOptions, passenger: Passenger): void {
    passenger.release = (broken) => {
      // After some failed handshakes undici's client takes no further request and never closes: it is thrown away.
      if (broken) {
        this.#all.delete(client)
        void client.destroy()
      }
      this.#next(broken ? undefined : client)
    }
    client.dispatch(order, passenger)
  }

  #open(): Client {
    const client = new Client(this.#origin, this.#options)
    this.#all.add(client)
    return client
  }

  #next(client: Client | undefined): void {
    for (let waiting = this.#queue.shift(); waiting !== undefined; waiting = this.#queue.shift()) {
      if (waiting.passenger.gone) continue
      this.#board(client ?? this.#open(), waiting.order, waiting.passenger)
      return
    }
    if (client !== undefined) this.#idle.push(client)
    this.#whenServed?.()
  }
}
