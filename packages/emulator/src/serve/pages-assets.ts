import { pages } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { beginUpload } from '../state/upload-sessions.ts'
import { type Handler, serve, serveUpload, type UploadContext } from './handler.ts'
import { pagesInvalid, projectOf } from './pages-projects.ts'

/** How long a token is valid, in milliseconds. */
const validMs = 5 * 60 * 1000

/** The scope in which files are kept, once for all sites of an account. @throws Refusal `upload_token` when the token is for something else. */
const scopeOf = ({ session }: UploadContext): string => {
  if (session.use !== 'site_files') throw refuse('upload_token')
  return `pages-assets/${session.accountId}`
}

const hashesOf = ({ input }: UploadContext): readonly string[] => declaredInput(pages.assets.missing, input, pagesInvalid)['hashes'] as readonly string[]

/** Handlers of files of sites. They are kept, and served to nobody. */
export const pagesAssetHandlers: readonly Handler[] = [
  serve(pages.assets.token, (context) => {
    const { account, name } = projectOf(context)
    return { result: { jwt: beginUpload(context.state, { userId: context.actor.user.id, accountId: account, use: 'site_files', subject: name, ends: context.clock.now() + validMs }, context.ids.next()) } }
  }),
  serveUpload(pages.assets.missing, (context) => {
    const scope = scopeOf(context)
    return { result: hashesOf(context).filter((hash) => context.state.blobs.get(scope, hash) === undefined) }
  }),
  serveUpload(pages.assets.upload, (context) => {
    const scope = scopeOf(context)
    const files = declaredInput(pages.assets.upload, context.input, pagesInvalid)['files'] as readonly { readonly key: string; readonly value: string; readonly base64: boolean }[]
    for (const { key, value, base64 } of files) context.state.blobs.put(scope, key, Buffer.from(value, base64 ? 'base64' : 'utf8'))
    return { result: { successful_key_count: files.length, unsuccessful_keys: [] } }
  }),
  serveUpload(pages.assets.keep, (context) => {
    scopeOf(context)
    hashesOf(context)
    return { result: null }
  }),
]
