/**
 * A living sample plugin: both doors, options, state, an extension and close. Copy it to start your own.
 * @module
 */
import type { Plugin } from '@zonewright/core'

/** Settings of the plugin; each has a default. */
export interface HelloOptions {
  /** Name to greet the service with: visible ASCII. Default `hello`. */
  readonly name?: string
  /** Receives one line for each call. Default: nobody. */
  readonly say?: (line: string) => void
}

/** What the plugin adds to the client. */
export interface HelloApi {
  /** What the plugin has seen. */
  readonly hello: {
    /** Calls that ended well. */
    readonly done: number
    /** Calls that ended with an error. */
    readonly failed: number
    /** Requests on the wire; more than calls where some were tried again. */
    readonly requests: number
  }
}

/**
 * Counts calls and requests, and greets the service with a header `x-hello`.
 * @example
 * const greeting = createClient({ plugins: [hello({ name: 'reports' })] })
 * console.log(greeting.hello.done)
 */
export const hello = (options: HelloOptions = {}): Plugin<HelloApi> => {
  // Options go to the factory and are settled here, once.
  const { name = 'hello', say = () => undefined } = options
  return {
    name: 'hello',
    setup: () => {
      // State is made in `setup`: each client has its own.
      let done = 0
      let failed = 0
      let requests = 0
      return {
        // The door of meaning: endpoint, checked input, decoded result or error.
        async around(call, next) {
          try {
            const reply = await next(call)
            done++
            say(`${call.endpoint.route}: done`)
            return reply
          } catch (error) {
            failed++
            say(`${call.endpoint.route}: failed`)
            // Not wrapped: an error, and above all an abort's reason, belongs to the caller.
            throw error
          }
        },
        // The door of bytes: once for every try. The request is not changed, a new one is made.
        intercept: (send) => (request, sendOptions) => {
          requests++
          return send({ ...request, headers: { ...request.headers, 'x-hello': name } }, sendOptions)
        },
        extend: {
          hello: {
            get done() {
              return done
            },
            get failed() {
              return failed
            },
            get requests() {
              return requests
            },
          },
        },
        close: () => Promise.resolve(say(`goodbye after ${done + failed} calls`)),
      }
    },
  }
}
