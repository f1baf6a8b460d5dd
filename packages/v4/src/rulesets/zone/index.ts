export * as phases from './phases.ts'
export * as rules from './rules.ts'
export { type ZoneRulesetCreate, type ZoneRulesetDelete, type ZoneRulesetGet, type ZoneRulesetList, type ZoneRulesetUpdate, create, get, list, remove, update } from './rulesets.ts'
