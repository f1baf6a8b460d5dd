import * as z from '@zonewright/core/schema'

const Grant = z.object({
  /** May read. */
  read: z.optional(z.boolean()),
  /** May change. */
  edit: z.optional(z.boolean()),
})

/** A role that a member can have. */
export const Role = z.object({
  /** Identifier of the role. */
  id: z.string(),
  /** Name, such as `Administrator`. */
  name: z.string(),
  /** What it is for. */
  description: z.optional(z.string()),
  /** What it lets a member do, by area, such as `dns_records`. */
  permissions: z.optional(z.record(z.string(), Grant)),
})
export interface Role extends z.output<typeof Role> {}
