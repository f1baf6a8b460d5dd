import { type Compat, loadSeed, startEmulator } from '@zonewright/emulator'
import type { Action } from '../command.ts'
import { Failure, UsageError } from '../failures.ts'
import { readInput } from '../input-file.ts'
import type { Io } from '../io.ts'
import { listenFailure } from '../listen-failure.ts'
import { refuseForm } from '../output/no-form.ts'

interface Options {
  readonly port?: number
  readonly host?: string
  readonly data?: string
  readonly seed?: string
  readonly rateLimit?: boolean
  readonly compat?: Compat
  readonly tlsKey?: string
  readonly tlsCert?: string
}

/** Key and certificate from their files; both or none. */
const certificateOf = async ({ tlsKey, tlsCert }: Options, io: Io): Promise<{ readonly tls?: { readonly key: string; readonly cert: string } }> => {
  if (tlsKey === undefined && tlsCert === undefined) return {}
  if (tlsKey === undefined || tlsCert === undefined) throw new UsageError('--tls-key and --tls-cert go together: give both, or neither')
  const [key, cert] = await Promise.all([tlsKey, tlsCert].map(async (path) => Buffer.from(await readInput(path, io)).toString('utf8')))
  return { tls: { key: key ?? '', cert: cert ?? '' } }
}

const startFailure = (cause: unknown, host: string, port: number): unknown => {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  if (code?.startsWith('ERR_OSSL_') === true) return new Failure(`cannot speak TLS with these files: ${(cause as Error).message}; --tls-key wants a private key and --tls-cert its certificate, both as PEM`, { cause })
  if (cause instanceof Error && (cause.name === 'SeedError' || cause.name === 'DataDirectoryError')) return new Failure(`${cause.message}; ${cause.name === 'SeedError' ? 'correct the file of --seed' : 'choose another folder with --data'}`, { cause })
  return listenFailure(cause, host, port)
}

/** Runs the emulator until a signal comes; that is its ordinary end. */
export const run: Action<object, Options> = async (context, _, options) => {
  refuseForm(context, 'says one line when it can serve')
  const { port = 8787, host = '127.0.0.1', data = '.zonewright/', seed, rateLimit = false, compat = 'today' } = options
  if (port < 0 || port > 65_535) throw new UsageError(`--port ${port}: expected 0 to 65535`)
  const { signal } = context.io
  const certificate = await certificateOf(options, context.io)
  let server: Awaited<ReturnType<typeof startEmulator>>
  try {
    server = await startEmulator({ port, host, rateLimit, data, compat, ...certificate, ...(seed === undefined ? {} : { seed: loadSeed(seed) }) })
  } catch (cause) {
    throw startFailure(cause, host, port)
  }
  try {
    await context.output.text(`listening on ${server.origin}\n`)
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  } finally {
    await server.close()
  }
}
