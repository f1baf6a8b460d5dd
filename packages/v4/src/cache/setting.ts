import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'

/** A switch of a zone that has an address of its own. */
export const ZoneSwitch = z.object({
  /** Name of the switch, such as `cache_reserve`. */
  id: z.string(),
  /** Its position. */
  value: z.enum(['on', 'off']),
  /** Whether it can be changed. Read-only. */
  editable: z.optional(z.boolean()),
  /** When it was changed last, RFC 3339, or null. Read-only. */
  modified_on: z.optional(z.nullable(z.string())),
})
export interface ZoneSwitch extends z.output<typeof ZoneSwitch> {}

/** The zone that a call is about. */
export const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

/** The zone that a call is about, and the new position of the switch. */
export const switchInput = {
  ...oneZone,
  /** New position. */
  value: z.enum(['on', 'off']),
}
