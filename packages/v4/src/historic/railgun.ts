import * as z from '@zonewright/core/schema'

/** Name of a Railgun. */
export const railgunName = z.string().check(z.minLength(1), z.maxLength(160))

/** Paging of a list of Railguns. */
export const railgunPaging = {
  /** Number of the first page to ask for, from 1. Default 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Railguns a page, 5 to 50. Default 20. */
  per_page: z.optional(z.int().check(z.gte(5), z.lte(50))),
}

export const Railgun = z.object({
  /** Identifier of the Railgun. Read-only. */
  id: z.string(),
  /** Name. */
  name: z.string(),
  /** `initializing` until its receiver has signed in, then `active`. Read-only. */
  status: z.string(),
  /** Whether it takes connections. */
  enabled: z.boolean(),
  /** Zones that use it. Read-only. */
  zones_connected: z.number(),
  /** Build of the receiver, or null before it has signed in. Read-only. */
  build: z.nullable(z.string()),
  /** Version of the receiver, or null before it has signed in. Read-only. */
  version: z.nullable(z.string()),
  /** Revision of the receiver, or null before it has signed in. Read-only. */
  revision: z.nullable(z.string()),
  /** What the receiver signs in with. Secret. Read-only. */
  activation_key: z.string(),
  /** When the receiver signed in first, RFC 3339, or null. Read-only. */
  activated_on: z.nullable(z.string()),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was changed last, RFC 3339. Read-only. */
  modified_on: z.string(),
  /** A newer release of the receiver, when there is one. Read-only. */
  upgrade_info: z.optional(
    z.object({
      /** Its version. */
      latest_version: z.string(),
      /** Where to get it. */
      download_link: z.string(),
    }),
  ),
})
export interface Railgun extends z.output<typeof Railgun> {}

export const RailgunZone = z.object({
  /** Identifier of the zone. */
  id: z.string(),
  /** Its name. */
  name: z.string(),
})
export interface RailgunZone extends z.output<typeof RailgunZone> {}
