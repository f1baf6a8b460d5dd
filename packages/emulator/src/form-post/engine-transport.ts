import { TransportError, type Transport } from '@zonewright/core'

import { ConnectionLost, type Engine } from '../engine.ts'

/** Where the engine's own API v4 stands for a client that reaches it without a socket. */
export const engineBaseUrl = 'http://127.0.0.1/client/v4'

/** Carries calls to an engine in this process: the old APIs are clients of the emulator's own API v4. */
export const engineTransport = (engine: Engine): Transport => ({
  async send({ method, url, headers, body = '' }, { route }) {
    const { pathname, search } = new URL(url)
    try {
      const answer = await engine.answer({ method, target: pathname + search, contentType: headers['content-type'] ?? '', body: Buffer.from(body), headers, counted: true })
      return { status: answer.status, headers: { 'content-type': answer.contentType, ...answer.headers }, body: Buffer.from(answer.body) }
    } catch (error) {
      if (error instanceof ConnectionLost) throw new TransportError({ route, phase: 'sent', message: 'the connection was lost', cause: error })
      throw error
    }
  },
  close: () => Promise.resolve(),
})
