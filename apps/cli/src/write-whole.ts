import type { Stats } from 'node:fs'
import { Failure } from './failures.ts'
import { fileFailure } from './input-file.ts'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** A file takes the place of the one that a link leads to, with the permissions that it had. */
const replace = async (path: string, bytes: Bytes, signal: AbortSignal, before: Stats | undefined): Promise<void> => {
  const { realpath, rename, rm, writeFile } = await import('node:fs/promises')
  const target = before === undefined ? path : await realpath(path)
  const unfinished = `${target}.unfinished`
  try {
    await writeFile(unfinished, bytes, { signal, ...(before === undefined ? {} : { mode: before.mode & 0o777 }) })
    await rename(unfinished, target)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw cause
  }
}

/**
 * Writes a file whole or not at all: what breaks off must not leave a half under the name that was asked for. What is no file, such as
 * `/dev/stdout` or a named pipe, is written to and stays what it is.
 * @throws Failure
 */
export const writeWhole = async (path: string, bytes: Bytes, signal: AbortSignal): Promise<void> => {
  if (path === '-') throw new Failure('cannot write -: it is no name of a file; give one, such as ./-')
  const { stat, writeFile } = await import('node:fs/promises')
  try {
    const before = await stat(path).catch(() => undefined)
    if (before?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR', syscall: 'open' })
    await (before === undefined || before.isFile() ? replace(path, bytes, signal, before) : writeFile(path, bytes, { signal }))
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw fileFailure('write', path, cause)
    throw cause
  }
}
