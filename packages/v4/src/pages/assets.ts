/**
 * Files of a site that is uploaded rather than built: each is kept once under its hash. All calls but the first take the token of
 * that one as their credentials, and no others.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneProject } from './common.ts'

const TokenGet = z.strictObject(oneProject)
export interface TokenGet extends z.input<typeof TokenGet> {}

/** A token for uploads. */
const UploadToken = z.object({
  /** The token; valid for some minutes. */
  jwt: z.string(),
})
export interface UploadToken extends z.output<typeof UploadToken> {}

/**
 * Get a token for uploads to a project.
 * @example const { jwt } = await cf.pages.assets.token({ account_id, project_name: 'docs' })
 */
export const token = endpoint<TokenGet, UploadToken>('GET /accounts/{account_id}/pages/projects/{project_name}/upload-token', { input: TokenGet, result: UploadToken, permission: '#pages:edit', secrets: ['jwt'] })

const hash = z.string().check(z.regex(/^[0-9a-f]{32}$/))
const Hashes = z.strictObject({
  /** Hashes of files, 32 hexadecimal digits each. */
  hashes: z.array(hash),
})
export interface Hashes extends z.input<typeof Hashes> {}

/**
 * Ask which files are not there yet.
 * @example const missing = await cf.pages.assets.missing({ hashes: ['5d41402abc4b2a76b9719d911017c592'] })
 */
export const missing = endpoint<Hashes, string[]>('POST /pages/assets/check-missing', { input: Hashes, result: z.array(z.string()), safety: 'read' })

const AssetsUpload = z.strictObject({
  /** The files. */
  files: z.array(
    z.strictObject({
      /** Hash of the file. */
      key: hash,
      /** Its content. */
      value: z.string(),
      /** The content is in base64. */
      base64: z.boolean(),
      /** What is said of it. */
      metadata: z.strictObject({
        /** Media type that visitors shall see. */
        contentType: z.string(),
      }),
    }),
  ),
})
export interface AssetsUpload extends z.input<typeof AssetsUpload> {}

/** How an upload went. */
const AssetsUploaded = z.object({
  /** Files that were kept. */
  successful_key_count: z.number(),
  /** Hashes of files that were not. */
  unsuccessful_keys: z.array(z.string()),
})
export interface AssetsUploaded extends z.output<typeof AssetsUploaded> {}

/**
 * Upload files.
 * @example await cf.pages.assets.upload({ files: [{ key: '5d41402abc4b2a76b9719d911017c592', value: 'aGVsbG8=', base64: true, metadata: { contentType: 'text/plain' } }] })
 */
export const upload = endpoint<AssetsUpload, AssetsUploaded>('POST /pages/assets/upload', { input: AssetsUpload, result: AssetsUploaded, body: { json: 'files' }, safety: 'idempotent' })

/**
 * Say that files are used again, so that they are kept.
 * @example await cf.pages.assets.keep({ hashes: ['5d41402abc4b2a76b9719d911017c592'] })
 */
export const keep = endpoint<Hashes, null>('POST /pages/assets/upsert-hashes', { input: Hashes, result: z.literal(null), safety: 'idempotent' })
