import * as z from '@zonewright/core/schema'
import { direction, paging } from '../common.ts'

/** What was changed, by whom, and when. */
export const AuditLog = z.object({
  /** Identifier of the entry. */
  id: z.string(),
  /** What was done. */
  action: z.object({
    /** Kind of change, such as `create`, `update` or `delete`. */
    type: z.string(),
    /** Whether it succeeded. */
    result: z.boolean(),
  }),
  /** Who did it. */
  actor: z.object({
    /** Identifier of the user. */
    id: z.optional(z.string()),
    /** E-mail address of the user. */
    email: z.optional(z.string()),
    /** Address the request came from. */
    ip: z.optional(z.string()),
    /** Kind of actor, such as `user`. */
    type: z.optional(z.string()),
  }),
  /** Where it was done, such as `API`. */
  interface: z.optional(z.string()),
  /** More about the change, by its kind. */
  metadata: z.optional(z.nullable(z.unknown())),
  /** Value after the change. */
  newValue: z.optional(z.string()),
  /** Value before the change. */
  oldValue: z.optional(z.string()),
  /** Who owns what was changed. */
  owner: z.optional(
    z.object({
      /** Identifier of the account or user. */
      id: z.optional(z.string()),
    }),
  ),
  /** What was changed. */
  resource: z.optional(
    z.object({
      /** Identifier of the object. */
      id: z.optional(z.string()),
      /** Kind of object. */
      type: z.optional(z.string()),
    }),
  ),
  /** The zone it was done in. */
  zone: z.optional(
    z.object({
      /** Identifier of the zone. */
      id: z.optional(z.string()),
      /** Name of the zone. */
      name: z.optional(z.string()),
    }),
  ),
  /** When, RFC 3339. */
  when: z.string(),
})
export interface AuditLog extends z.output<typeof AuditLog> {}

const text = z.optional(z.string())

/** What a list of entries can be asked for. */
export const auditLogFilters = {
  /** Identifier of an entry. */
  id: text,
  /** Kind of change. */
  'action.type': text,
  /** E-mail address of who did it. */
  'actor.email': text,
  /** Address, or range of addresses, the request came from. */
  'actor.ip': text,
  /** Name of the zone it was done in. */
  'zone.name': text,
  /** Entries from this moment on: a date, or RFC 3339. */
  since: text,
  /** Entries before this moment: a date, or RFC 3339. */
  before: text,
  /** Sorting direction, by time. Default `desc`. */
  direction: z.optional(direction),
  /** Leave out what users did to their own profile. Default false. */
  hide_user_logs: z.optional(z.boolean()),
  ...paging,
}
