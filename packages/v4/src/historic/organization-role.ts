import * as z from '@zonewright/core/schema'

/** A role in an organization. */
export const OrganizationRole = z.object({
  /** Identifier of the role. */
  id: z.string(),
  /** Name, such as `Administrator`. */
  name: z.string(),
  /** What it is for. */
  description: z.optional(z.string()),
  /** What it lets a member do, such as `#zone:read`. */
  permissions: z.array(z.string()),
})
export interface OrganizationRole extends z.output<typeof OrganizationRole> {}

/** Roles by their identifiers, as inputs name them. */
export const roleList = z
  .array(
    z.strictObject({
      /** Identifier of the role. */
      id: z.string().check(z.minLength(1)),
    }),
  )
  .check(z.minLength(1))
