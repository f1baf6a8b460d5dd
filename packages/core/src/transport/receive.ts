import type { Dispatcher } from 'undici'
import type { WireReply, WireRequest } from '../call.ts'
import { DecodeError, TransportError } from '../errors.ts'
import type { SendOptions } from '../transport.ts'
import { ByteQueue } from './byte-queue.ts'

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

/** Dispatches one request and collects its answer: whole, or as a stream when that was asked for and the status is 2xx. */
export const receive = (dispatcher: Dispatcher, request: WireRequest, options: SendOptions): Promise<WireReply> =>
  new Promise((resolve, reject) => {
    const slash = request.url.indexOf('/', 8)
    const chunks: Uint8Array[] = []
    let length = 0
    let status = 0
    let headers: Record<string, string> = {}
    let controller: Dispatcher.DispatchController | undefined
    let stream: ByteQueue | undefined
    let ended: Error | undefined

    const finish = (): void => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
    }
    const fail = (error: Error): void => {
      finish()
      if (stream === undefined) reject(error)
      else stream.fail(error)
    }
    // The caller's own reason wins over whatever error the abort leads to below.
    const stop = (reason: Error): void => {
      ended ??= reason
      if (controller === undefined) fail(ended)
      else controller.abort(ended)
    }
    const onAbort = (): void => stop(options.signal?.reason as Error)
    const lost = (message: string, cause?: unknown): TransportError => new TransportError({ route: options.route, phase: controller === undefined ? 'connect' : 'sent', message, cause })
    const timer = setTimeout(() => stop(lost(`no complete answer within ${options.timeoutMs} ms; look whether it was carried out, or raise timeoutMs`)), options.timeoutMs)
    options.signal?.addEventListener('abort', onAbort, { once: true })

    dispatcher.dispatch(
      {
        origin: request.url.slice(0, slash),
        path: request.url.slice(slash),
        method: request.method as Dispatcher.HttpMethod,
        headers: request.headers as Record<string, string>,
        body: request.body ?? null,
        // undici's own timers are coarse (about a second) but free; they watch for silence, ours for the whole.
        headersTimeout: options.timeoutMs,
        bodyTimeout: options.stallMs,
      },
      {
        onRequestStart(started) {
          controller = started
          if (ended !== undefined) started.abort(ended)
        },
        onResponseStart(_, statusCode, responseHeaders) {
          if (statusCode < 200) return
          status = statusCode
          headers = flat(responseHeaders)
          if (options.stream && status < 300) {
            clearTimeout(timer)
            stream = new ByteQueue(() => controller?.pause(), () => controller?.resume(), (reason) => stop(reason))
            resolve({ status, headers, body: empty, stream })
          }
        },
        onResponseData(_, chunk) {
          if (stream !== undefined) {
            stream.push(chunk)
            return
          }
          length += chunk.length
          if (length > options.maxBytes) stop(new DecodeError({ route: options.route, status, message: `the answer is larger than ${options.maxBytes} bytes; raise maxResponseBytes or ask for less` }))
          else chunks.push(chunk)
        },
        onResponseEnd() {
          finish()
          if (stream === undefined) resolve({ status, headers, body: join(chunks, length) })
          else stream.end()
        },
        onResponseError(_, error) {
          fail(ended ?? explain(error, status, options, lost))
        },
      },
    )
  })

const explain = (error: Error, status: number, options: SendOptions, lost: (message: string, cause: unknown) => TransportError): Error => {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'UND_ERR_BODY_TIMEOUT') return lost(`the answer stopped in the middle for ${options.stallMs} ms`, error)
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return lost(`no answer within ${options.timeoutMs} ms`, error)
  if (status !== 0) return lost('the connection broke in the middle of the answer', error)
  return lost(`${error.message || code || 'connection failed'}${code !== '' && !error.message.includes(code) ? ` (${code})` : ''}`, error)
}
