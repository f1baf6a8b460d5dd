/**
 * Workers AI: models, and running them.
 * @module
 */
export * as models from './models.ts'
export { type Run, run } from './run.ts'
