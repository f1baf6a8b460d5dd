/**
 * Email Routing: mail for addresses of a zone, forwarded to others.
 * @module
 */
export * as addresses from './addresses.ts'
export * as dns from './dns.ts'
export * as rules from './rules.ts'
export { type EmailRouting, type EmailRoutingDisable, type EmailRoutingEnable, type EmailRoutingGet, disable, enable, get } from './settings.ts'
