import type { zones } from '@zonewright/v4'

/** A name as it is compared. */
export const plainName = (name: string): string => name.trim().toLowerCase().replace(/\.$/, '')

/** The zone that a name belongs to, its own or the nearest one above: a call a label, however many zones there are. */
export const enclosingZone = async (name: string, find: (name: string) => Promise<zones.Zone | undefined>): Promise<zones.Zone | undefined> => {
  const labels = plainName(name).split('.')
  for (let start = 0; start + 1 < labels.length; start++) {
    const zone = await find(labels.slice(start).join('.'))
    if (zone !== undefined) return zone
  }
  return undefined
}
