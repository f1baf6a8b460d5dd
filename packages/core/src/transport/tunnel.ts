import type { Socket } from 'node:net'
import type { buildConnector } from 'undici'

const basicAuth = (proxy: URL): string => {
  if (proxy.username === '') return ''
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  return `proxy-authorization: Basic ${Buffer.from(pair).toString('base64')}\r\n`
}

/** Asks a proxy for a tunnel (RFC 9110 section 9.3.6) and hears its answer. */
const open = (socket: Socket, proxy: URL, authority: string, timeoutMs: number, done: (error: Error | null) => void): void => {
  let head = ''
  const finish = (error: Error | null): void => {
    clearTimeout(timer)
    socket.off('data', onData).off('error', finish).off('close', onClose)
    if (error !== null) socket.on('error', () => undefined).destroy()
    done(error)
  }
  const onClose = (): void => finish(new Error('the proxy closed the connection instead of opening a tunnel'))
  const onData = (bytes: Buffer): void => {
    head += bytes.toString('latin1')
    const end = head.indexOf('\r\n\r\n')
    if (end < 0 && head.length < 16_384) return
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]
    if (end < 0 || status === undefined) return finish(new Error('the proxy did not answer in HTTP'))
    if (status[0] !== '2') return finish(new Error(`the proxy refused the tunnel with HTTP ${status}`))
    socket.pause()
    // Nobody speaks before us in TLS; should the proxy have more to say, it is not lost.
    if (head.length > end + 4) socket.unshift(Buffer.from(head.slice(end + 4), 'latin1'))
    finish(null)
  }
  const timer = setTimeout(() => finish(new Error(`the proxy opened no tunnel within ${timeoutMs} ms`)), timeoutMs)
  socket.on('data', onData).on('error', finish).on('close', onClose)
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n${basicAuth(proxy)}\r\n`)
}

/**
 * A connector that reaches every origin by a tunnel through a proxy. TLS is spoken with the origin,
 * so the proxy sees its name and nothing else.
 */
export const tunnel =
  (proxy: URL, connect: buildConnector.connector, timeoutMs: number): buildConnector.connector =>
  (target, callback) => {
    const { host, hostname, port, protocol } = proxy
    connect({ host, hostname, port, protocol }, (error, socket) => {
      if (socket === null) return callback(error, null)
      const asked = target.host ?? target.hostname
      const authority = target.port ? asked : `${asked}:${target.protocol === 'https:' ? 443 : 80}`
      return open(socket, proxy, authority, timeoutMs, (failure) => {
        if (failure !== null) callback(failure, null)
        else if (target.protocol === 'https:') connect({ ...target, httpSocket: socket }, callback)
        else callback(null, socket)
      })
    })
  }
