/**
 * Pages that visitors see instead of a site: errors, blocks and challenges.
 * @module
 */
export { type CustomPage, pageNames } from './page.ts'
export { type ZonePageGet, type ZonePageList, type ZonePageUpdate, get, list, update } from './zone-pages.ts'
export * as account from './account-pages.ts'
