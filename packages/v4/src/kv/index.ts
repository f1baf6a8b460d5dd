export * as bulk from './bulk.ts'
export * as keys from './keys.ts'
export * as namespaces from './namespaces.ts'
export * as values from './values.ts'
