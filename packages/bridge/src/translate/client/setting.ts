import { ApiError } from '@zonewright/core'
import { zones } from '@zonewright/v4'
import type { ClientScene } from '../scene.ts'
import type { V4Zone } from './zone-of.ts'

/** A setting of API v4. */
export type V4Setting = zones.settings.Setting

/** Changes one setting of a zone. */
export const changeSetting = async ({ caller }: ClientScene, zone: V4Zone, setting_id: string, value: unknown): Promise<V4Setting> => caller.v4.call(zones.settings.edit, { zone_id: zone.id, setting_id, value })

/** Settings of a zone by name. Where the list is gone they are read one by one; what is not there any more is left out. */
export const readSettings = async ({ caller }: ClientScene, zone: V4Zone, names: readonly string[]): Promise<ReadonlyMap<string, V4Setting>> => {
  try {
    return new Map((await caller.v4.call(zones.settings.all, { zone_id: zone.id })).map((setting) => [setting.id, setting]))
  } catch (error) {
    if (!(error instanceof ApiError) || error.rateLimited || ![404, 405, 410].includes(error.status)) throw error
  }
  const found = new Map<string, V4Setting>()
  for (const setting_id of names) {
    try {
      found.set(setting_id, await caller.v4.call(zones.settings.get, { zone_id: zone.id, setting_id }))
    } catch (error) {
      if (!(error instanceof ApiError) || error.rateLimited || error.status >= 500) throw error
    }
  }
  return found
}
