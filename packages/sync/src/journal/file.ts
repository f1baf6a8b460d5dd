import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { JournalError } from '../errors.ts'
import { printLine, readLines } from './line.ts'

/** A file of lines that survives the end of its process at any moment. */
export interface LineFile {
  /** Writes a line; it is on the disk when the promise resolves. */
  append(value: unknown): Promise<void>
  close(): Promise<void>
}

const fileError = (verb: string, path: string, cause: unknown): JournalError => new JournalError(`cannot ${verb} the journal ${path}: ${cause instanceof Error ? cause.message : String(cause)}; check the folder, its permissions and the space that is left`, { cause })

/**
 * Makes the entry of a new file last, and those of the folders that were made for it: what its folder forgot is lost. Windows knows no
 * such thing.
 * @param first the topmost folder that was made.
 */
const syncFolders = async (path: string, first: string | undefined): Promise<void> => {
  if (process.platform === 'win32') return
  const last = first === undefined ? dirname(path) : dirname(first)
  for (let at = dirname(path); ; at = dirname(at)) {
    const folder = await open(at, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
    if (at === last) return
  }
}

/**
 * Opens a file of lines to write at its end, made when it is not there, readable by its owner alone. A torn last line is cut off.
 * @throws JournalError when it can't be opened, or is damaged in the middle.
 * @example const file = await openLineFile('run.jsonl'); await file.append({ step: 1 }); await file.close()
 */
export const openLineFile = async (path: string): Promise<LineFile> => {
  let handle: FileHandle
  let made: string | undefined
  let length = 0
  try {
    made = await mkdir(dirname(resolve(path)), { recursive: true, mode: 0o700 })
    handle = await open(path, 'a+', 0o600)
  } catch (cause) {
    throw fileError('open', path, cause)
  }
  try {
    const { octets } = readLines(await handle.readFile(), path)
    await handle.truncate(octets)
    await syncFolders(resolve(path), made)
    length = octets
  } catch (cause) {
    await handle.close()
    throw cause instanceof JournalError ? cause : fileError('open', path, cause)
  }
  return {
    async append(value) {
      const line = Buffer.from(printLine(value))
      try {
        await handle.appendFile(line)
        await handle.datasync()
        length += line.length
      } catch (cause) {
        // A full disk takes a half: behind it the next line, when there is room again, would look like damage.
        await handle.truncate(length).catch(() => undefined)
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
  return readLines(bytes, path).values
}
