/**
 * Static files of a Worker: a session says which of them are not there yet, they are uploaded, and the token that the last
 * upload gives stands for them all in the metadata of the code.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { inAccount, oneScript } from './common.ts'

/** What is to be uploaded, and the token to do it with. */
const UploadSession = z.object({
  /** Token: for uploads when `buckets` names files, else already for the code. Valid for one hour. */
  jwt: z.optional(z.string()),
  /** Hashes of files that are not there yet, in groups to upload together. */
  buckets: z.optional(z.array(z.array(z.string()))),
})
export interface UploadSession extends z.output<typeof UploadSession> {}

const secrets = ['jwt']

const SessionCreate = z.strictObject({
  ...oneScript,
  /** Every file by its path, such as `/index.html`. */
  manifest: z.record(
    z.string(),
    z.strictObject({
      /** Hash of the file, 32 hexadecimal digits; files with the same one count as the same. */
      hash: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
      /** Bytes, at most 26,214,400. */
      size: z.int().check(z.gte(0)),
    }),
  ),
})
export interface SessionCreate extends z.input<typeof SessionCreate> {}

/**
 * Begin to upload files. The Worker need not be there.
 * @example const { jwt, buckets } = await cf.workers.assets.createSession({ account_id, script_name: 'hello', manifest: { '/index.html': { hash: '08f1dfda4574284ab3c21666d1ee8c7d', size: 15 } } })
 */
export const createSession = endpoint<SessionCreate, UploadSession>('POST /accounts/{account_id}/workers/scripts/{script_name}/assets-upload-session', { input: SessionCreate, result: UploadSession, permission: '#worker:edit', secrets })

const AssetUpload = z.strictObject({
  ...inAccount,
  /** The contents are in base64, as they must be. */
  base64: z.literal(true),
  /** Files of one group, each named by its hash, with the media type that visitors shall see. */
  files: z.array(z.upload()),
})
export interface AssetUpload extends z.input<typeof AssetUpload> {}

/** How far an upload is. */
const AssetUploadResult = z.object({
  /** Token for the metadata of the code, once the last file is there. Valid for one hour. */
  jwt: z.optional(z.nullable(z.string())),
})
export interface AssetUploadResult extends z.output<typeof AssetUploadResult> {}

/**
 * Upload files of a session. Its credentials are the token of that session, and no others.
 * @example await cf.workers.assets.upload({ account_id, base64: true, files: [{ name: '08f1dfda4574284ab3c21666d1ee8c7d', type: 'text/html', content: 'PGgxPmhlbGxvPC9oMT4K' }] })
 */
export const upload = endpoint<AssetUpload, AssetUploadResult>('POST /accounts/{account_id}/workers/assets/upload', { input: AssetUpload, result: AssetUploadResult, query: ['base64'], body: { files: ['files'], ownNames: true }, safety: 'idempotent', secrets })
