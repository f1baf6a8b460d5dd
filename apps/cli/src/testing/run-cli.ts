import type { Transport } from '@zonewright/core'
import { ClosedOutput, type Io, type Sink } from '../io.ts'
import { run } from '../run.ts'

/** How a test runs a command line. */
export interface Scene {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Streams are a terminal of this width. */
  readonly columns?: number
  /** Nobody reads stdout. */
  readonly closed?: boolean
  readonly signal?: AbortSignal
  readonly transport?: Transport
}

/** What a run wrote and its exit code. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

const collector = (columns: number | undefined, closed = false): Sink & { text(): string } => {
  const chunks: Buffer[] = []
  return {
    write: (chunk) => {
      if (closed) return Promise.reject(new ClosedOutput('closed'))
      chunks.push(Buffer.from(chunk as string))
      return Promise.resolve()
    },
    isTTY: columns !== undefined,
    ...(columns === undefined ? {} : { columns }),
    text: () => Buffer.concat(chunks).toString('utf8'),
  }
}

/** Runs a command line in this process. The server is a closed port of this machine unless the test names one. */
export const runCli = async (argv: readonly string[], scene: Scene = {}): Promise<Outcome> => {
  const stdout = collector(scene.columns, scene.closed)
  const stderr = collector(scene.columns)
  const stdin = (async function* input() {
    if (scene.stdin !== undefined) yield Buffer.from(scene.stdin)
  })()
  const io: Io = {
    stdin: Object.assign(stdin, { isTTY: scene.columns !== undefined }),
    stdout,
    stderr,
    env: { CLOUDFLARE_API_URL: 'http://127.0.0.1:9', CLOUDFLARE_API_TOKEN: 'zw-demo-token-0123456789abcdef0123456789', NO_COLOR: '1', ...scene.env },
    signal: scene.signal ?? new AbortController().signal,
    ...(scene.transport === undefined ? {} : { transport: scene.transport }),
  }
  const code = await run(argv, io)
  return { code, out: stdout.text(), err: stderr.text() }
}
