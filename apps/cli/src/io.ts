import type { Transport } from '@zonewright/core'
import { Failure } from './failures.ts'

/** Where text goes. */
export interface Sink {
  /** Resolves when the chunk has gone. @throws ClosedOutput when nobody reads any more; BrokenOutput when it can't be written. */
  write(chunk: string | Uint8Array): Promise<void>
  readonly isTTY: boolean
  /** Width of the terminal, where it is one. */
  readonly columns?: number
}

/** Everything a run touches outside of itself; a test hands in its own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: Sink
  readonly stderr: Sink
  readonly env: Readonly<Record<string, string | undefined>>
  /** Ends the run; its reason is an {@link Interrupted}. */
  readonly signal: AbortSignal
  /** Carries the requests; undici's pool when not said. */
  readonly transport?: Transport
}

/** The reader of our output has gone, as `head` does; nothing is said about it. */
export class ClosedOutput extends Error {
  override readonly name = 'ClosedOutput'
}

/** Nothing more can be written: the device is full or broken. */
export class BrokenOutput extends Failure {
  override readonly name = 'BrokenOutput'

  constructor(cause: NodeJS.ErrnoException) {
    super(`cannot write the output: ${cause.code === 'ENOSPC' ? 'no space is left on the device; free some, or write elsewhere' : `${cause.message}; write elsewhere`}`, { cause })
  }
}

/** The width to fit into; undefined for what is no terminal, or a terminal that does not tell its width: some say 0. */
export const widthOf = ({ isTTY, columns }: Sink): number | undefined => (isTTY && columns !== undefined && columns > 0 ? columns : undefined)

const reasonOf = (error: NodeJS.ErrnoException): Error => (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? new ClosedOutput('closed') : new BrokenOutput(error))

/**
 * A stream of the process as a sink that waits for a slow reader, notices one that left, and tells what could not be written.
 * The stream is opened by its first use: that costs time which a run without it need not spend.
 */
export const sinkOf = (open: () => NodeJS.WriteStream): Sink => {
  let opened: NodeJS.WriteStream | undefined
  const stream = (): NodeJS.WriteStream => {
    // Each write gets its own error; without a listener the event would end the process.
    opened ??= open().on('error', () => undefined)
    return opened
  }
  return {
    write: (chunk) =>
      new Promise((resolve, reject) => {
        // The last write, too, must fail loudly, so we wait until the chunk has gone.
        stream().write(chunk, (error) => (error ? reject(reasonOf(error)) : resolve()))
      }),
    get isTTY() {
      return stream().isTTY === true
    },
    get columns() {
      return stream().columns
    },
  }
}
