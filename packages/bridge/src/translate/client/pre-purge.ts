import { purgePreloader } from '@zonewright/legacy-client/edition-2010'
import { noCounterpart } from '../../fault.ts'
import { action } from '../translation.ts'
import { zoneOf } from './zone-of.ts'

/** `pre_purge`: API v4 has no preloader. */
export const prePurge = action(
  purgePreloader,
  async (scene, { zone_name }) => {
    const { own } = scene
    if (own === undefined) throw noCounterpart('pre_purge')
    own.purgePreloader((await zoneOf(scene, zone_name)).id)
    return {}
  },
  { nested: true },
)
