/**
 * Audit logs of the user: what was changed in the own profile.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { AuditLog, auditLogFilters } from '../accounts/audit-log.ts'
import { listing } from '../protocol.ts'

const UserAuditLogList = z.strictObject(auditLogFilters)
export interface UserAuditLogList extends z.input<typeof UserAuditLogList> {}

/**
 * List what the user changed, newest first. At most 1,000 a page.
 * @example for await (const { when, action } of cf.user.auditLogs.list({ since: '2026-11-01' })) console.log(when, action.type)
 */
export const list = listing<UserAuditLogList, AuditLog>('GET /user/audit_logs', { input: UserAuditLogList, item: AuditLog, page: pageNumber({ perPage: 1000 }), permission: '#user:read' })
