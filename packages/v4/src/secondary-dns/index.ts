/**
 * Secondary DNS: zones that are transferred from servers elsewhere, or to them.
 * @module
 */
export * as acls from './acls.ts'
export * as incoming from './incoming.ts'
export * as outgoing from './outgoing.ts'
export * as peers from './peers.ts'
export * as tsigs from './tsigs.ts'
