import { ApiError, DecodeError, type Fault, InputError, TransportError } from '@zonewright/core'
import { colourful, red } from './colour.ts'
import type { GlobalOptions } from './command.ts'
import { baseUrlFrom } from './connection.ts'
import { Failure, Interrupted, UsageError, exit } from './failures.ts'
import type { Io } from './io.ts'
import { nextStepFor } from './next-step.ts'

/** Where an error happened. */
export interface FailureScene {
  readonly io: Io
  readonly global?: GlobalOptions
  /** What had been carried out before it. */
  readonly carriedOut?: string | undefined
}

const faultLines = (fault: Fault, depth = 0): string[] => [
  `${depth === 0 ? '' : `${'  '.repeat(depth)}because `}${fault.name ?? fault.code} ${fault.message}${fault.pointer === undefined ? '' : ` (${fault.pointer})`}`,
  ...(fault.chain ?? []).flatMap((cause) => faultLines(cause, depth + 1)),
]

const seen = (error: { readonly status: number; readonly rayId?: string }): string => `HTTP ${error.status}${error.rayId === undefined ? '' : `, ray ${error.rayId}`}`

const withoutRoute = (error: { readonly route: string; readonly message: string }): string => (error.message.startsWith(`${error.route}: `) ? error.message.slice(error.route.length + 2) : error.message)

const issueLine = (route: string, path: readonly PropertyKey[], message: string): string => (path.length === 0 ? `${route}: ${message}` : `${route}: ${path.map(String).join('.')}: ${message}`)

/** The lines that tell an error to a person, without the leading `zw: `. */
const linesOf = async (error: unknown, scene: FailureScene): Promise<readonly string[]> => {
  if (error instanceof Failure) return error.lines
  if (error instanceof Interrupted) return [`stopped by ${error.by}${scene.carriedOut === undefined ? '; nothing was changed' : `; ${scene.carriedOut}`}`]
  if (error instanceof InputError) return error.issues.map((issue) => issueLine(error.route, issue.path, issue.message))
  if (!(error instanceof ApiError || error instanceof TransportError || error instanceof DecodeError)) {
    const message = error instanceof Error ? error.message : String(error)
    return [`${message}; this is a fault of zw itself: run it again with ZW_DEBUG=1 and report what it prints`]
  }
  const next = await nextStepFor(error, { env: scene.io.env, tokenEnv: scene.global?.tokenEnv, baseUrl: baseUrlFrom(scene.global?.baseUrl, scene.io.env) })
  if (error instanceof ApiError) {
    const faults = error.faults.length === 0 ? ['refused without a reason'] : error.faults.flatMap((fault) => faultLines(fault))
    return [...faults.map((line) => `${error.route}: ${line}`), `${seen(error)}; ${next}`]
  }
  if (error instanceof TransportError) return [`${error.route}: ${withoutRoute(error)}; ${next}`]
  return [`${error.route}: ${withoutRoute(error)}${error.rayId === undefined ? '' : ` (ray ${error.rayId})`}; ${next}`]
}

const codeOf = (error: unknown): number => {
  if (error instanceof UsageError) return exit.usage
  if (error instanceof Interrupted) return error.by === 'SIGINT' ? exit.interrupted : exit.terminated
  return exit.refused
}

/**
 * Tells an error on stderr, each complaint on a line of its own, and gives the exit code.
 * A stack trace is shown only with `ZW_DEBUG=1`.
 */
export const report = async (thrown: unknown, scene: FailureScene): Promise<number> => {
  const { io } = scene
  // A call that was cut off may throw its own error; the reason is that someone stopped us.
  const error = io.signal.aborted && io.signal.reason instanceof Interrupted ? io.signal.reason : thrown
  const lines = [...(await linesOf(error, scene))]
  if (!(error instanceof Interrupted) && scene.carriedOut !== undefined) lines.push(scene.carriedOut)
  const mark = red('zw:', colourful(io.stderr, io.env))
  const stack = io.env['ZW_DEBUG'] === '1' && error instanceof Error ? `${error.stack ?? ''}\n` : ''
  await io.stderr.write(`${lines.map((line) => `${mark} ${line}\n`).join('')}${stack}`).catch(() => undefined)
  return codeOf(error)
}
