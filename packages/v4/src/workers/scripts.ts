/**
 * Workers of an account: their code and what is known about it.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { inAccount, oneScript, uploadMetadata } from './common.ts'

/** A Worker. */
export const Script = z.object({
  /** Name of the Worker. */
  id: z.string(),
  /** Hash of the code, 64 hexadecimal digits. Read-only. */
  etag: z.optional(z.string()),
  /** Events that the code handles, such as `fetch`. Read-only. */
  handlers: z.optional(z.array(z.string())),
  /** Whether the code is made of ES modules. Read-only. */
  has_modules: z.optional(z.boolean()),
  /** Whether it has static assets. Read-only. */
  has_assets: z.optional(z.boolean()),
  /** Day whose version of the runtime is used. */
  compatibility_date: z.optional(z.string()),
  /** Switches of the runtime. */
  compatibility_flags: z.optional(z.array(z.string())),
  /** How the Worker is billed. */
  usage_model: z.optional(z.string()),
  /** Whether logs are pushed to a Logpush job. */
  logpush: z.optional(z.boolean()),
  /** Workers that receive the traces of this one. */
  tail_consumers: z.optional(z.nullable(z.array(z.record(z.string(), z.unknown())))),
  /** Words by which Workers are found again. */
  tags: z.optional(z.nullable(z.array(z.string()))),
  /** Identifier that stays when the code changes. Read-only. */
  tag: z.optional(z.string()),
  /** Tag of the last change of Durable Object classes that was applied. Read-only. */
  migration_tag: z.optional(z.string()),
  /** What uploaded it last, such as `api`. Read-only. */
  last_deployed_from: z.optional(z.string()),
  /** When it was uploaded first, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it was uploaded last, RFC 3339. Read-only. */
  modified_on: z.string(),
  /** Identifier of the version that was made, without its hyphens; only after an upload. Read-only. */
  deployment_id: z.optional(z.string()),
  /** Milliseconds that the code needed to start; only after an upload. Read-only. */
  startup_time_ms: z.optional(z.number()),
})
export interface Script extends z.output<typeof Script> {}

const Scripts = z.array(Script)

const ScriptList = z.strictObject({
  ...inAccount,
  /** Tags that must be there or not, such as `live:yes,old:no`. */
  tags: z.optional(z.string()),
})
export interface ScriptList extends z.input<typeof ScriptList> {}

/**
 * List the Workers of an account, all at once.
 * @example const scripts = await cf.workers.scripts.list({ account_id })
 */
export const list = endpoint<ScriptList, Script[]>('GET /accounts/{account_id}/workers/scripts', { input: ScriptList, result: Scripts, permission: '#worker:read' })

const ScriptGet = z.strictObject(oneScript)
export interface ScriptGet extends z.input<typeof ScriptGet> {}

/**
 * Read the code of a Worker: the script itself, or its modules as the parts of a multipart text.
 * @example const code = await cf.workers.scripts.get({ account_id, script_name: 'hello' })
 */
export const get = endpoint<ScriptGet, string>('GET /accounts/{account_id}/workers/scripts/{script_name}', { input: ScriptGet, result: z.string(), answer: 'text', permission: '#worker:read' })

const ScriptUpdate = z.strictObject({
  ...oneScript,
  /** Code that is no module; alone, it is sent as it is. */
  script: z.optional(z.upload()),
  /** Modules, each with its name and media type, such as `application/javascript+module`. */
  files: z.optional(z.array(z.upload())),
  /** How the code is to be run; needed with `files`. */
  metadata: z.optional(uploadMetadata),
})
export interface ScriptUpdate extends z.input<typeof ScriptUpdate> {}

/**
 * Upload the code of a Worker, new or in the place of the one before, and deploy it.
 * @example await cf.workers.scripts.update({ account_id, script_name: 'hello', metadata: { main_module: 'index.js' }, files: [{ name: 'index.js', type: 'application/javascript+module', content: "export default { fetch: () => new Response('hello') }" }] })
 */
export const update = endpoint<ScriptUpdate, Script>('PUT /accounts/{account_id}/workers/scripts/{script_name}', {
  input: ScriptUpdate,
  result: Script,
  body: { files: ['script', 'files'], alone: { file: 'script', type: 'application/javascript' } },
  permission: '#worker:edit',
  secrets: ['text'],
})

const ScriptDelete = z.strictObject({
  ...oneScript,
  /** Delete it though other Workers or Durable Objects need it. Default false. */
  force: z.optional(z.boolean()),
})
export interface ScriptDelete extends z.input<typeof ScriptDelete> {}

/**
 * Delete a Worker with its routes, secrets and schedules.
 * @example await cf.workers.scripts.remove({ account_id, script_name: 'hello' })
 */
export const remove = endpoint<ScriptDelete, Id | null>('DELETE /accounts/{account_id}/workers/scripts/{script_name}', {
  input: ScriptDelete,
  result: z.nullable(Id),
  query: ['force'],
  permission: '#worker:edit',
  repeated: { codes: [10007], result: (input) => ({ id: input['script_name'] }) },
})
