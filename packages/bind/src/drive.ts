import type { IncludedFile } from './include.ts'
import { octets } from './octets.ts'
import type { ReadZoneOptions } from './options.ts'
import { STEP_END, STEP_RECORDS, type ZoneReader } from './reader.ts'

/** Runs a reader over a file that is in memory, and over those that it includes; `take` is called for every step with records. */
export function driveWhole(reader: ZoneReader, text: string | Uint8Array, include: ReadZoneOptions['include'], take: () => void): void {
  const bytes = octets(text)
  reader.frame?.scanner.use(bytes, bytes.length, true)
  for (;;) {
    const step = reader.step()
    if (step === STEP_RECORDS) take()
    else if (step === STEP_END) return
    else enter(reader, include)
  }
}

function enter(reader: ZoneReader, include: ReadZoneOptions['include']): void {
  if (reader.request === undefined || include === undefined) return
  let found: IncludedFile
  try {
    found = include(reader.request)
  } catch (cause) {
    reader.refuse(cause)
    return
  }
  const bytes = octets(found.content)
  reader.enter(found.file)?.scanner.use(bytes, bytes.length, true)
}
