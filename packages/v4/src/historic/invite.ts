import * as z from '@zonewright/core/schema'
import { OrganizationRole } from './organization-role.ts'

/** An invitation to an organization. */
export const Invite = z.object({
  /** Identifier of the invitation. Read-only. */
  id: z.string(),
  /** Identifier of who was invited; null while nobody with the address has signed up. Read-only. */
  invited_member_id: z.nullable(z.string()),
  /** E-mail address of who was invited, at most 90 characters. */
  invited_member_email: z.string(),
  /** Identifier of the organization. Read-only. */
  organization_id: z.string(),
  /** Name of the organization, at most 100 characters. Read-only. */
  organization_name: z.string(),
  /** Roles that the member will have. */
  roles: z.array(OrganizationRole),
  /** E-mail address of who invited, at most 90 characters; null when nobody knows. */
  invited_by: z.nullable(z.string()),
  /** When the invitation was sent, RFC 3339. Read-only. */
  invited_on: z.string(),
  /** When the invitation runs out, RFC 3339. Read-only. */
  expires_on: z.string(),
  /** `pending`, `accepted`, `rejected` or `expired`. */
  status: z.string(),
})
export interface Invite extends z.output<typeof Invite> {}
