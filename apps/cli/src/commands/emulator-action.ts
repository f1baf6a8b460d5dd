import { loadSeed, startEmulator } from '@zonewright/emulator'
import type { Action } from '../command.ts'
import { Failure, UsageError } from '../failures.ts'
import { listenFailure } from '../listen-failure.ts'
import { refuseForm } from '../output/no-form.ts'

interface Options {
  readonly port?: number
  readonly host?: string
  readonly data?: string
  readonly seed?: string
  readonly rateLimit?: boolean
}

const startFailure = (cause: unknown, host: string, port: number): unknown => {
  if (cause instanceof Error && (cause.name === 'SeedError' || cause.name === 'DataDirectoryError')) return new Failure(`${cause.message}; ${cause.name === 'SeedError' ? 'correct the file of --seed' : 'choose another folder with --data'}`, { cause })
  return listenFailure(cause, host, port)
}

/** Runs the emulator until a signal comes; that is its ordinary end. */
export const run: Action<object, Options> = async (context, _, options) => {
  refuseForm(context, 'says one line when it can serve')
  const { port = 8787, host = '127.0.0.1', data = '.zonewright/', seed, rateLimit = false } = options
  if (port < 0 || port > 65_535) throw new UsageError(`--port ${port}: expected 0 to 65535`)
  const { signal } = context.io
  let server: Awaited<ReturnType<typeof startEmulator>>
  try {
    server = await startEmulator({ port, host, rateLimit, data, ...(seed === undefined ? {} : { seed: loadSeed(seed) }) })
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
