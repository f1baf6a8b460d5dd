import type { FormPostService } from '@zonewright/bridge'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import { isIP, type Socket } from 'node:net'

import { adminPrefix, answerAdmin, type RequestLog, requestLog } from './admin.ts'
import type { Clock } from './clock.ts'
import { ConnectionLost, type Engine, type EngineAnswer } from './engine.ts'
import { Refusal, refuse } from './errors.ts'
import { FaultError, type FaultQueue, faultQueue, faultsFromHeader, type InjectedFault } from './faults.ts'
import { reset, sendDamaged, tooManyRequests, wait } from './inject.ts'
import { readBody } from './request-body.ts'
import { type RatelimitHeader, responseHeaders } from './response-headers.ts'
import { type FileAnswer, type FileRequest, signedFilePrefix } from './state/signed-files.ts'
import { replyFaults } from './wire/v4-json.ts'

/** One line of the log; no secret is in it. */
export interface LogEntry {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly status: number
  readonly ms: number
  /** First error code and where its wording comes from, when the answer says no. */
  readonly code?: number
  readonly source?: string
  /** What went wrong inside, when that is no refusal. */
  readonly error?: string
}

/** What a server shows to be trusted, both as PEM texts. */
export interface ServerCertificate {
  /** Private key. */
  readonly key: string
  /** Certificate, those of its issuers behind it. */
  readonly cert: string
}

/** What a server is made of. */
export interface ServerParts {
  readonly engine: Engine
  /** Answers at signed addresses. */
  readonly file?: (request: FileRequest) => FileAnswer
  /** Answers at the addresses of the two form-POST APIs. */
  readonly formPost?: FormPostService
  readonly clock: Clock
  readonly ratelimitHeader: RatelimitHeader
  /** Most octets in a request's body. */
  readonly maxBodyBytes: number
  readonly log?: (entry: LogEntry) => void
  /** Speaks TLS; plain HTTP without. */
  readonly tls?: ServerCertificate
}

/** The server with what tests look into. */
export interface EmulatorServer {
  readonly http: Server | SecureServer
  readonly faults: FaultQueue
  readonly requests: RequestLog
  /** Lets open requests end, then closes all connections. */
  close(): Promise<void>
}

/** How a request ended. */
type Ended = Omit<LogEntry, 'ms' | 'method' | 'target'> & { readonly faults: readonly string[] }

/** How long a graceful close waits for open requests, in milliseconds. */
const closeMs = 5000

const isLoopback = (address: string | undefined): boolean => address !== undefined && isIP(address) !== 0 && /^(?:127\.|::1$|::ffff:127\.)/.test(address)

/** Path and query: also of a request that names the whole address, as it is sent to a proxy (RFC 9112, 3.2.2). */
const targetOf = ({ url = '/' }: IncomingMessage): string => url.replace(/^https?:\/\/[^/?]*/i, '')

