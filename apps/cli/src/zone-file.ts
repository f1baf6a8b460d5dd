import type { ReadZoneStreamOptions, ZoneFileError } from '@zonewright/bind'
import { dirname } from 'node:path'
import { UsageError } from './failures.ts'
import { fileReason } from './input-file.ts'

/** An error of a zone file as one line: place, problem, what was expected, what to do. */
export const zoneFaultLine = (error: ZoneFileError): string => `${error.message}; ${error.code === 'include-failed' ? fileReason(error.cause) : (advice[error.code] ?? error.advice)}`

/** Advice that is another one on the command line than in a program. */
const advice: Readonly<Partial<Record<ZoneFileError['code'], string>>> = {
  'origin-missing': 'give --origin, or put $ORIGIN at the top of the file',
  'ttl-missing': 'put $TTL 3600 at the top of the file',
  'bad-class': 'remove the class or the record',
  'include-off': 'give the file by its name, not on stdin',
  'record-too-long': 'look for a missing line end',
  'include-depth': 'include the files from one place',
  'include-limit': 'look for files that include each other many times over',
  'generate-limit': 'narrow the range; 65536 records are the most',
  'too-many-errors': 'repair the errors above first',
}

/**
 * Settings for reading a file of the command line: its origin, its name in errors, and `$INCLUDE` from its own folder.
 * @throws UsageError when the origin is no domain name.
 */
export const readOptions = async (file: string, origin: string | undefined): Promise<ReadZoneStreamOptions> => {
  const { includeFiles } = await import('@zonewright/bind')
  const { NameError, parseName, toAsciiName, utf8ToOctets } = await import('@zonewright/zone')
  try {
    return {
      file: file === '-' ? 'stdin' : file,
      ...(origin === undefined ? {} : { origin: parseName(utf8ToOctets(toAsciiName(origin)), '.') }),
      // A pipe has no folder: what it includes would come from wherever we happen to stand.
      ...(file === '-' ? {} : { include: (request) => includeFiles(dirname(file))(request) }),
    }
  } catch (cause) {
    if (cause instanceof NameError) throw new UsageError(`--origin ${cause.message.replace(/\.$/, '')}`, { cause })
    throw cause
  }
}
