import { records } from '@zonewright/v4/dns'
import type { Action } from '../command.ts'
import { Failure } from '../failures.ts'
import { fileFailure } from '../input-file.ts'
import { refuseForm } from '../output/no-form.ts'
import { zoneIdOf } from '../zone-lookup.ts'

/** A zone has its SOA record at least: an answer without a byte is no zone, and must not take the place of one. */
async function* notEmpty(bytes: AsyncIterable<Uint8Array>, zone: string): AsyncGenerator<Uint8Array, void, void> {
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    yield chunk
  }
  if (length === 0) throw new Failure(`the export of ${zone} was empty and nothing was written; try again, or list the zone with zw record list`)
}

/** Downloads a zone as a zone file. */
export const run: Action<{ readonly zone: string }, { readonly out?: string }> = async (context, { zone }, { out }) => {
  refuseForm(context, 'writes a zone file; zw record list has other forms')
  const client = await context.client()
  const zone_id = await zoneIdOf(context, zone)
  const bytes = notEmpty(await client.download(records.exportZone, { zone_id }, context.call), zone)
  if (out === undefined) return context.output.bytes(bytes)
  const { rename, rm, writeFile } = await import('node:fs/promises')
  const unfinished = `${out}.unfinished`
  try {
    // A download that breaks must not leave half a zone under the name that was asked for.
    await writeFile(unfinished, bytes, { signal: context.call.signal })
    await rename(unfinished, out)
  } catch (cause) {
    await rm(unfinished, { force: true })
    if (cause instanceof Error && 'syscall' in cause) throw fileFailure('write', out, cause)
    throw cause
  }
  await context.note(`zw: ${zone} was written to ${out}`)
}