/** Makes the HTTP server around an engine; the caller makes it listen. */
export const makeServer = ({ engine, file, formPost, clock, ratelimitHeader, maxBodyBytes, log, tls }: ServerParts): EmulatorServer => {
  const faults = faultQueue()
  const requests = requestLog()
  /** Open requests of each connection. */
  const open = new Map<Socket, number>()
  let closing = false

  const send = (response: ServerResponse, target: string, answer: EngineAnswer): void => {
    const headers = { ...responseHeaders(answer.contentType, { now: clock.now(), path: target, ratelimit: ratelimitHeader }), ...(ratelimitHeader === 'accurate' || answer.status === 429 ? answer.headers : {}) }
    response.writeHead(answer.status, { ...headers, 'content-length': Buffer.byteLength(answer.body) })
    response.end(answer.body)
  }

  const injected = (request: IncomingMessage, target: string): readonly InjectedFault[] => {
    if (!isLoopback(request.socket.remoteAddress)) return []
    const header = request.headers['x-emulator-fault']
    const asked = typeof header === 'string' ? faultsFromHeader(header) : []
    return [...asked, ...faults.take({ method: request.method ?? '', path: target })]
  }

  /** The old APIs make several calls of one action, so what is to be lost before it is kept is not begun. */
  const answerForm = async (service: FormPostService, request: IncomingMessage, body: Buffer, lose: boolean): Promise<EngineAnswer> => {
    if (lose) throw new ConnectionLost()
    const { remoteAddress } = request.socket
    const answer = await service.answer({ method: request.method ?? 'GET', target: targetOf(request), contentType: request.headers['content-type'] ?? '', body, ...(remoteAddress === undefined ? {} : { address: remoteAddress }) })
    return { ...answer, headers: {} }
  }

  /** Answers one request; gives what goes into the log, or undefined for the emulator's own routes. */
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<Ended | undefined> => {
    const target = targetOf(request)
    const method = request.method ?? 'GET'
    if (file !== undefined && target.startsWith(signedFilePrefix)) {
      const { status, headers, body } = file({ method, target, body: await readBody(request, maxBodyBytes), now: clock.now() })
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
      return undefined
    }
    if (target.startsWith(adminPrefix)) {
      const { status, body } = isLoopback(request.socket.remoteAddress) ? answerAdmin({ method, target, body: await readBody(request, maxBodyBytes) }, { faults, requests }) : { status: 403, body: { error: 'only on loopback' } }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      return undefined
    }
    const meeting = injected(request, target)
    const met = new Map(meeting.map((fault) => [fault.kind, fault]))
    const kinds = [...met.keys()]
    const body = await readBody(request, maxBodyBytes)
    await wait(met.get('latency')?.ms ?? 0)
    const limited = met.get('too_many_requests')
    if (limited !== undefined) {
      tooManyRequests(response, limited)
      return { status: 429, faults: kinds }
    }
    let answer: EngineAnswer
    try {
      answer = formPost?.serves(target) === true ? await answerForm(formPost, request, body, met.has('reset_before_commit')) : await engine.answer({ method: method === 'HEAD' ? 'GET' : method, target, contentType: request.headers['content-type'] ?? '', body, headers: request.headers, origin: `${tls === undefined ? 'http' : 'https'}://${request.headers.host ?? ''}`, ...(request.socket.remoteAddress === undefined ? {} : { address: request.socket.remoteAddress }), loseBeforeCommit: met.has('reset_before_commit') })
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      reset(request.socket)
      return { status: 0, faults: kinds }
    }
    const damage = meeting.find(({ kind }) => kind === 'reset_after_commit' || kind === 'truncated_body' || kind === 'stalled_body' || kind === 'html_502') ?? met.get('reset_before_commit')
    if (damage === undefined) send(response, target, answer)
    else sendDamaged(response, damage, answer)
    const code = answer.refusal?.faults[0]?.code
    return { status: answer.status, faults: kinds, ...(code === undefined ? {} : { code }), ...(answer.refusal === undefined ? {} : { source: answer.refusal.source }) }
  }

  const fail = (request: IncomingMessage, response: ServerResponse, error: unknown): Ended => {
    const known = error instanceof Refusal
    const refusal = known ? error : error instanceof FaultError ? refuse('fault_invalid', { detail: error.message }) : refuse('internal', { detail: 'see the log of the emulator' })
    if (!response.headersSent && !response.destroyed) {
      // The rest of a body that is too large is not read, so the connection can't be used again.
      response.setHeader('connection', 'close')
      send(response, targetOf(request), { status: refusal.status, headers: {}, refusal, ...replyFaults(refusal.faults) })
    }
    return { status: refusal.status, faults: [], code: refusal.faults[0]?.code ?? 0, source: refusal.source, ...(known || error instanceof FaultError ? {} : { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }) }
  }

  const listener: RequestListener = (request, response) => {
    const { socket } = request
    const start = performance.now()
    open.set(socket, (open.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = (open.get(socket) ?? 1) - 1
      if (left > 0) open.set(socket, left)
      else open.delete(socket)
      // A connection that was busy when the close began would be kept alive for the next request.
      if (closing) setImmediate(() => http.closeIdleConnections())
    })
    void serve(request, response)
      .catch((error: unknown) => fail(request, response, error))
      .then((entry) => {
        if (entry === undefined) return
        const { faults: kinds, ...rest } = entry
        const method = request.method ?? ''
        const target = targetOf(request)
        const ms = Math.round((performance.now() - start) * 1000) / 1000
        requests.add({ method, target, status: rest.status, faults: kinds, ms, ...(rest.code === undefined ? {} : { code: rest.code }) })
        log?.({ method, target, ms, ...rest })
      })
  }

  const limits = { keepAliveTimeout: 65_000, maxHeaderSize: 65_536 }
  const http = tls === undefined ? createServer(limits, listener) : createSecureServer({ ...limits, key: tls.key, cert: tls.cert }, listener)

  http.on('clientError', (_error, stream) => {
    const socket = stream as Socket
    // Some programs send NULs after a complete request: it is answered, and only what follows is not understood.
    if (open.has(socket)) return
    if (socket.writable && socket.bytesWritten === 0) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    else socket.destroy()
  })

  return {
    http,
    faults,
    requests,
    close: () =>
      new Promise((done) => {
        closing = true
        const timer = setTimeout(() => http.closeAllConnections(), closeMs)
        http.close(() => {
          clearTimeout(timer)
          done()
        })
        http.closeIdleConnections()
      }),
  }
}
