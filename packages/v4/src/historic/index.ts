export * as zoneWorkers from './zone-workers.ts'
export * as organizationAccessRules from './organization-access-rules.ts'
export * as waf from './waf/index.ts'
