/**
 * R2: buckets of objects, and who may fetch from them. Objects themselves go over the S3 API, which is none of this.
 * @module
 */
export type { Nothing } from './common.ts'
export * as buckets from './buckets.ts'
export * as cors from './cors.ts'
