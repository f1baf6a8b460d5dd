/**
 * Secrets of a Worker. Their values are written and never read.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { oneScript } from './common.ts'

/** A secret without its value. */
const Secret = z.object({
  /** Name under which the code finds it. */
  name: z.string(),
  /** Kind of secret. */
  type: z.optional(z.string()),
})
export interface Secret extends z.output<typeof Secret> {}

const SecretList = z.strictObject(oneScript)
export interface SecretList extends z.input<typeof SecretList> {}

/**
 * List the names of a Worker's secrets.
 * @example const names = (await cf.workers.secrets.list({ account_id, script_name: 'hello' })).map(({ name }) => name)
 */
export const list = endpoint<SecretList, Secret[]>('GET /accounts/{account_id}/workers/scripts/{script_name}/secrets', { input: SecretList, result: z.array(Secret), permission: '#worker:read' })

const SecretGet = z.strictObject({
  ...oneScript,
  /** Name of the secret. */
  secret_name: identifier,
})
export interface SecretGet extends z.input<typeof SecretGet> {}

/**
 * Ask whether a Worker has a secret; its value is not given back.
 * @example const { type } = await cf.workers.secrets.get({ account_id, script_name: 'hello', secret_name: 'API_KEY' })
 */
export const get = endpoint<SecretGet, Secret>('GET /accounts/{account_id}/workers/scripts/{script_name}/secrets/{secret_name}', { input: SecretGet, result: Secret, permission: '#worker:read', since: '2024-10' })

const SecretPut = z.strictObject({
  ...oneScript,
  /** Name under which the code finds it. */
  name: z.string().check(z.minLength(1)),
  /** The value, at most 5,120 bytes; it is never given back. */
  text: z.string(),
  /** Kind of secret. */
  type: z.enum(['secret_text']),
})
export interface SecretPut extends z.input<typeof SecretPut> {}

/**
 * Write a secret, new or in the place of the one before.
 * @example await cf.workers.secrets.put({ account_id, script_name: 'hello', name: 'API_KEY', text: process.env['API_KEY'] ?? '', type: 'secret_text' })
 */
export const put = endpoint<SecretPut, Secret>('PUT /accounts/{account_id}/workers/scripts/{script_name}/secrets', { input: SecretPut, result: Secret, permission: '#worker:edit', secrets: ['text'] })

const SecretDelete = z.strictObject({
  ...oneScript,
  /** Name of the secret. */
  secret_name: identifier,
})
export interface SecretDelete extends z.input<typeof SecretDelete> {}

/**
 * Delete a secret.
 * @example await cf.workers.secrets.remove({ account_id, script_name: 'hello', secret_name: 'API_KEY' })
 */
export const remove = endpoint<SecretDelete, null>('DELETE /accounts/{account_id}/workers/scripts/{script_name}/secrets/{secret_name}', { input: SecretDelete, result: z.literal(null), permission: '#worker:edit', repeated: { codes: [10056], result: () => null } })

const SecretsEdit = z.strictObject({
  ...oneScript,
  /** Secrets by their name; null deletes one. */
  secrets: z.record(
    z.string(),
    z.nullable(
      z.strictObject({
        /** Name under which the code finds it. */
        name: z.string().check(z.minLength(1)),
        /** The value, at most 5,120 bytes; it is never given back. */
        text: z.string(),
        /** Kind of secret. */
        type: z.enum(['secret_text']),
      }),
    ),
  ),
})
export interface SecretsEdit extends z.input<typeof SecretsEdit> {}

/**
 * Write and delete several secrets in one new version; those that are not named stay.
 * @example await cf.workers.secrets.edit({ account_id, script_name: 'hello', secrets: { OLD: null, API_KEY: { name: 'API_KEY', text: process.env['API_KEY'] ?? '', type: 'secret_text' } } })
 */
export const edit = endpoint<SecretsEdit, Secret[]>('PATCH /accounts/{account_id}/workers/scripts/{script_name}/secrets-bulk', { input: SecretsEdit, result: z.array(Secret), permission: '#worker:edit', safety: 'idempotent', secrets: ['text'] })
