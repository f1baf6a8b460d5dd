export * as bulkOperations from './bulk-operations.ts'
export * as items from './items.ts'
export { type RuleList, type RuleListCreate, type RuleListDelete, type RuleListGet, type RuleListList, type RuleListUpdate, create, get, list, remove, update } from './lists.ts'
