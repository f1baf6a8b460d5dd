/**
 * Jobs that push the logs of an account, and the proof that their destinations are one's own.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { inAccount } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { createFields, DeletedJob, jobNumber, LogpushJob, OwnershipChallenge, secrets, updateFields, Validity } from './job.ts'

const oneJob = {
  ...inAccount,
  /** Number of the job. */
  job_id: jobNumber,
}

const AccountJobList = z.strictObject(inAccount)
export interface AccountJobList extends z.input<typeof AccountJobList> {}

/**
 * List the jobs of an account, all at once.
 * @example const jobs = await cf.logpush.account.list({ account_id })
 */
export const list = endpoint<AccountJobList, LogpushJob[]>('GET /accounts/{account_id}/logpush/jobs', { input: AccountJobList, result: z.array(LogpushJob), permission: '#logs:read', since: '2018-08', secrets })

const AccountJobCreate = z.strictObject({ ...inAccount, ...createFields })
export interface AccountJobCreate extends z.input<typeof AccountJobCreate> {}

/**
 * Create a job.
 * @example await cf.logpush.account.create({ account_id, dataset: 'audit_logs_v2', destination_conf: 'https://logs.example.com/', enabled: true })
 */
export const create = endpoint<AccountJobCreate, LogpushJob>('POST /accounts/{account_id}/logpush/jobs', { input: AccountJobCreate, result: LogpushJob, permission: '#logs:edit', since: '2018-08', secrets })

const AccountJobGet = z.strictObject(oneJob)
export interface AccountJobGet extends z.input<typeof AccountJobGet> {}

/**
 * Read one job.
 * @example const { last_complete, error_message } = await cf.logpush.account.get({ account_id, job_id: 1 })
 */
export const get = endpoint<AccountJobGet, LogpushJob>('GET /accounts/{account_id}/logpush/jobs/{job_id}', { input: AccountJobGet, result: LogpushJob, permission: '#logs:read', since: '2018-08', secrets })

const AccountJobUpdate = z.strictObject({ ...oneJob, ...updateFields })
export interface AccountJobUpdate extends z.input<typeof AccountJobUpdate> {}

/**
 * Change a job; what is not said stays.
 * @example await cf.logpush.account.update({ account_id, job_id: 1, enabled: false })
 */
export const update = endpoint<AccountJobUpdate, LogpushJob>('PUT /accounts/{account_id}/logpush/jobs/{job_id}', { input: AccountJobUpdate, result: LogpushJob, permission: '#logs:edit', since: '2018-08', secrets })

const AccountJobDelete = z.strictObject(oneJob)
export interface AccountJobDelete extends z.input<typeof AccountJobDelete> {}

/**
 * Delete a job.
 * @example await cf.logpush.account.remove({ account_id, job_id: 1 })
 */
export const remove = endpoint<AccountJobDelete, DeletedJob>('DELETE /accounts/{account_id}/logpush/jobs/{job_id}', { input: AccountJobDelete, result: DeletedJob, permission: '#logs:edit', since: '2018-08', repeated: { codes: [1004], result: (input) => ({ id: Number(input['job_id']) }) } })

const AccountChallenge = z.strictObject({
  ...inAccount,
  /** Where logs are to go. */
  destination_conf: createFields.destination_conf,
})
export interface AccountChallenge extends z.input<typeof AccountChallenge> {}

/**
 * Have a file written to a destination; what it says proves that the destination is one's own.
 * @example const { filename } = await cf.logpush.account.challenge({ account_id, destination_conf: 's3://logs?region=eu-west-1' })
 */
export const challenge = endpoint<AccountChallenge, OwnershipChallenge>('POST /accounts/{account_id}/logpush/ownership', { input: AccountChallenge, result: OwnershipChallenge, permission: '#logs:edit', since: '2018-08', secrets })

const AccountChallengeCheck = z.strictObject({
  ...inAccount,
  /** Where logs are to go. */
  destination_conf: createFields.destination_conf,
  /** What the file says. */
  ownership_challenge: z.string().check(z.minLength(1)),
})
export interface AccountChallengeCheck extends z.input<typeof AccountChallengeCheck> {}

/**
 * Ask whether a proof is right, before a job is made with it.
 * @example const { valid } = await cf.logpush.account.checkChallenge({ account_id, destination_conf: 's3://logs?region=eu-west-1', ownership_challenge: await readFile('ownership-challenge.txt', 'utf8') })
 */
export const checkChallenge = endpoint<AccountChallengeCheck, Validity>('POST /accounts/{account_id}/logpush/ownership/validate', { input: AccountChallengeCheck, result: Validity, permission: '#logs:edit', safety: 'read', since: '2018-08', secrets })
