import { fileFailure } from '../input-file.ts'

/**
 * Writes a file as a whole or not at all.
 * @throws Failure when it can't be written.
 */
export const writeOut = async (path: string, text: string): Promise<void> => {
  const { rename, rm, writeFile } = await import('node:fs/promises')
  const unfinished = `${path}.unfinished`
  try {
    await writeFile(unfinished, text)
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw fileFailure('write', path, cause)
  }
}
