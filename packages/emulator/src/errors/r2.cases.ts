import { seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'

const path = `/accounts/${seededIds.account("user@example.com's Account")}/r2/buckets`

/** Makes a bucket and sends a request. */
const after = (method: string, target: string, body?: unknown): Send => async (emulator) => {
  await emulator.call('POST', path, { name: 'backups' })
  return emulator.call(method, target, body)
}

/** A request for every refusal of R2. */
export const r2ErrorCases: readonly ErrorCase[] = [
  { key: 'r2_bucket_exists', when: 'another bucket has the name', send: after('POST', path, { name: 'backups' }) },
  { key: 'r2_bucket_name', when: 'the name of a bucket has a capital', send: (emulator) => emulator.call('POST', path, { name: 'Backups' }) },
  { key: 'r2_bucket_not_found', when: 'the bucket is not there', send: (emulator) => emulator.call('DELETE', `${path}/backups`) },
  { key: 'r2_invalid', when: 'the kind of storage is not known', send: (emulator) => emulator.call('POST', path, { name: 'backups', storageClass: 'Cold' }) },
  { key: 'r2_invalid', when: 'a change names no kind of storage', send: after('PATCH', `${path}/backups`) },
  { key: 'r2_object_not_found', when: 'the key is not there', send: after('GET', `${path}/backups/objects/none`) },
  { key: 'r2_bucket_not_empty', when: 'a bucket with an object is deleted', send: async (emulator) => {
    await after('PUT', `${path}/backups/objects/a/b`, 'text')(emulator)
    return emulator.call('DELETE', `${path}/backups`)
  } },
  { key: 'r2_cors_not_found', when: 'a bucket has no rules', send: after('GET', `${path}/backups/cors`) },
]
