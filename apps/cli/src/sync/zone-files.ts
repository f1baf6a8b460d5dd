import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
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

/** The zone that a file is named after. @throws Failure that names the file. */
const zoneOfFile = async (file: string): Promise<string> => {
  try {
    return await zoneName(basename(file).slice(0, -suffix.length))
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    throw new Failure(`${file} is named after no zone; name it after its zone, such as example.com${suffix}`, { cause })
  }
}

/** Two files that speak about one zone: whichever came last would win. */
const twins = (files: readonly ZoneFileOf[]): readonly string[] => {
  const first = new Map<string, string>()
  return files.flatMap(({ file, zone }) => {
    const other = first.get(zone)
    if (other === undefined) first.set(zone, file)
    return other === undefined ? [] : [`${other} and ${file} are both named after the zone ${zone}; keep one of them`]
  })
}

/**
 * The zone files of a folder, each named after its zone: `example.com.zone`.
 * @throws Failure when the folder can't be read, has none, one is named after no zone, or two after the same one.
 */
export const zoneFilesIn = async (folder: string): Promise<readonly ZoneFileOf[]> => {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw fileFailure('read', folder, cause)
  })
  const named = names.filter((name) => name.endsWith(suffix) && name.length > suffix.length).sort()
  if (named.length === 0) throw new Failure(`${folder} has no zone files; name each after its zone, such as example.com${suffix}`)
  const faults: string[] = []
  const files: ZoneFileOf[] = []
  for (const name of named) {
    const file = join(folder, name)
    try {
      files.push({ file, zone: await zoneOfFile(file) })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      faults.push(...error.lines)
    }
  }
  faults.push(...twins(files))
  if (faults.length > 0) throw new Failure(faults)
  return files
}
