/**
 * Logpush: logs of zones and accounts, pushed to storage of one's own.
 * @module
 */
export type { DeletedJob, LogpushJob, OwnershipChallenge, Validity } from './job.ts'
export * as account from './account-jobs.ts'
export * as zone from './zone-jobs.ts'
