export * as phases from './phases.ts'
export * as rules from './rules.ts'
export { type AccountRulesetCreate, type AccountRulesetDelete, type AccountRulesetGet, type AccountRulesetList, type AccountRulesetUpdate, create, get, list, remove, update } from './rulesets.ts'
