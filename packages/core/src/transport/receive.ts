import type { Dispatcher } from 'undici'
import type { WireReply, WireRequest } from '../call.ts'
import { DecodeError, InputError, TransportError } from '../errors.ts'
import { onAbort } from '../on-abort.ts'
import { mayStream, type SendOptions } from '../transport.ts'
import { ByteQueue } from './byte-queue.ts'
import type { Dispatch, Passenger } from './connections.ts'

const empty = new Uint8Array(0)

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string> => {
  // Repeated headers are rare; the object that undici made is used as it is when there are none.
  for (const name in headers) {
    const value = headers[name]
    if (Array.isArray(value)) headers[name] = value.join(', ')
  }
  return headers as Record<string, string>
}

const join = (chunks: readonly Uint8Array[], length: number): Uint8Array => (chunks.length === 0 ? empty : chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, length))

/** Bodies are asked for packed: a page of records shrinks to a tenth. A caller's own wish goes first. */
const withPacking = (headers: Readonly<Record<string, string>>): Record<string, string> => (headers['accept-encoding'] === undefined ? { ...headers, 'accept-encoding': 'gzip, br' } : headers)

const givenUp = new Error('given up')

/**
 * One request on its way. It is `connect` until undici hands the request to a socket: from then on it may have arrived.
 */
class Exchange implements Passenger {
  release: (broken: boolean) => void = () => undefined
  readonly #options: SendOptions
  readonly #resolve: (reply: WireReply) => void
  readonly #reject: (reason: unknown) => void
  readonly #timer: NodeJS.Timeout
  readonly #forgetSignal: (() => void) | undefined
  readonly #chunks: Uint8Array[] = []
  #length = 0
  #status = 0
  #headers: Record<string, string> = {}
  #controller: Dispatcher.DispatchController | undefined
  #stream: ByteQueue | undefined
  // The reason in a box: a caller may abort with any value, `null` too.
  #stopped: { readonly reason: unknown } | undefined

  constructor(options: SendOptions, resolve: (reply: WireReply) => void, reject: (reason: unknown) => void) {
    this.#options = options
    this.#resolve = resolve
    this.#reject = reject
    this.#timer = setTimeout(this.#onTimeout, options.timeoutMs)
    const { signal } = options
    if (signal !== undefined) this.#forgetSignal = onAbort(signal, () => this.#stop(signal.reason))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it waited: nothing is written. Thrown, since to abort would also end the fresh connection.
    if (this.#stopped !== undefined) throw givenUp
    this.#controller = controller
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Record<string, string | string[] | undefined>): void {
    // Interim answers, such as 103 Early Hints, come before the real one.
    if (status < 200) return
    this.#status = status
    this.#headers = flat(headers)
    if (mayStream(this.#options, status, this.#headers)) {
      clearTimeout(this.#timer)
      this.#stream = new ByteQueue({
        pause: () => this.#controller?.pause(),
        resume: () => this.#controller?.resume(),
        stop: (reason) => this.#stop(reason),
      })
      this.#resolve({ status, headers: this.#headers, body: empty, stream: this.#stream })
    } else if (Number(this.#headers['content-length'] ?? 0) > this.#options.maxBytes) this.#tooLarge()
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#stream !== undefined) {
      this.#stream.push(chunk)
      return
    }
    this.#length += chunk.length
    if (this.#length > this.#options.maxBytes) this.#tooLarge()
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.#finish()
    if (this.#stream === undefined) this.#resolve({ status: this.#status, headers: this.#headers, body: join(this.#chunks, this.#length) })
    else this.#stream.end()
    this.release(false)
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    // The caller's own reason wins over whatever error the abort led to below.
    if (this.#stopped === undefined) this.#fail(this.#explain(error))
    else this.#fail(this.#stopped.reason)
    this.release(this.#controller === undefined && error !== givenUp)
  }

  get gone(): boolean {
    return this.#stopped !== undefined
  }

  #finish(): void {
    clearTimeout(this.#timer)
    this.#forgetSignal?.()
  }

  #fail(reason: unknown): void {
    this.#finish()
    if (this.#stream === undefined) this.#reject(reason)
    else this.#stream.fail(reason, this.#stopped !== undefined)
  }

  #stop(reason: unknown): void {
    if (this.#stopped !== undefined) return
    this.#stopped = { reason }
    this.#fail(reason)
    // undici answers with onResponseError, which gives the connection back.
    this.#controller?.abort(reason instanceof Error ? reason : givenUp)
  }

  readonly #onTimeout = (): void => {
    const { timeoutMs } = this.#options
    const reached = this.#controller !== undefined
    this.#stop(this.#lost(reached ? `no complete answer within ${timeoutMs} ms; look whether it was carried out, or raise timeoutMs` : `no connection was free within ${timeoutMs} ms, nothing was sent; raise timeoutMs`))
  }

  #tooLarge(): void {
    const { route, maxBytes } = this.#options
    this.#stop(new DecodeError({ route, status: this.#status, rayId: this.#headers['cf-ray'], message: `the answer is larger than ${maxBytes} bytes; raise maxResponseBytes or ask for less [HTTP ${this.#status}]` }))
  }

  #lost(message: string, cause?: unknown): TransportError {
    return new TransportError({ route: this.#options.route, phase: this.#controller === undefined ? 'connect' : 'sent', message, cause })
  }

  #explain(error: Error): Error {
    const { route, stallMs, timeoutMs } = this.#options
    const code = 'code' in error ? String(error.code) : ''
    if (code === 'UND_ERR_INVALID_ARG' && this.#controller === undefined) return new InputError({ route, issues: [{ path: [], message: error.message }], cause: error })
    if (code === 'UND_ERR_BODY_TIMEOUT') return this.#lost(`the answer stopped in the middle for ${stallMs} ms`, error)
    if (code === 'UND_ERR_HEADERS_TIMEOUT') return this.#lost(`no answer within ${timeoutMs} ms`, error)
    if (this.#status !== 0) return this.#lost('the connection broke in the middle of the answer', error)
    return this.#lost(`${error.message || code || 'connection failed'}${code !== '' && !error.message.includes(code) ? ` (${code})` : ''}`, error)
  }
}

/**
 * Dispatches one request and collects its answer: whole, or as a stream when that was asked for and the status is 2xx.
 */
export const receive = (dispatch: Dispatch, request: WireRequest, options: SendOptions): Promise<WireReply> =>
  new Promise((resolve, reject) => {
    const { url } = request
    const slash = url.indexOf('/', 8)
    const exchange = new Exchange(options, resolve, reject)
    const order: Dispatcher.DispatchOptions = {
      origin: slash < 0 ? url : url.slice(0, slash),
      path: slash < 0 ? '/' : url.slice(slash),
      method: request.method as Dispatcher.HttpMethod,
      headers: withPacking(request.headers),
      body: request.body ?? null,
      // undici's own timers are coarse (about a second) but free; they watch for silence, ours for the whole.
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.stallMs,
    }
    try {
      dispatch(order, exchange)
    } catch (error) {
      exchange.onResponseError(undefined, error as Error)
    }
  })
