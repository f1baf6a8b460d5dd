import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import type { EngineAnswer } from './engine.ts'
import { faultOf } from './errors.ts'
import type { InjectedFault } from './faults.ts'
import { replyFaults } from './wire/v4-json.ts'

/** Waits; no time at all does not even leave the turn. */
export const wait = async (ms: number): Promise<void> => {
  if (ms > 0) await new Promise((done) => setTimeout(done, ms))
}

/** Ends a connection as a crash would: the other side gets a reset, not an end. */
export const reset = (socket: Socket): void => {
  // Under TLS it is the connection below that is reset.
  const { _parent: below } = socket as Socket & { readonly _parent?: Socket }
  ;(below ?? socket).resetAndDestroy()
  socket.destroy()
}

const page = (title: string): string => `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n`

const sendPage = (response: ServerResponse, status: number, title: string, headers: Readonly<Record<string, string>>): void => {
  response.writeHead(status, { ...headers, 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' }).end(page(title))
}

/** Too many requests: as JSON or as a page, with or without the time to wait. */
export const tooManyRequests = (response: ServerResponse, { retryAfter = 1, html = false }: InjectedFault): void => {
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': String(retryAfter) }
  if (html) {
    sendPage(response, 429, '429 Too Many Requests', headers)
    return
  }
  const { contentType, body } = replyFaults([faultOf('rate_limited')])
  response.writeHead(429, { ...headers, 'content-type': contentType }).end(body)
}

/** Sends an answer in the way the fault says; everything it tells of has happened. */
export const sendDamaged = (response: ServerResponse, { kind }: InjectedFault, answer: EngineAnswer): void => {
  const { socket } = response
  if (kind === 'html_502') {
    sendPage(response, 502, '502 Bad Gateway', {})
    return
  }
  if (kind === 'truncated_body' || kind === 'stalled_body') {
    const body = Buffer.from(answer.body)
    response.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': body.length })
    // The half must be on its way before the connection ends, or the client would see no headers either.
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      if (kind === 'truncated_body') socket?.destroySoon()
    })
    return
  }
  if (socket !== null) reset(socket)
}
