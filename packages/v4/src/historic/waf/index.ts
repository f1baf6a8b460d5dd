/**
 * The previous web application firewall: packages, groups and rules.
 * @module
 */
export * as groups from './groups.ts'
export * as packages from './packages.ts'
export * as rules from './rules.ts'
