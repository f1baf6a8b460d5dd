import { includeFiles, readZone } from '@zonewright/bind'
import { dirname } from 'node:path'
import { inputName } from './input-file.ts'

/** Every record of a zone file with its place, and every fault in it; `$INCLUDE` is from its own folder, and refused on stdin. */
export const readZoneFile = (bytes: Uint8Array, file: string, origin?: string): ReturnType<typeof readZone> =>
  readZone(bytes, { ...(origin === undefined ? {} : { origin }), file: inputName(file), onError: 'collect', lines: true, ...(file === '-' ? {} : { include: (request) => includeFiles(dirname(file))(request) }) })
