/**
 * Pages: sites from a repository or an upload, and their versions.
 * @module
 */
export * as assets from './assets.ts'
export type { Deployment } from './deployment.ts'
export * as deployments from './deployments.ts'
export * as projects from './projects.ts'
