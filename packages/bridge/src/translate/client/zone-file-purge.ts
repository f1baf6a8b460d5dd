import { purgeFile } from '@zonewright/legacy-client/cache'
import { cache } from '@zonewright/v4'
import { invalidInput } from '../../fault.ts'
import { action } from '../translation.ts'
import { zoneOf } from './zone-of.ts'

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname.toLowerCase()
  } catch {
    throw invalidInput(`url is not an address: ${url.slice(0, 100)}.`)
  }
}

/** `zone_file_purge`: one file leaves the cache. */
export const zoneFilePurge = action(
  purgeFile,
  async (scene, { z, url }) => {
    const zone = await zoneOf(scene, z)
    const host = hostOf(url)
    if (host !== zone.name && !host.endsWith(`.${zone.name}`)) throw invalidInput(`url is not in ${zone.name}.`)
    await scene.caller.v4.call(cache.purge, { zone_id: zone.id, files: [url] })
    return { response: { vtxt_match: null, url } }
  },
  { echo: true },
)
