/**
 * Page rules: settings for URLs that match a pattern.
 * @module
 */
export type { PageRule, PageRuleAction, PageRuleConstraint, PageRuleTarget } from './page-rule.ts'
export { type PageRuleCreate, type PageRuleDelete, type PageRuleEdit, type PageRuleGet, type PageRuleList, type PageRuleUpdate, create, edit, get, list, remove, update } from './page-rules.ts'
export * as settings from './settings.ts'
