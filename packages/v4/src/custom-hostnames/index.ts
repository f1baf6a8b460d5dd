/**
 * Host names of customers' own that a zone answers for.
 * @module
 */
export { type CustomHostname, type HostnameSsl } from './hostname.ts'
export { type HostnameCreate, type HostnameDelete, type HostnameEdit, type HostnameGet, type HostnameList, create, edit, get, list, remove } from './hostnames.ts'
export * as fallbackOrigin from './fallback-origin.ts'
