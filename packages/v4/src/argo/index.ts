/**
 * Argo: better ways through the network, and fewer questions to the servers.
 * @module
 */
export * as smartRouting from './smart-routing.ts'
export * as tieredCaching from './tiered-caching.ts'
