/**
 * Jobs that push the logs of a zone, and the proof that their destinations are one's own.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { createFields, DeletedJob, jobNumber, LogpushJob, OwnershipChallenge, secrets, updateFields, Validity } from './job.ts'

const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const oneJob = {
  ...inZone,
  /** Number of the job. */
  job_id: jobNumber,
}

const ZoneJobList = z.strictObject(inZone)
export interface ZoneJobList extends z.input<typeof ZoneJobList> {}

/**
 * List the jobs of a zone, all at once.
 * @example const jobs = await cf.logpush.zone.list({ zone_id })
 */
export const list = endpoint<ZoneJobList, LogpushJob[]>('GET /zones/{zone_id}/logpush/jobs', { input: ZoneJobList, result: z.array(LogpushJob), permission: '#logs:read', since: '2018-08', secrets })

const ZoneJobCreate = z.strictObject({ ...inZone, ...createFields })
export interface ZoneJobCreate extends z.input<typeof ZoneJobCreate> {}

/**
 * Create a job.
 * @example await cf.logpush.zone.create({ zone_id, dataset: 'http_requests', destination_conf: 'https://logs.example.com/', enabled: true })
 */
export const create = endpoint<ZoneJobCreate, LogpushJob>('POST /zones/{zone_id}/logpush/jobs', { input: ZoneJobCreate, result: LogpushJob, permission: '#logs:edit', since: '2018-08', secrets })

const ZoneJobGet = z.strictObject(oneJob)
export interface ZoneJobGet extends z.input<typeof ZoneJobGet> {}

/**
 * Read one job.
 * @example const { last_complete, error_message } = await cf.logpush.zone.get({ zone_id, job_id: 1 })
 */
export const get = endpoint<ZoneJobGet, LogpushJob>('GET /zones/{zone_id}/logpush/jobs/{job_id}', { input: ZoneJobGet, result: LogpushJob, permission: '#logs:read', since: '2018-08', secrets })

const ZoneJobUpdate = z.strictObject({ ...oneJob, ...updateFields })
export interface ZoneJobUpdate extends z.input<typeof ZoneJobUpdate> {}

/**
 * Change a job; what is not said stays.
 * @example await cf.logpush.zone.update({ zone_id, job_id: 1, enabled: false })
 */
export const update = endpoint<ZoneJobUpdate, LogpushJob>('PUT /zones/{zone_id}/logpush/jobs/{job_id}', { input: ZoneJobUpdate, result: LogpushJob, permission: '#logs:edit', since: '2018-08', secrets })

const ZoneJobDelete = z.strictObject(oneJob)
export interface ZoneJobDelete extends z.input<typeof ZoneJobDelete> {}

/**
 * Delete a job.
 * @example await cf.logpush.zone.remove({ zone_id, job_id: 1 })
 */
export const remove = endpoint<ZoneJobDelete, DeletedJob>('DELETE /zones/{zone_id}/logpush/jobs/{job_id}', { input: ZoneJobDelete, result: DeletedJob, permission: '#logs:edit', since: '2018-08', repeated: { codes: [1004], result: (input) => ({ id: Number(input['job_id']) }) } })

const ZoneChallenge = z.strictObject({
  ...inZone,
  /** Where logs are to go. */
  destination_conf: createFields.destination_conf,
})
export interface ZoneChallenge extends z.input<typeof ZoneChallenge> {}

/**
 * Have a file written to a destination; what it says proves that the destination is one's own.
 * @example const { filename } = await cf.logpush.zone.challenge({ zone_id, destination_conf: 's3://logs?region=eu-west-1' })
 */
export const challenge = endpoint<ZoneChallenge, OwnershipChallenge>('POST /zones/{zone_id}/logpush/ownership', { input: ZoneChallenge, result: OwnershipChallenge, permission: '#logs:edit', since: '2018-08', secrets })

const ZoneChallengeCheck = z.strictObject({
  ...inZone,
  /** Where logs are to go. */
  destination_conf: createFields.destination_conf,
  /** What the file says. */
  ownership_challenge: z.string().check(z.minLength(1)),
})
export interface ZoneChallengeCheck extends z.input<typeof ZoneChallengeCheck> {}

/**
 * Ask whether a proof is right, before a job is made with it.
 * @example const { valid } = await cf.logpush.zone.checkChallenge({ zone_id, destination_conf: 's3://logs?region=eu-west-1', ownership_challenge: await readFile('ownership-challenge.txt', 'utf8') })
 */
export const checkChallenge = endpoint<ZoneChallengeCheck, Validity>('POST /zones/{zone_id}/logpush/ownership/validate', { input: ZoneChallengeCheck, result: Validity, permission: '#logs:edit', safety: 'read', since: '2018-08', secrets })
