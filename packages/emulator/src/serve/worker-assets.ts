import { workers } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { type AssetManifest, beginUpload, uploadSession } from '../state/upload-sessions.ts'
import { uploadedBytes } from '../wire/upload.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve, serveUpload, type UploadContext } from './handler.ts'
import type { WorkerAssets } from './worker-scripts.ts'

type Fields = Readonly<Record<string, unknown>>

/** How long a token is valid, in milliseconds. */
const validMs = 60 * 60 * 1000

/** Most bytes of one file. */
const mostBytes = 26_214_400

/** Files that are asked for in one upload. */
const bucketSize = 50

/** Files are kept once in an account, whichever Worker has them. */
const scopeOf = (account: string): string => `worker-assets/${account}`

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const manifestOf = (given: unknown): AssetManifest => {
  if (!isObject(given)) throw refuse('worker_assets', { path: 'manifest', detail: 'must be an object' })
  for (const [path, file] of Object.entries(given)) {
    const { hash, size } = isObject(file) ? file : {}
    if (!path.startsWith('/')) throw refuse('worker_assets', { path, detail: 'must start with a slash' })
    if (typeof hash !== 'string' || !/^[0-9a-f]{32}$/.test(hash)) throw refuse('worker_assets', { path, detail: 'needs a hash of 32 hexadecimal digits' })
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 0 || size > mostBytes) throw refuse('worker_assets', { path, detail: `needs a size from 0 to ${mostBytes} bytes` })
  }
  return given as AssetManifest
}

const missingOf = ({ state }: Context, account: string, manifest: AssetManifest): readonly string[] =>
  [...new Set(Object.values(manifest).map(({ hash }) => hash))].filter((hash) => state.blobs.get(scopeOf(account), hash) === undefined)

const begin = (context: Context, { use, account, subject, manifest }: { readonly use: 'worker_files' | 'worker_metadata'; readonly account: string; readonly subject: string; readonly manifest: AssetManifest }): string =>
  beginUpload(context.state, { userId: context.actor.user.id, accountId: account, use, subject, manifest, ends: context.clock.now() + validMs }, context.ids.next())

const createSession = (context: Context): Outcome => {
  const account = accountOf(context).id
  const manifest = manifestOf(context.input['manifest'])
  const missing = missingOf(context, account, manifest)
  const buckets = Array.from({ length: Math.ceil(missing.length / bucketSize) }, (_, index) => missing.slice(index * bucketSize, (index + 1) * bucketSize))
  return { result: { jwt: begin(context, { use: missing.length === 0 ? 'worker_metadata' : 'worker_files', account, subject: String(context.input['script_name']), manifest }), buckets } }
}

const upload = (context: UploadContext): Outcome => {
  const { session, input, state } = context
  const { manifest } = session
  const account = String(input['account_id'])
  if (session.use !== 'worker_files' || manifest === undefined || session.accountId !== account) throw refuse('upload_token')
  if (input['base64'] !== true) throw refuse('query_invalid', { detail: 'base64 must be true' })
  const sizes = new Map(Object.values(manifest).map(({ hash, size }) => [hash, size]))
  const files: readonly unknown[] = Array.isArray(input['files']) ? input['files'] : []
  for (const file of files) {
    const name = isObject(file) && typeof file['name'] === 'string' ? file['name'] : 'files'
    const size = sizes.get(name)
    const content = Buffer.from(Buffer.from(uploadedBytes(file) ?? []).toString('latin1'), 'base64')
    if (size === undefined) throw refuse('worker_asset_upload', { name, detail: 'is not in the manifest' })
    if (content.length !== size) throw refuse('worker_asset_upload', { name, detail: `has ${content.length} bytes, not the ${size} of the manifest` })
    state.blobs.put(scopeOf(account), name, content)
  }
  if (missingOf(context, account, manifest).length > 0) return { result: { jwt: null } }
  return { result: { jwt: begin(context, { use: 'worker_metadata', account, subject: session.subject, manifest }) }, status: 201 }
}

/**
 * The static files that an upload of code names in its metadata, or keeps from before.
 * @throws Refusal `worker_assets_token`, `worker_assets_binding`.
 */
export const assetsOf = (context: Context, { account, metadata, before }: { readonly account: string; readonly metadata: Fields; readonly before?: WorkerAssets | undefined }): WorkerAssets | undefined => {
  const { assets, keep_assets: keep, bindings } = metadata
  const { jwt, config } = isObject(assets) ? assets : {}
  const session = typeof jwt === 'string' ? uploadSession(context.state, jwt, context.clock.now()) : undefined
  if (jwt !== undefined && (session?.use !== 'worker_metadata' || session.accountId !== account || session.manifest === undefined)) throw refuse('worker_assets_token')
  const manifest = session?.manifest ?? (keep === true ? before?.manifest : undefined)
  if (manifest === undefined) {
    if (Array.isArray(bindings) && bindings.some((binding) => isObject(binding) && binding['type'] === 'assets')) throw refuse('worker_assets_binding')
    return undefined
  }
  return { manifest, config: isObject(config) ? config : (before?.config ?? {}) }
}

/** Handlers of static files of Workers. They are kept, and served to nobody: no Worker runs here. */
export const workerAssetHandlers: readonly Handler[] = [serve(workers.assets.createSession, createSession), serveUpload(workers.assets.upload, upload)]
