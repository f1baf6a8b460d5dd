import { fileShelf, type FormPostLogEntry, startBridge } from '@zonewright/bridge'
import { readFileSync } from 'node:fs'
import { findConfig } from '../bridge-config-file.ts'
import type { Action } from '../command.ts'
import { baseUrlFrom } from '../connection.ts'
import { Failure, UsageError } from '../failures.ts'
import { fileFailure } from '../input-file.ts'
import { listenFailure } from '../listen-failure.ts'
import { refuseForm } from '../output/no-form.ts'

interface Options {
  readonly port?: number
  readonly host?: string
  readonly upstream?: string
  readonly data?: string
  readonly config?: string
  readonly tlsKey?: string
  readonly tlsCert?: string
}

/** Where API v4 is when nobody says. */
const service = 'https://api.cloudflare.com/client/v4'

const pem = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw fileFailure('read', path, cause)
  }
}

const tlsOf = ({ tlsKey, tlsCert }: Options): { readonly key: string; readonly cert: string } | undefined => {
  if (tlsKey === undefined && tlsCert === undefined) return undefined
  if (tlsKey === undefined || tlsCert === undefined) throw new UsageError(`--tls-key and --tls-cert go together: give ${tlsKey === undefined ? '--tls-key' : '--tls-cert'} too`)
  return { key: pem(tlsKey), cert: pem(tlsCert) }
}

const startFailure = (cause: unknown, host: string, port: number): unknown => {
  if (cause instanceof Error && cause.name === 'UnsafeAddressError') return new UsageError(`--host ${cause.message.replace('a certificate and its key', '--tls-cert and --tls-key')}`, { cause })
  if (cause instanceof Error && cause.name === 'ShelfError') return new Failure(cause.message, { cause })
  if ((cause as NodeJS.ErrnoException | null)?.code?.startsWith('ERR_OSSL') === true) return new Failure('--tls-key and --tls-cert: not a key and its certificate in PEM form', { cause })
  return listenFailure(cause, host, port)
}

const line = ({ api, action, result, code, message }: FormPostLogEntry): string => `${api} ${JSON.stringify(action.slice(0, 40)).slice(1, -1)} ${result}${code === undefined ? '' : ` ${code}`}${message === undefined ? '' : `: ${message}`}\n`

/** Runs the bridge until a signal comes; that is its ordinary end. */
export const run: Action<object, Options> = async (context, _, options) => {
  refuseForm(context, 'says one line when it can serve')
  const { io, global } = context
  const { port = 8788, host = '127.0.0.1', data = '.zonewright-bridge', config: file } = options
  if (port < 0 || port > 65_535) throw new UsageError(`--port ${port}: expected 0 to 65535`)
  const tls = tlsOf(options)
  const baseUrl = baseUrlFrom(options.upstream ?? global.baseUrl, io.env) ?? service
  const { config, path, made } = findConfig({ io, data, ...(file === undefined ? {} : { file }), ...(global.tokenEnv === undefined ? {} : { tokenEnv: global.tokenEnv }) })
  let server: Awaited<ReturnType<typeof startBridge>>
  try {
    const shelf = fileShelf(data)
    server = await startBridge({ upstream: { baseUrl, ...(io.transport === undefined ? {} : { transport: io.transport }) }, config, shelf, port, host, ...(tls === undefined ? {} : { tls }), log: (entry) => void io.stderr.write(line(entry)) }).catch((cause: unknown) => {
      shelf.close()
      throw cause
    })
  } catch (cause) {
    throw startFailure(cause, host, port)
  }
  try {
    if (made) await io.stderr.write(`wrote ${path} with new keys: give them to the programs\n`)
    await context.output.text(`listening on ${server.origin}\n`)
    if (!io.signal.aborted) await new Promise((resolve) => io.signal.addEventListener('abort', resolve, { once: true }))
  } finally {
    await server.close()
  }
}
