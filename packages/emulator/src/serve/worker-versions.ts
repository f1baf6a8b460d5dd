import { workers } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { codeOf, jsonPart } from '../rules/worker-upload.ts'
import { changedSettings, uploadedSettings } from '../rules/workers.ts'
import type { Collection } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'
import { assetsOf } from './worker-assets.ts'
import { uploadVersion, type Worker, workerOf, workerScope, workersOf, type WorkerVersion, versionsOf } from './worker-scripts.ts'

type Fields = Readonly<Record<string, unknown>>

interface Found {
  readonly account: string
  readonly name: string
  readonly scope: string
  readonly worker: Worker
}

const one = (context: Context): Found => {
  const account = accountOf(context).id
  const name = String(context.input['script_name'])
  return { account, name, scope: workerScope(account, name), worker: workerOf(context, account, name) }
}

const summary = (id: string, { number, createdOn, authorId, authorEmail, annotations, build: { source } }: WorkerVersion): Fields => ({
  id,
  number,
  metadata: { author_id: authorId, author_email: authorEmail, source, created_on: createdOn, modified_on: createdOn, hasPreview: false },
  ...(annotations === undefined ? {} : { annotations }),
})

const shown = (id: string, version: WorkerVersion): Fields => {
  const { etag, handlers, settings, source } = version.build
  const { bindings, compatibility_date: date, compatibility_flags: flags, usage_model: model } = settings
  return { ...summary(id, version), resources: { bindings, script: { etag, handlers, last_deployed_from: source }, script_runtime: { ...(date === undefined ? {} : { compatibility_date: date }), compatibility_flags: flags, usage_model: model } } }
}

const list = (context: Context): Outcome => {
  const rows = versionsOf(context).all(one(context).scope).map(({ id, value }) => summary(id, value)).toReversed()
  if (context.input['deployable'] === true) return { result: { items: rows } }
  const { result, info } = paged(rows, context.input, { perPage: 10, most: 100 })
  return { result: { items: result }, ...(info === undefined ? {} : { info }) }
}

const create = (context: Context): Outcome => {
  const { account, scope, worker } = one(context)
  const metadata = jsonPart(context.input['metadata'])
  const { id, version } = uploadVersion(context, scope, { code: codeOf(context.input, metadata), settings: uploadedSettings(worker.settings, metadata), assets: assetsOf(context, { account, metadata, before: worker.assets }), annotations: metadata['annotations'] })
  return { result: { ...shown(id, version), startup_time_ms: 1 } }
}

const get = (context: Context): Outcome => {
  const id = String(context.input['version_id'])
  const version = versionsOf(context).get(one(context).scope, id)
  if (version === undefined) throw refuse('worker_version_not_found', { version: id })
  return { result: shown(id, version) }
}

const lasting = ({ settings, observability = null }: Worker): Fields => ({ logpush: settings.logpush, tags: settings.tags, tail_consumers: settings.tail_consumers, observability })

const editLasting = (context: Context): Outcome => {
  const { account, name, worker } = one(context)
  const { logpush, tags, tail_consumers: consumers, observability = worker.observability } = context.input
  if (observability !== undefined && typeof observability !== 'object') throw refuse('worker_setting', { setting: 'observability' })
  const after: Worker = { ...worker, settings: changedSettings(worker.settings, { logpush, tags, tail_consumers: consumers }), observability }
  workersOf(context).put(account, name, after)
  return { result: lasting(after) }
}

const subdomainsIn = ({ state }: Context): Collection<{ readonly account: string }> => state.documents.collection('worker_subdomains')

/** All names below `workers.dev` stand in one scope: no two accounts have the same. */
const everywhere = 'workers.dev'

const getSubdomain = (context: Context): Outcome => {
  const account = accountOf(context).id
  const found = subdomainsIn(context).all(everywhere).find(({ value }) => value.account === account)
  if (found === undefined) throw refuse('worker_subdomain_missing')
  return { result: { subdomain: found.id } }
}

const updateSubdomain = (context: Context): Outcome => {
  const account = accountOf(context).id
  const { subdomain } = context.input
  if (typeof subdomain !== 'string' || !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(subdomain)) throw refuse('worker_subdomain_name')
  const owner = subdomainsIn(context).get(everywhere, subdomain)?.account
  if (owner !== undefined && owner !== account) throw refuse('worker_subdomain_taken')
  if (subdomainsIn(context).all(everywhere).some(({ id, value }) => value.account === account && id !== subdomain)) throw refuse('worker_subdomain_kept')
  subdomainsIn(context).put(everywhere, subdomain, { account })
  return { result: { subdomain } }
}

const updateScriptSubdomain = (context: Context): Outcome => {
  const { account, name, worker } = one(context)
  const { enabled, previews_enabled: previews = enabled } = context.input
  if (typeof enabled !== 'boolean' || typeof previews !== 'boolean') throw refuse('worker_setting', { setting: 'subdomain' })
  const subdomain = { enabled, previews_enabled: previews }
  workersOf(context).put(account, name, { ...worker, subdomain })
  return { result: subdomain }
}

interface Tail {
  readonly url: string
  readonly expires_at: string
}

const tailMs = 6 * 60 * 60 * 1000

const tailsIn = ({ state }: Context): Collection<Tail> => state.documents.collection('worker_tails')

const liveTails = (context: Context): readonly (Tail & { readonly id: string })[] => {
  const now = context.clock.now()
  return tailsIn(context).all(one(context).scope).filter(({ value }) => Date.parse(value.expires_at) > now).map(({ id, value }) => ({ id, ...value }))
}

/** The address of a tail leads nowhere: no Worker runs here, so there are no logs. */
const createTail = (context: Context): Outcome => {
  const { scope } = one(context)
  const id = context.ids.next()
  const tail = { url: `wss://tail.invalid/${context.ids.next()}`, expires_at: microsecondDate(context.clock.now() + tailMs) }
  tailsIn(context).put(scope, id, tail)
  return { result: { id, ...tail } }
}

const removeTail = (context: Context): Outcome => {
  const id = String(context.input['tail_id'])
  if (!liveTails(context).some((tail) => tail.id === id)) throw refuse('worker_tail_not_found')
  tailsIn(context).remove(one(context).scope, id)
  return { result: null }
}

/** Handlers of versions of Workers, of settings that hold for all versions, of addresses below `workers.dev`, and of tails. */
export const workerVersionHandlers: readonly Handler[] = [
  serve(workers.versions.list, list),
  serve(workers.versions.create, create),
  serve(workers.versions.get, get),
  serve(workers.scriptSettings.get, (context) => ({ result: lasting(one(context).worker) })),
  serve(workers.scriptSettings.edit, editLasting),
  serve(workers.subdomain.getAccount, getSubdomain),
  serve(workers.subdomain.updateAccount, updateSubdomain),
  serve(workers.subdomain.get, (context) => ({ result: one(context).worker.subdomain ?? { enabled: false, previews_enabled: false } })),
  serve(workers.subdomain.update, updateScriptSubdomain),
  serve(workers.tails.list, (context) => ({ result: liveTails(context) })),
  serve(workers.tails.create, createTail),
  serve(workers.tails.remove, removeTail),
]
