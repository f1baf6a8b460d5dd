import type { Visitor } from '@zonewright/bridge'

import { seededId } from '../ids.ts'

/** Places that visitors come from. */
const places = [
  [52.37, 4.9],
  [34.05, -118.24],
  [1.35, 103.82],
  [-23.55, -46.63],
  [0, 0],
] as const

const kinds = ['regular', 'regular', 'regular', 'crawler', 'threat'] as const

/** The visitors of a zone: as with all traffic here, they follow from its identifier alone. */
export const visitorsOf = (zoneId: string, { hours, kind }: { readonly hours: number; readonly kind?: Visitor['classification'] }): readonly Visitor[] =>
  Array.from({ length: 20 }, (_, index) => {
    const seed = Number.parseInt(seededId('visitor', `${zoneId} ${index}`).slice(0, 8), 16)
    const [latitude, longitude] = places[seed % places.length] ?? [0, 0]
    return { ip: `203.0.113.${(seed % 254) + 1}`, classification: kinds[(seed >>> 8) % kinds.length] ?? 'regular', hits: Math.max(1, Math.floor((((seed >>> 16) % 200) * hours) / 24)), latitude, longitude }
  })
    .filter(({ classification }) => kind === undefined || classification === kind)
    .toSorted((one, other) => other.hits - one.hits)

/** What is known of an address: nothing of most. */
export const reputationOf = (ip: string): string | false => {
  const seed = Number.parseInt(seededId('reputation', ip).slice(0, 8), 16)
  if (seed % 10 === 0) return 'SE:google'
  return seed % 10 < 4 ? `BAD:${(seed % 7) + 1}` : false
}
