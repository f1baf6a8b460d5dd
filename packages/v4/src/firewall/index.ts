/**
 * Firewall: access rules of users, accounts and zones, lockdowns, user agents, bots.
 * @module
 */
export type { AccessRule, AccessRuleConfiguration, AccessRuleScope } from './access-rule.ts'
export * as accountAccessRules from './account-access-rules.ts'
export * as botManagement from './bot-management.ts'
export * as lockdowns from './lockdowns.ts'
export * as userAccessRules from './user-access-rules.ts'
export * as userAgentRules from './user-agent-rules.ts'
export * as zoneAccessRules from './zone-access-rules.ts'
