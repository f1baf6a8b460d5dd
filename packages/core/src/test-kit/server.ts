import { type IncomingMessage, type RequestListener, type Server, type ServerResponse, createServer } from 'node:http'
import { type AddressInfo, type Server as NetServer, type Socket, createServer as createNetServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** A loopback server for one test, and what it saw. */
export interface Loopback {
  readonly url: string
  readonly port: number
  /** `METHOD /path?query` of each request, in order. */
  readonly seen: string[]
  /** Headers of each request, in order. */
  readonly headers: IncomingMessage['headers'][]
  readonly bodies: string[]
  /** Connections opened so far. */
  connections: number
}

const listen = async (server: Server | NetServer): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const closeLater = (server: Server | NetServer, sockets: ReadonlySet<Socket>): void => {
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
}

/** Serves on loopback until the test ends; the handler is called when the request's body has been read. */
export const serve = async (handler: (request: IncomingMessage, response: ServerResponse, body: string) => void): Promise<Loopback> => {
  const sockets = new Set<Socket>()
  const listener: RequestListener = (request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      loopback.seen.push(`${request.method} ${request.url}`)
      loopback.headers.push(request.headers)
      loopback.bodies.push(body)
      handler(request, response, body)
    })
  }
  const server = createServer(listener)
  const port = await listen(server)
  const loopback: Loopback = { url: `http://127.0.0.1:${port}`, port, seen: [], headers: [], bodies: [], connections: 0 }
  server.on('connection', (socket) => {
    loopback.connections++
    sockets.add(socket)
  })
  closeLater(server, sockets)
  return loopback
}

/** Raw TCP on loopback until the test ends: for everything that a well-behaved server never does. */
export const serveRaw = async (handler: (socket: Socket) => void): Promise<{ readonly url: string; readonly port: number; readonly sockets: ReadonlySet<Socket> }> => {
  const sockets = new Set<Socket>()
  const server = createNetServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    handler(socket)
  })
  const port = await listen(server)
  closeLater(server, sockets)
  return { url: `http://127.0.0.1:${port}`, port, sockets }
}

/** Answers JSON. */
export const json = (response: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}

/** Resolves when the condition holds; the test's own time limit ends a wait for one that never does. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
