import { records } from '@zonewright/v4/dns'
import type { Action } from '../command.ts'
import { fileFailure } from '../input-file.ts'
import { zoneIdOf } from '../zone-lookup.ts'

/** Downloads a zone as a zone file. */
export const run: Action<{ readonly zone: string }, { readonly out?: string }> = async (context, { zone }, { out }) => {
  const client = await context.client()
  const zone_id = await zoneIdOf(context, zone)
  const bytes = await client.download(records.exportZone, { zone_id }, context.call)
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
