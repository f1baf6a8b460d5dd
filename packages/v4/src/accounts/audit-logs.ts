/**
 * Audit logs: who changed what in an account, and when.
 * @module
 */
import { cursor, pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { direction, hexIdentifier, paging } from '../common.ts'
import { listing } from '../protocol.ts'

const AuditLog = z.object({
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

const AuditLogList = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
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
})
export interface AuditLogList extends z.input<typeof AuditLogList> {}

/**
 * List what was changed in an account, newest first. At most 1,000 a page.
 * @example for await (const { when, actor, action } of cf.accounts.auditLogs.list({ account_id, since: '2026-11-01' })) console.log(when, actor.email, action.type)
 */
export const list = listing<AuditLogList, AuditLog>('GET /accounts/{account_id}/audit_logs', { input: AuditLogList, item: AuditLog, page: pageNumber({ perPage: 1000 }), permission: '#auditlogs:read' })

const AuditEvent = z.object({
  /** Identifier of the entry. */
  id: z.string(),
  /** The account it was done in. */
  account: z.object({
    /** Identifier of the account. */
    id: z.string(),
    /** Name of the account. */
    name: z.optional(z.string()),
  }),
  /** What was done. */
  action: z.object({
    /** What was done, in words. */
    description: z.optional(z.string()),
    /** `success` or `failure`. */
    result: z.string(),
    /** When, RFC 3339. */
    time: z.string(),
    /** `create`, `update`, `delete` or `view`. */
    type: z.string(),
  }),
  /** Who did it. */
  actor: z.object({
    /** Identifier of the user. */
    id: z.optional(z.string()),
    /** What the user showed, such as `api_key` or `api_token`. */
    context: z.optional(z.string()),
    /** E-mail address of the user. */
    email: z.optional(z.string()),
    /** Identifier of the API token. */
    token_id: z.optional(z.string()),
    /** Name of the API token. */
    token_name: z.optional(z.string()),
    /** Kind of actor, such as `user`. */
    type: z.optional(z.string()),
  }),
  /** The request. */
  raw: z.optional(
    z.object({
      /** Its method. */
      method: z.optional(z.string()),
      /** Status of its answer. */
      status_code: z.optional(z.number()),
      /** Its path. */
      uri: z.optional(z.string()),
    }),
  ),
  /** What was changed. */
  resource: z.optional(
    z.object({
      /** Identifier of the object. */
      id: z.optional(z.string()),
      /** Product it belongs to. */
      product: z.optional(z.string()),
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
})
export interface AuditEvent extends z.output<typeof AuditEvent> {}

const AuditEventList = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Entries from this moment on: a date, or RFC 3339. */
  since: z.string(),
  /** Entries before this moment: a date, or RFC 3339. */
  before: z.string(),
  /** Kind of change. */
  action_type: z.optional(z.enum(['create', 'delete', 'view', 'update'])),
  /** E-mail address of who did it. */
  actor_email: text,
  /** Method of the request. */
  raw_method: text,
  /** Identifier of what was changed. */
  resource_id: text,
  /** Identifier of the zone. */
  zone_id: text,
  /** Name of the zone. */
  zone_name: text,
  /** Sorting direction, by time. Default `desc`. */
  direction: z.optional(direction),
  /** Entries a page, at most 1,000. Default 100. */
  limit: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  /** Where the page starts: what the page before said. */
  cursor: text,
})
export interface AuditEventList extends z.input<typeof AuditEventList> {}

/**
 * List what was changed in an account in a span of time, in the second form of audit logs.
 * @example for await (const { action, raw } of cf.accounts.auditLogs.events({ account_id, since: '2026-11-01', before: '2026-11-30' })) console.log(action.time, raw?.uri)
 */
export const events = listing<AuditEventList, AuditEvent>('GET /accounts/{account_id}/logs/audit', { input: AuditEventList, item: AuditEvent, page: cursor({ limit: 1000 }), permission: '#auditlogs:read', since: '2025-03' })
