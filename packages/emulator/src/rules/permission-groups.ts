import { seededId } from '../ids.ts'

/** Kinds of objects that a policy can be about. */
export type Scope = 'com.cloudflare.api.account' | 'com.cloudflare.api.account.zone' | 'com.cloudflare.api.user'

/** What a policy can give. */
export interface PermissionGroup {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** What it is to the calls of this service, such as `#dns_records:edit`. */
  readonly permission: string
}

const account: Scope = 'com.cloudflare.api.account'
const zone: Scope = 'com.cloudflare.api.account.zone'
const user: Scope = 'com.cloudflare.api.user'

/** Area of permissions, name, scopes; then the identifiers that the service has for reading and writing, where they are public. */
const areas: readonly (readonly [area: string, name: string, scopes: readonly Scope[], read?: string | undefined, write?: string | undefined])[] = [
  ['zone', 'Zone', [zone], 'c8fed203ed3043cba015a93ad1616f1f', 'e6d2666161e84845a636613608cee8d5'],
  ['dns_records', 'DNS', [zone], '82e64a83756745bbbb1c9c2701bf816b', '4755a26eedb94da69e1066d98aa820be'],
  ['zone_dns_settings', 'Zone DNS Settings', [zone, account], undefined, 'c4df38be41c247b3b4b7702e76eadae0'],
  ['dns_firewall', 'DNS Firewall', [account]],
  ['zone_settings', 'Zone Settings', [zone], '517b21aee92c4d89936c976ba6e4be55', '3030687196b94b638145a3953da2b699'],
  ['ssl', 'SSL and Certificates', [zone, account], undefined, 'c03055bc037c4ea9afb9a9f104b7b721'],
  ['page_rules', 'Page Rules', [zone], undefined, 'ed07f6c337da4195b4e72a1fb2c6bcae'],
  ['firewall', 'Firewall Services', [zone, account], undefined, '43137f8d07884d3198dc0ee77ca6e79b'],
  ['waf', 'Zone WAF', [zone, account], undefined, 'fb6778dc191143babbfaa57993f1d275'],
  ['lb', 'Load Balancers', [zone, account]],
  ['healthchecks', 'Health Checks', [zone], undefined, 'e0dc25a0fbdf4286b1ea100e3256b0e3'],
  ['worker', 'Workers Scripts', [account, zone], undefined, 'e086da7e2179491d91ee5f35b3ca210a'],
  ['worker_routes', 'Workers Routes', [zone], undefined, '28f4b596e7d643029c524985477ae49a'],
  ['argotunnel', 'Cloudflare Tunnel', [account], 'efea2ab8357b47888938f101ae5e053f', 'c07321b023e944ff818fec44d8203567'],
  ['email_routing_rule', 'Email Routing Rules', [zone], undefined, '79b3ec0d10ce4148a8f8bdc0cc5f97f2'],
  ['email_routing_address', 'Email Routing Addresses', [account]],
  ['analytics', 'Analytics', [zone, account], '9c88f9c5bce24ce7af9a958ba9c504db'],
  ['bot_management', 'Bot Management', [zone], undefined, '3b94c49258ec4573b06d51d99b6416c0'],
  ['custom_pages', 'Custom Pages', [zone, account]],
  ['transform_rules', 'Transform Rules', [zone, account]],
  ['account_rulesets', 'Account Rulesets', [account]],
  ['account_rule_lists', 'Account Rule Lists', [account]],
  ['workers_kv_storage', 'Workers KV Storage', [account]],
  ['ai', 'Workers AI', [account]],
  ['d1', 'D1', [account]],
  ['pages', 'Pages', [account]],
  ['queues', 'Queues', [account]],
  ['turnstile', 'Turnstile Sites', [account]],
  ['worker_tail', 'Workers Tail', [account]],
  ['workers_r2', 'Workers R2 Storage', [account]],
  ['registrar', 'Registrar: Domains', [account]],
  ['logs', 'Logs', [zone, account]],
  ['app', 'Apps', [zone, account]],
  ['access', 'Access: Apps and Policies', [zone, account], undefined, '959972745952452f8be2452be8cbb9f2'],
  ['billing', 'Billing', [account, zone]],
  ['subscription', 'Subscriptions', [account, zone]],
  ['account', 'Account Settings', [account]],
  ['organization', 'Organization', [account]],
  ['member', 'Account Members', [account]],
  ['auditlogs', 'Audit Logs', [account]],
  ['account_api_tokens', 'Account API Tokens', [account]],
  ['user', 'User Details', [user]],
  ['memberships', 'Memberships', [user]],
  ['api_tokens', 'API Tokens', [user]],
]

const groups = (): readonly PermissionGroup[] => [
  ...areas.flatMap(([area, name, scopes, read, write]) => [
    { id: read ?? seededId('permission group', `${area}:read`), name: `${name} Read`, scopes, permission: `#${area}:read` },
    { id: write ?? seededId('permission group', `${area}:edit`), name: `${name} Write`, scopes, permission: `#${area}:edit` },
  ]),
  { id: 'e17beae8b8cb423a99b1730f21238bed', name: 'Cache Purge', scopes: [zone], permission: '#cache:purge' },
]

/** Every permission group. */
export const permissionGroups: readonly PermissionGroup[] = groups()

const byId: ReadonlyMap<string, PermissionGroup> = new Map(permissionGroups.map((group) => [group.id, group]))

/** The permission group of an identifier. */
export const permissionGroup = (id: string): PermissionGroup | undefined => byId.get(id)
