/**
 * Versions of a Worker: code and settings as they were uploaded, deployed or not.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { identifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { binding, oneScript, uploadMetadata } from './common.ts'

const summary = {
  /** Identifier, a UUID. Read-only. */
  id: z.string(),
  /** Its number, from 1. Read-only. */
  number: z.number(),
  /** Who uploaded it, when and with what. Read-only. */
  metadata: z.object({
    /** Identifier of who uploaded it. */
    author_id: z.optional(z.string()),
    /** E-mail address of who uploaded it. */
    author_email: z.optional(z.string()),
    /** What uploaded it, such as `api`. */
    source: z.optional(z.string()),
    /** When, RFC 3339. */
    created_on: z.optional(z.string()),
    /** When it changed last, RFC 3339. */
    modified_on: z.optional(z.string()),
    /** Whether it can be looked at before it is deployed. */
    hasPreview: z.optional(z.boolean()),
  }),
  /** Notes, such as `workers/message` and `workers/tag`. */
  annotations: z.optional(z.record(z.string(), z.string())),
}

/** A version in a list. */
const VersionSummary = z.object(summary)
export interface VersionSummary extends z.output<typeof VersionSummary> {}

/** A version. */
const Version = z.object({
  ...summary,
  /** What it is made of. Read-only. */
  resources: z.object({
    /** What the code reaches by name; secrets without their text. */
    bindings: z.optional(z.array(binding)),
    /** The code. */
    script: z.optional(
      z.object({
        /** Hash of the code. */
        etag: z.optional(z.string()),
        /** Events that it handles. */
        handlers: z.optional(z.array(z.string())),
        /** What uploaded it last. */
        last_deployed_from: z.optional(z.string()),
      }),
    ),
    /** How it runs. */
    script_runtime: z.optional(
      z.object({
        /** Day whose version of the runtime is used. */
        compatibility_date: z.optional(z.string()),
        /** Switches of the runtime. */
        compatibility_flags: z.optional(z.array(z.string())),
        /** How it is billed. */
        usage_model: z.optional(z.string()),
      }),
    ),
  }),
  /** Milliseconds that the code needed to start; only after an upload. Read-only. */
  startup_time_ms: z.optional(z.number()),
})
export interface Version extends z.output<typeof Version> {}

const VersionList = z.strictObject({
  ...oneScript,
  /** Only those that can be deployed, all at once. */
  deployable: z.optional(z.boolean()),
  ...paging,
})
export interface VersionList extends z.input<typeof VersionList> {}

const itemsIn = (result: unknown): readonly unknown[] => (result as { readonly items?: readonly unknown[] }).items ?? []

/**
 * List the versions of a Worker, newest first.
 * @example for await (const version of cf.workers.versions.list({ account_id, script_name: 'hello' })) console.log(version.number, version.id)
 */
export const list = listing<VersionList, VersionSummary>('GET /accounts/{account_id}/workers/scripts/{script_name}/versions', { input: VersionList, item: VersionSummary, page: { ...pageNumber({ perPage: 100 }), items: itemsIn }, permission: '#worker:read', since: '2024-04' })

const VersionCreate = z.strictObject({
  ...oneScript,
  /** Modules, each with its name and media type, such as `application/javascript+module`. */
  files: z.array(z.upload()).check(z.minLength(1)),
  /** How the code is to be run. */
  metadata: uploadMetadata,
})
export interface VersionCreate extends z.input<typeof VersionCreate> {}

/**
 * Upload a version without deploying it; the Worker must be there.
 * @example const { id } = await cf.workers.versions.create({ account_id, script_name: 'hello', metadata: { main_module: 'index.js' }, files: [{ name: 'index.js', type: 'application/javascript+module', content: "export default { fetch: () => new Response('next') }" }] })
 */
export const create = endpoint<VersionCreate, Version>('POST /accounts/{account_id}/workers/scripts/{script_name}/versions', { input: VersionCreate, result: Version, body: { files: ['files'] }, permission: '#worker:edit', since: '2024-04', secrets: ['text'] })

const VersionGet = z.strictObject({
  ...oneScript,
  /** Identifier of the version, a UUID. */
  version_id: identifier,
})
export interface VersionGet extends z.input<typeof VersionGet> {}

/**
 * Read one version.
 * @example const { resources } = await cf.workers.versions.get({ account_id, script_name: 'hello', version_id: id })
 */
export const get = endpoint<VersionGet, Version>('GET /accounts/{account_id}/workers/scripts/{script_name}/versions/{version_id}', { input: VersionGet, result: Version, permission: '#worker:read', since: '2024-04' })
