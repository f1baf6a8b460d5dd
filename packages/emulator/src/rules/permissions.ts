/** Permissions that the owner of an account has in its zones, as the zone's answer lists them. */
export const ownerPermissions = [
  '#access:edit', '#access:read', '#analytics:read', '#app:edit', '#auditlogs:read', '#billing:read', '#cache_purge:edit',
  '#dns_records:edit', '#dns_records:read', '#lb:edit', '#lb:read', '#logs:read', '#member:edit', '#member:read', '#organization:edit',
  '#organization:read', '#ssl:edit', '#ssl:read', '#subscription:edit', '#subscription:read', '#waf:edit', '#waf:read', '#worker:edit',
  '#worker:read', '#zone:edit', '#zone:read', '#zone_settings:edit', '#zone_settings:read',
] as const

/** True when the permissions held include the one needed; `*` is all of them, and who may edit may read. */
export const allows = (held: readonly string[], needed: string): boolean => held.includes('*') || held.includes(needed) || (needed.endsWith(':read') && held.includes(needed.replace(/:read$/, ':edit')))
