/**
 * Rulesets: ordered rules that run in a phase of a request, in a zone or in all zones of an account.
 * @module
 */
export * as account from './account/index.ts'
export type { Ruleset, RulesetRule } from './ruleset.ts'
export * as zone from './zone/index.ts'
