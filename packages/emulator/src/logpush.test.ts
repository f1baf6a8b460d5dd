import { logpush } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { seededIds } from './seed.ts'
import { zoneId as zone_id } from './testing/start.ts'
import { strictClient } from './testing/strict-client.ts'

const account_id = seededIds.account("user@example.com's Account")

describe('jobs of Logpush', () => {
  it('are created, read, changed, listed and deleted, each for its zone or account', async () => {
    const client = await strictClient()
    const job = await client.call(logpush.zone.create, { zone_id, destination_conf: 'r2://logs/{DATE}?access-key-id=a&secret-access-key=b', name: 'logs.example.com', max_upload_records: 1000, output_options: { field_names: ['ClientIP'], 'CVE-2021-44228': true } })
    expect(job).toMatchObject({ id: 1, dataset: 'http_requests', enabled: false, max_upload_records: 1000, output_options: { field_names: ['ClientIP'] }, last_complete: null, error_message: null })
    const audit = await client.call(logpush.account.create, { account_id, dataset: 'audit_logs_v2', destination_conf: 'https://logs.example.com/', enabled: true })
    expect(audit.id).toBe(2)
    expect(await client.call(logpush.zone.update, { zone_id, job_id: job.id, enabled: true, max_upload_records: 0 })).toMatchObject({ id: 1, enabled: true, max_upload_records: 0, name: 'logs.example.com' })
    expect(await client.call(logpush.zone.get, { zone_id, job_id: job.id })).toMatchObject({ enabled: true })
    expect((await client.call(logpush.zone.list, { zone_id })).map(({ id }) => id)).toEqual([1])
    expect((await client.call(logpush.account.list, { account_id })).map(({ id }) => id)).toEqual([2])
    await expect(client.call(logpush.account.get, { account_id, job_id: 1 })).rejects.toMatchObject({ status: 404 })
    expect(await client.call(logpush.account.remove, { account_id, job_id: 2 })).toEqual({ id: 2 })
    expect((await client.call(logpush.account.create, { account_id, dataset: 'audit_logs', destination_conf: 'https://logs.example.com/' })).id).toBe(3)
  })

  it('need a proof for a bucket that others own, and the proof is good for the whole bucket', async () => {
    const client = await strictClient()
    const destination_conf = 's3://logs/http?region=eu-west-1'
    const { filename, valid } = await client.call(logpush.zone.challenge, { zone_id, destination_conf })
    const ownership_challenge = /-([0-9a-f]{32})\.txt$/.exec(filename)?.[1] ?? ''
    expect(valid).toBe(true)
    expect(await client.call(logpush.zone.checkChallenge, { zone_id, destination_conf, ownership_challenge })).toEqual({ valid: true })
    expect(await client.call(logpush.zone.checkChallenge, { zone_id, destination_conf: 's3://other', ownership_challenge })).toEqual({ valid: false })
    await expect(client.call(logpush.zone.create, { zone_id, destination_conf, ownership_challenge: 'guess' })).rejects.toMatchObject({ faults: [{ code: 1002, message: 'incorrect ownership challenge' }] })
    const { id } = await client.call(logpush.zone.create, { zone_id, destination_conf: 's3://logs/http/{DATE}?region=eu-west-1&sse=AES256', ownership_challenge })
    await expect(client.call(logpush.zone.update, { zone_id, job_id: id, destination_conf: 's3://other' })).rejects.toMatchObject({ faults: [{ code: 1002 }] })
    expect(await client.call(logpush.zone.update, { zone_id, job_id: id, destination_conf: 'https://logs.example.com/' })).toMatchObject({ destination_conf: 'https://logs.example.com/' })
  })

  it('do not show the keys of their destination in an error', async () => {
    const client = await strictClient()
    const destination_conf = 'nowhere secret-access-key=hush-hush'
    const error: unknown = await client.call(logpush.zone.create, { zone_id, destination_conf }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(JSON.stringify(error) + String(error)).not.toContain('hush')
  })
})
