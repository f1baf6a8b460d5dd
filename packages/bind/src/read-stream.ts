import type { ResourceRecord } from '@zonewright/zone'
import { ZoneFileErrors } from './errors.ts'
import type { OctetSource, StreamIncludeResolver } from './include.ts'
import { octets } from './octets.ts'
import { OctetWindow } from './octet-window.ts'
import type { ReadZoneOptions } from './options.ts'
import { STEP_END, STEP_INCLUDE, STEP_RECORDS, ZoneReader } from './reader.ts'

/** Settings of the streaming reader: those of {@link ReadZoneOptions} without `lines`, and with a resolver that may answer later. */
export interface ReadZoneStreamOptions extends Omit<ReadZoneOptions, 'include' | 'lines'> {
  /** Finds the files of `$INCLUDE`; without it the directive is an error. */
  readonly include?: StreamIncludeResolver
}

// What a reader makes in one step goes out as it is from this many records on. Small batches die young: what is still held
// when the engine clears away makes it take more memory, up to tens of megabytes over a long file.
const BATCH = 32

/**
 * Reads a master file of any size from octets in pieces of any size, in constant memory.
 *
 * It gives the same records and errors as {@link readZone}, wherever the pieces are cut.
 * A piece is copied before the next one is asked for, so a source may fill one buffer again and again.
 * @throws ZoneFileError for the first place that breaks the rules.
 * @throws ZoneFileErrors at the end, with all errors, when `onError` is `'collect'` and there are any.
 * @throws what the source throws.
 * @example
 * for await (const record of readZoneStream(createReadStream('example.zone'), { origin: 'example.com.' })) {
 *   console.log(record.name, record.type)
 * }
 */
export async function* readZoneStream(source: OctetSource, options: ReadZoneStreamOptions = {}): AsyncGenerator<ResourceRecord, void, void> {
  for await (const batch of readZoneBatches(source, options)) yield* batch
}

/**
 * Does what {@link readZoneStream} does and hands out some dozen records at a time, which costs less time for each.
 * @throws ZoneFileError, ZoneFileErrors and what the source throws, as readZoneStream.
 * @example
 * let count = 0
 * for await (const batch of readZoneBatches(source, { origin: 'example.com.' })) count += batch.length
 */
export async function* readZoneBatches(source: OctetSource, options: ReadZoneStreamOptions = {}): AsyncGenerator<ResourceRecord[], void, void> {
  const reader = new ZoneReader(options)
  yield* readBatches(reader, source, options)
  if (reader.errors.length > 0) throw new ZoneFileErrors(reader.errors)
}

/** Runs a reader over a source and over the files that it includes; the records come in batches, the errors stay with the reader. */
export async function* readBatches(reader: ZoneReader, source: OctetSource, options: ReadZoneStreamOptions): AsyncGenerator<ResourceRecord[], void, void> {
  const windows: OctetWindow[] = []
  if (reader.frame !== undefined) windows.push(new OctetWindow(reader.frame.scanner, source))
  let batch: ResourceRecord[] = []
  try {
    for (;;) {
      let step: number
      try {
        step = reader.step()
      } catch (error) {
        // The records before the error are good.
        if (batch.length > 0) yield batch
        throw error
      }
      if (step === STEP_RECORDS) {
        if (batch.length === 0) batch = reader.records
        else for (const record of reader.records) batch.push(record)
        if (batch.length < BATCH) continue
      } else if (step === STEP_END) break
      if (batch.length > 0) {
        yield batch
        batch = []
      }
      if (step === STEP_RECORDS) continue
      await closeAbove(windows, reader.depth)
      if (step === STEP_INCLUDE) await include(reader, options, windows)
      else await windows.at(-1)?.fill()
    }
    if (batch.length > 0) yield batch
  } finally {
    await closeAbove(windows, 0)
  }
}

// Windows of files that the reader has left.
async function closeAbove(windows: OctetWindow[], depth: number): Promise<void> {
  while (windows.length > depth) await windows.pop()?.close()
}

async function include(reader: ZoneReader, options: ReadZoneStreamOptions, windows: OctetWindow[]): Promise<void> {
  if (reader.request === undefined || options.include === undefined) return
  let found: Awaited<ReturnType<StreamIncludeResolver>>
  try {
    found = await options.include(reader.request)
  } catch (cause) {
    reader.refuse(cause)
    return
  }
  const { content, file } = found
  const frame = reader.enter(file)
  if (frame === undefined) return
  windows.push(new OctetWindow(frame.scanner, typeof content === 'string' || content instanceof Uint8Array ? [octets(content)] : content))
}
