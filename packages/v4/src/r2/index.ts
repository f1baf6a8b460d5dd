/**
 * R2: buckets of objects, and who may fetch from them. Objects can be read and written one at a time.
 * @module
 */
export type { Nothing } from './common.ts'
export * as buckets from './buckets.ts'
export * as cors from './cors.ts'
export * as objects from './objects.ts'
