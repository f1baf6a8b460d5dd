import * as z from '@zonewright/core/schema'

/** What every action takes beside its own inputs. */
export const basic = {
  /** Ask how many calls are left; the number comes beside the result, in `info` of `client.exchange`. */
  calls_left: z.optional(z.literal(true)),
  /** Have the answer wrapped in a call of this function (JSONP); it is unwrapped again here. */
  callback: z.optional(z.string().check(z.regex(/^[A-Za-z_$][\w$.]*$/))),
}

/** The zone that an action is about. */
export const inZone = {
  ...basic,
  /** Name of the zone, such as `example.com`. */
  z: z.string().check(z.minLength(1), z.maxLength(253)),
}

/** A switch: 1 is on, 0 is off. */
export const onOff = z.literal([0, 1])

/** 0 or 1 in an answer. */
export const bit = z.number()

/** An IP address. */
export const address = z.string().check(z.regex(/^[0-9A-Fa-f:.]{2,45}$/))

/** An answer that says no more than that it was done. */
export const Done = z.object({})
export interface Done extends z.output<typeof Done> {}
