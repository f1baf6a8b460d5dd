import { ApiError } from '@zonewright/core'
import { dns } from '@zonewright/v4'
import { FormPostFault } from '../../fault.ts'
import type { ClientScene } from '../scene.ts'
import type { V4Record } from './record-object.ts'
import type { V4Zone } from './zone-of.ts'

const invalid = (cause?: unknown): FormPostFault => new FormPostFault({ message: 'Invalid record id.', cause })

/**
 * The identifier behind the number of a record.
 * @throws FormPostFault `Invalid record id.`
 */
export const recordIdOf = ({ numbers }: ClientScene, number: string): string => {
  const id = numbers.idOf('record', number)
  if (id === undefined) throw invalid()
  return id
}

/**
 * The record of a number in a zone.
 * @throws FormPostFault `Invalid record id.`
 */
export const recordOf = async (scene: ClientScene, zone: V4Zone, number: string): Promise<V4Record> => {
  try {
    return await scene.caller.v4.call(dns.records.get, { zone_id: zone.id, dns_record_id: recordIdOf(scene, number) })
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) throw invalid(error)
    throw error
  }
}

/** Records of a zone in an order that does not change from page to page: by name, type, identifier. */
export const sortedRecords = async ({ caller, signal }: ClientScene, zone: V4Zone): Promise<readonly V4Record[]> => {
  const found: V4Record[] = []
  for await (const record of caller.v4.list(dns.records.list, { zone_id: zone.id }, signal === undefined ? {} : { signal })) found.push(record)
  const key = ({ name, type, id }: V4Record): string => `${name}\n${type}\n${id}`
  return found.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}
