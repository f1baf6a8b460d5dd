import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failures.ts'
import { fileFailure } from '../input-file.ts'
import { zoneName } from '../zone-lookup.ts'

const suffix = '.zone'

/** A zone file of a folder. */
export interface ZoneFileOf {
  readonly file: string
  /** Name of its zone, without final dot. */
  readonly zone: string
}

/** Whether a path is a folder; false when there is nothing. */
export const isFolder = async (path: string): Promise<boolean> => path !== '-' && (await stat(path).then((found) => found.isDirectory(), () => false))

/**
 * The zone files of a folder, each named after its zone: `example.com.zone`.
 * @throws Failure when the folder can't be read, has none, or one is named after no zone.
 */
export const zoneFilesIn = async (folder: string): Promise<readonly ZoneFileOf[]> => {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw fileFailure('read', folder, cause)
  })
  const files = names.filter((name) => name.endsWith(suffix) && name.length > suffix.length).sort()
  if (files.length === 0) throw new Failure(`${folder} has no zone files; name each after its zone, such as example.com${suffix}`)
  return Promise.all(files.map(async (name) => ({ file: join(folder, name), zone: await zoneName(name.slice(0, -suffix.length)) })))
}
