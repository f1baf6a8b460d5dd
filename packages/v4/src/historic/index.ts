/**
 * Endpoints that the service has given up, for programs that still speak of them and for the emulator.
 * @module
 */
export * as analytics from './analytics.ts'
export * as appSubscriptions from './app-subscriptions.ts'
export * as billingProfile from './billing-profile.ts'
export * as loadBalancerMaps from './load-balancer-maps.ts'
export * as organizationAccessRules from './organization-access-rules.ts'
export * as organizationInvites from './organization-invites.ts'
export * as organizationMembers from './organization-members.ts'
export * as organizationRailguns from './organization-railguns.ts'
export * as organizationRoles from './organization-roles.ts'
export * as organizationVirtualDns from './organization-virtual-dns.ts'
export * as organizations from './organizations.ts'
export * as purgeCache from './purge-cache.ts'
export * as railguns from './railguns.ts'
export * as userInvites from './user-invites.ts'
export * as userOrganizations from './user-organizations.ts'
export * as userVirtualDns from './user-virtual-dns.ts'
export * as waf from './waf/index.ts'
export * as zoneRailguns from './zone-railguns.ts'
export * as zoneSubscriptions from './zone-subscriptions.ts'
export * as zoneWorkers from './zone-workers.ts'
