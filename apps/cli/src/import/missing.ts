import { records } from '@zonewright/v4/dns'
import { fromService } from '@zonewright/v4/zone-store'
import { RdataError, recordKey } from '@zonewright/zone'
import type { Context } from '../context.ts'
import type { PlacedRecord } from './records.ts'

/** Records of a file by whether the zone holds them now. */
export interface Held {
  readonly present: readonly PlacedRecord[]
  readonly missing: readonly PlacedRecord[]
}

/**
 * Lists a zone and tells which records of a file it holds, by name, type and value.
 * @throws ApiError, TransportError, DecodeError when the listing fails.
 */
export const heldIn = async (context: Context, zoneId: string, sent: readonly PlacedRecord[]): Promise<Held> => {
  const client = await context.client()
  const keys = new Set<string>()
  for await (const record of client.list(records.list, { zone_id: zoneId }, context.call)) {
    try {
      keys.add(recordKey(fromService(record)))
    } catch (error) {
      // A value that we can't read is not one that we sent.
      if (!(error instanceof RdataError)) throw error
    }
  }
  const isHeld = ({ record }: PlacedRecord): boolean => keys.has(recordKey(record))
  return { present: sent.filter(isHeld), missing: sent.filter((placed) => !isHeld(placed)) }
}
