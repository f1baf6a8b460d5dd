import { check } from '@zonewright/legacy-client/zones'
import { action } from '../translation.ts'
import { allZones } from './zone-of.ts'

/** `zone_check`: 0 for what is not hosted, or not this caller's. */
export const zoneCheck = action(
  check,
  async (scene, { zones }) => {
    const known = new Map((await allZones(scene)).map(({ name, id }) => [name, id]))
    const numberOf = (name: string): number => {
      const id = known.get(name.toLowerCase().replace(/\.$/, ''))
      return id === undefined ? 0 : scene.numbers.of('zone', id)
    }
    return { response: { zones: Object.fromEntries(zones.map((name) => [name, numberOf(name)])) } }
  },
  // Programs put a comma behind the last name, and blanks between.
  { mend: (sent) => ({ ...sent, zones: (sent['zones'] ?? '').split(/[,\s]+/).filter((name) => name !== '').join(',') }) },
)
