import { Failure } from './failures.ts'
import type { Io } from './io.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  EACCES: 'its permissions do not allow it; check those of the file and of its folder',
  EROFS: 'the file system is read-only; give a path on another one',
  EISDIR: 'it is a folder; give a file',
  ENOSPC: 'no space is left on the device; free some, or write elsewhere',
  ENOTDIR: 'a part of its path is no folder; check the path',
}

/** What keeps a file from being read or written, with what to do. */
export const fileFailure = (verb: 'read' | 'write', path: string, cause: unknown): Failure => new Failure(`cannot ${verb} ${path}: ${fileReason(cause)}`, { cause })

/** What the error of a file says, with what to do. */
export const fileReason = (cause: unknown): string => reasons[(cause as NodeJS.ErrnoException | undefined)?.code ?? ''] ?? `${cause instanceof Error ? cause.message : String(cause)}; check the path`

/** A file as a stream; `-` is stdin. @throws Failure while it is read, when it can't be. */
export async function* openInput(path: string, io: Io): AsyncGenerator<Uint8Array, void, void> {
  if (path === '-') {
    yield* io.stdin
    return
  }
  const { createReadStream } = await import('node:fs')
  try {
    // Any size, in constant memory; large pieces cost fewer turns of the event loop.
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk as Uint8Array
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw fileFailure('read', path, cause)
    throw cause
  }
}

/** A whole file; `-` is stdin. @throws Failure when it can't be read. */
export const readInput = async (path: string, io: Io): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of openInput(path, io)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The name of an input in messages. */
export const inputName = (path: string): string => (path === '-' ? 'stdin' : path)
