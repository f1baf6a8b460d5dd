/**
 * Certificates that the service orders for a zone.
 * @module
 */
export { type Analysis, type Analyze, analyze } from './analyze.ts'
export * as certificatePacks from './certificate-packs.ts'
export * as universal from './universal.ts'
export * as verification from './verification.ts'
