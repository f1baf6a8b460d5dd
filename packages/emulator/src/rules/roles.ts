import { allows, ownerPermissions } from './permissions.ts'

/** What a member of an account can be. */
export interface Role {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Permissions such as `#dns_records:edit`; `*` is all of them. */
  readonly permissions: readonly string[]
}

const readings = ownerPermissions.filter((permission) => permission.endsWith(':read'))

/** The roles that every account has; identifiers as in the service. */
export const roles: readonly Role[] = [
  { id: '33666b9c79b9a5273fc7344ff42f953d', name: 'Super Administrator - All Privileges', description: 'Everything, and the members of the account.', permissions: ['*'] },
  { id: '05784afa30c1afe1440e79d9351c7430', name: 'Administrator', description: 'Everything but the members of the account and what it pays.', permissions: [...ownerPermissions.filter((permission) => permission !== '#member:edit' && permission !== '#subscription:edit'), '#account:edit', '#page_rules:edit', '#custom_pages:edit', '#cache:purge', '#healthchecks:edit', '#account_rulesets:edit', '#account_rule_lists:edit', '#transform_rules:edit', '#bot_management:edit', '#workers_kv_storage:edit', '#registrar:edit', '#dns_firewall:edit', '#zone_dns_settings:edit', '#argotunnel:edit', '#email_routing_rule:edit', '#email_routing_address:edit'] },
  { id: 'f2b20eaa1a5d4af42b53ac16238c99c7', name: 'Administrator Read Only', description: 'Reading of everything.', permissions: [...readings, '#account:read', '#page_rules:read', '#custom_pages:read', '#healthchecks:read', '#account_rulesets:read', '#account_rule_lists:read', '#transform_rules:read', '#bot_management:read', '#workers_kv_storage:read', '#registrar:read', '#dns_firewall:read', '#zone_dns_settings:read', '#argotunnel:read', '#email_routing_rule:read', '#email_routing_address:read'] },
  { id: '6ddc5f80969d01105b5a0931e0079365', name: 'Analytics', description: 'Reading of analytics.', permissions: ['#analytics:read', '#account:read', '#zone:read'] },
  { id: '9dfa4d1b73034f70ad896bf1c26d78f3', name: 'Audit Logs Viewer', description: 'Reading of audit logs.', permissions: ['#auditlogs:read', '#account:read'] },
  { id: '298ce8e7a2ba08b9d18ce0a32bb458ee', name: 'Billing', description: 'What the account pays.', permissions: ['#billing:edit', '#billing:read', '#subscription:edit', '#subscription:read', '#account:read'] },
  { id: 'd1c17a97abf0aa371338074955877ba0', name: 'Cache Purge', description: 'Purging of caches.', permissions: ['#cache:purge', '#cache_purge:edit', '#account:read', '#zone:read'] },
  { id: '069fe803647ed3609e93d041d5df6050', name: 'DNS', description: 'DNS records.', permissions: ['#dns_records:edit', '#dns_records:read', '#account:read', '#zone:read'] },
]

/** The role that can do everything; an account keeps at least one member with it. */
export const superAdministrator = '33666b9c79b9a5273fc7344ff42f953d'

const byId: ReadonlyMap<string, Role> = new Map(roles.map((role) => [role.id, role]))

/** The role of an identifier. */
export const roleOf = (id: string): Role | undefined => byId.get(id)

/** Permissions of some roles together; those of a super administrator are written out, except for checks. */
export const permissionsOfRoles = (ids: readonly string[]): readonly string[] => [...new Set(ids.flatMap((id) => roleOf(id)?.permissions ?? []).flatMap((permission) => (permission === '*' ? ownerPermissions : [permission])))].sort()

/** True when one of the roles gives a permission. */
export const rolesAllow = (ids: readonly string[], permission: string): boolean => ids.some((id) => allows(roleOf(id)?.permissions ?? [], permission))

/** Permissions by area, such as `{ dns_records: { read: true, edit: false } }`, as accounts show them. */
export const grants = (ids: readonly string[]): Readonly<Record<string, { readonly read: boolean; readonly edit: boolean }>> => {
  const held = permissionsOfRoles(ids)
  const areas = [...new Set(held.map((permission) => permission.slice(1).split(':')[0] ?? ''))]
  return Object.fromEntries(areas.map((area) => [area, { read: held.includes(`#${area}:read`) || held.includes(`#${area}:edit`), edit: held.includes(`#${area}:edit`) }]))
}
