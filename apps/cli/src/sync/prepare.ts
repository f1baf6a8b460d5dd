import type { Zone } from '@zonewright/zone'
import type { Context } from '../context.ts'
import { isIdentifier, zoneName } from '../zone-lookup.ts'
import { type WantedRecords, wantedIn } from './places.ts'
import type { Target } from '../apis/target.ts'

/** A zone of the service and what a file wants it to hold. */
export interface Prepared {
  readonly zone: Zone
  readonly wanted: WantedRecords
}

/**
 * Reads a file and finds its zone. A name says enough to read the file, so that a bad file is told without any call.
 * @throws Failure for a file with faults, or when there is no such zone.
 */
export const prepare = async (context: Context, target: Target, { file, zone }: { readonly file: string; readonly zone: string }): Promise<Prepared> => {
  if (isIdentifier(zone)) {
    const found = await target.zone(zone)
    return { zone: found, wanted: await wantedIn(context, file, found.name) }
  }
  const wanted = await wantedIn(context, file, `${await zoneName(zone)}.`)
  return { zone: await target.zone(zone), wanted }
}
