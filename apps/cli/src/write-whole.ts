import { fileFailure } from './input-file.ts'

/** Writes a file whole or not at all: what breaks off must not leave a half under the name that was asked for. @throws Failure */
export const writeWhole = async (path: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, signal: AbortSignal): Promise<void> => {
  const { rename, rm, writeFile } = await import('node:fs/promises')
  const unfinished = `${path}.unfinished`
  try {
    await writeFile(unfinished, bytes, { signal })
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    if (cause instanceof Error && 'syscall' in cause) throw fileFailure('write', path, cause)
    throw cause
  }
}
