import type { Transport } from '@zonewright/core'

/** Where text goes. */
export interface Sink {
  /** Resolves when the stream takes more. @throws ClosedOutput when nobody reads any more. */
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

/**
 * A stream of the process as a sink that waits for a slow reader and notices one that left.
 * The stream is opened by its first use: that costs time which a run without it need not spend.
 */
export const sinkOf = (open: () => NodeJS.WriteStream): Sink => {
  let opened: NodeJS.WriteStream | undefined
  let closed: Error | undefined
  const stream = (): NodeJS.WriteStream => {
    opened ??= open().on('error', (error: NodeJS.ErrnoException) => {
      closed = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? new ClosedOutput('closed') : error
    })
    return opened
  }
  return {
    async write(chunk) {
      const target = stream()
      if (closed !== undefined) throw closed
      if (target.write(chunk)) return
      await new Promise<void>((resolve) => {
        const settle = (): void => {
          target.off('drain', settle).off('error', settle).off('close', settle)
          resolve()
        }
        target.on('drain', settle).on('error', settle).on('close', settle)
      })
      if (closed !== undefined) throw closed
    },
    get isTTY() {
      return stream().isTTY === true
    },
    get columns() {
      return stream().columns
    },
  }
}
