import { records } from '@zonewright/v4/dns'
import type { Action } from '../command.ts'
import { Failure } from '../failures.ts'
import { refuseForm } from '../output/no-form.ts'
import { writeWhole } from '../write-whole.ts'
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
  await writeWhole(out, bytes, context.call.signal)
  await context.note(`zw: ${zone} was written to ${out}`)
}
