import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { JournalError } from '../errors.ts'
import { printLine, readLines } from './line.ts'

/** A file of lines that survives the end of its process at any moment. */
export interface LineFile {
  /** Writes a line; it is on the disk when the promise resolves. */
  append(value: unknown): Promise<void>
  close(): Promise<void>
}

const fileError = (verb: string, path: string, cause: unknown): JournalError => new JournalError(`cannot ${verb} the journal ${path}: ${cause instanceof Error ? cause.message : String(cause)}; check the folder, its permissions and the space that is left`, { cause })

/** Makes the entry of a new file last: a file whose folder forgot it is lost. Windows knows no such thing. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * Opens a file of lines to write at its end, made when it is not there, readable by its owner alone. A torn last line is cut off.
 * @throws JournalError when it can't be opened, or is damaged in the middle.
 */
export const openLineFile = async (path: string): Promise<LineFile> => {
  let handle: FileHandle
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    handle = await open(path, 'a+', 0o600)
  } catch (cause) {
    throw fileError('open', path, cause)
  }
  try {
    const { octets } = readLines(await handle.readFile())
    await handle.truncate(octets)
    await syncFolder(path)
  } catch (cause) {
    await handle.close()
    throw cause instanceof JournalError ? cause : fileError('open', path, cause)
  }
  return {
    async append(value) {
      try {
        await handle.appendFile(printLine(value))
        await handle.datasync()
      } catch (cause) {
        throw fileError('write', path, cause)
      }
    },
    close: () => handle.close(),
  }
}

/**
 * The whole lines of a file; none when there is no such file.
 * @throws JournalError when it can't be read, or is damaged in the middle.
 */
export const readLineFile = async (path: string): Promise<readonly unknown[]> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fileError('read', path, cause)
  }
  return readLines(bytes).values
}
