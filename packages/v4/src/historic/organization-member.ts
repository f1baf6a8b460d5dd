import * as z from '@zonewright/core/schema'
import { OrganizationRole } from './organization-role.ts'

/** A member of an organization. */
export const OrganizationMember = z.object({
  /** Identifier of the membership. Read-only. */
  id: z.string(),
  /** Name of the member, or null. Read-only. */
  name: z.nullable(z.string()),
  /** E-mail address. Read-only. */
  email: z.string(),
  /** State of the membership. Read-only. */
  status: z.string(),
  /** What the member may do. */
  roles: z.array(OrganizationRole),
})
export interface OrganizationMember extends z.output<typeof OrganizationMember> {}
