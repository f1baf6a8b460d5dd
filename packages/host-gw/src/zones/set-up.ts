import * as z from '@zonewright/core/schema'
import { inZone, userKeySecret } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { SubdomainsError, parseSubdomains } from '../subdomains.ts'

const isList = (text: string): boolean => {
  try {
    return parseSubdomains(text).length > 0
  } catch (error) {
    if (error instanceof SubdomainsError) return false
    throw error
  }
}

/** A map from complete names to where they lead. */
export const names = z.record(z.string(), z.string())

const ZoneSet = z.strictObject({
  ...inZone,
  /** Where traffic goes after Cloudflare: a host name, or an IP address; never a name that leads back to Cloudflare. */
  resolve_to: z.string().check(z.regex(/^[^\s/,]+$/)),
  /** The names that go through Cloudflare, with commas between; each may carry its own `:origin`. Each has fewer than 120 characters. */
  subdomains: z.string().check(z.refine(isList, 'expected hosts with commas between, each fewer than 120 characters of letters, digits, - _ and dots, and optionally :origin, as in www,shop:store.example.net')),
})
export interface ZoneSet extends z.input<typeof ZoneSet> {}

const SetZone = z.object({
  /** Name of the zone: the registered domain. */
  zone_name: z.string(),
  /** Where traffic goes after Cloudflare. */
  resolving_to: z.string(),
  /** Origin of each name. */
  hosted_cnames: names,
  /** What each name must be an alias of: your part is to write these CNAME records, with a time to live of about 900 seconds. */
  forward_tos: names,
})
export interface SetZone extends z.output<typeof SetZone> {}

/**
 * Set a zone up by CNAME, in place of what was set up before: names that are not listed are given up. Afterwards point each name
 * of `forward_tos` at its value.
 * @example const { forward_tos } = await cf.zones.set({ user_key, zone_name: 'example.com', resolve_to: 'origin.example.com', subdomains: 'www,shop:store.example.com' })
 */
export const set = endpoint<ZoneSet, SetZone>('zone_set', { input: ZoneSet, result: SetZone, safety: 'idempotent', secrets: userKeySecret })

const FullZoneSet = z.strictObject({
  ...inZone,
  /** 1 takes over the DNS records that can be found, 0 starts without. Default 1. */
  jumpstart: z.optional(z.literal([0, 1])),
})
export interface FullZoneSet extends z.input<typeof FullZoneSet> {}

const SetFullZone = z.object({
  /** Name of the zone: the registered domain. */
  zone_name: z.string(),
  /** Whether records were taken over. */
  jumpstart: z.boolean(),
  /** Words with the two assigned name servers; see `nameServersIn`. */
  msg: z.string(),
})
export interface SetFullZone extends z.output<typeof SetFullZone> {}

/**
 * Set a zone up in full: its owner then gives it the two name servers that the answer tells. In later editions.
 * @example const nameServers = nameServersIn((await cf.zones.setFull({ user_key, zone_name: 'example.com', jumpstart: 1 })).msg)
 */
export const setFull = endpoint<FullZoneSet, SetFullZone>('full_zone_set', { input: FullZoneSet, result: SetFullZone, secrets: userKeySecret })

/**
 * The name servers in the words of `zones.setFull`.
 * @example nameServersIn('Use ada.ns.cloudflare.com, rex.ns.cloudflare.com.') // ['ada.ns.cloudflare.com', 'rex.ns.cloudflare.com']
 */
export const nameServersIn = (words: string): string[] => [...words.matchAll(/[a-z0-9-]+\.ns\.cloudflare\.com/gi)].map(([name]) => name.toLowerCase())
