import { seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { zonePath } from '../testing/start.ts'

const account = `/accounts/${seededIds.account("user@example.com's Account")}/logpush`
const call = (method: string, target: string, body?: unknown): Send => (emulator) => emulator.call(method, target, body)

/** A request for every refusal of Logpush. */
export const logpushErrorCases: readonly ErrorCase[] = [
  { key: 'logpush_invalid', when: 'a batch is too short', send: call('POST', `${zonePath}/logpush/jobs`, { destination_conf: 'https://logs.example.com/', max_upload_interval_seconds: 10 }) },
  { key: 'logpush_invalid', when: 'a destination is no address', send: call('POST', `${account}/jobs`, { dataset: 'audit_logs_v2', destination_conf: 'somewhere' }) },
  { key: 'logpush_invalid', when: 'an account has no such logs', send: call('POST', `${account}/jobs`, { dataset: 'http_requests', destination_conf: 'https://logs.example.com/' }) },
  { key: 'logpush_challenge', when: 'a job for a bucket of others has no proof', send: call('POST', `${zonePath}/logpush/jobs`, { destination_conf: 's3://logs?region=eu-west-1' }) },
  { key: 'logpush_not_found', when: 'the job is not there', send: call('GET', `${account}/jobs/7`) },
]
