import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import type { ObjectClass } from '../rules/object-classes.ts'
import { type Code, type Module, codeText } from '../rules/worker-upload.ts'
import { sourceOf, type WorkerSettings } from '../rules/workers.ts'
import type { Collection } from '../state/documents.ts'
import type { AssetManifest } from '../state/upload-sessions.ts'
import type { Context, OpenContext } from './handler.ts'

/** Static files of a version. */
export interface WorkerAssets {
  readonly manifest: AssetManifest
  readonly config: Readonly<Record<string, unknown>>
}

/** What a version is made of, without the bytes of its modules: those are kept by its hash. */
export interface WorkerBuild {
  readonly etag: string
  /** Absent when the code is no module. */
  readonly mainModule?: string
  readonly modules: readonly Omit<Module, 'content'>[]
  readonly handlers: readonly string[]
  readonly settings: WorkerSettings
  readonly assets?: WorkerAssets
  /** What uploaded it. */
  readonly source: string
}

/** A version that was uploaded, deployed or not. */
export interface WorkerVersion {
  readonly number: number
  readonly createdOn: string
  readonly authorId: string
  readonly authorEmail: string
  readonly annotations?: unknown
  readonly build: WorkerBuild
}

/** A Worker: what is deployed of it, and what holds for all its versions. */
export interface Worker extends WorkerBuild {
  readonly tag: string
  readonly createdOn: string
  readonly modifiedOn: string
  readonly schedules: readonly { readonly cron: string; readonly createdOn: string; readonly modifiedOn: string }[]
  /** Tag of the last change of Durable Object classes. */
  readonly migrationTag?: string
  /** Its Durable Object classes. */
  readonly classes?: readonly ObjectClass[]
  readonly observability?: unknown
  /** Whether it answers below `workers.dev`. */
  readonly subdomain?: { readonly enabled: boolean; readonly previews_enabled: boolean }
}

/** A deployment as it is shown. */
export interface WorkerDeployment {
  readonly id: string
  readonly [field: string]: unknown
}

/** Workers by account. */
export const workersOf = ({ state }: OpenContext): Collection<Worker> => state.documents.collection('worker_scripts')

/** What belongs to one Worker stands in this scope. */
export const workerScope = (account: string, name: string): string => `worker/${account}/${name}`

/** Versions, oldest first. */
export const versionsOf = ({ state }: OpenContext): Collection<WorkerVersion> => state.documents.collection('worker_versions')

/** Deployments, oldest first. */
export const deploymentsOf = ({ state }: OpenContext): Collection<WorkerDeployment> => state.documents.collection('worker_deployments')

/** A UUID out of 32 random hex digits. */
export const uuidOf = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`

/** @throws Refusal `worker_not_found`. */
export const workerOf = (context: OpenContext, account: string, name: string): Worker => {
  const worker = workersOf(context).get(account, name)
  if (worker === undefined) throw refuse('worker_not_found')
  return worker
}

const codeScope = (scope: string, etag: string): string => `${scope}/${etag}`

/** The code of a Worker as one text. */
export const workerCode = ({ state }: OpenContext, account: string, name: string, { modules, mainModule, etag }: Worker): Uint8Array => {
  const scope = codeScope(workerScope(account, name), etag)
  return codeText(modules.map((module) => ({ ...module, content: state.blobs.get(scope, module.name) ?? new Uint8Array() })), mainModule !== undefined)
}

/** A Worker as lists and uploads show it. */
export const shownWorker = (name: string, worker: Worker): Record<string, unknown> => {
  const { compatibility_date: date, compatibility_flags: flags, usage_model: model, logpush, tail_consumers: consumers, tags } = worker.settings
  return {
    id: name,
    tag: worker.tag,
    tags,
    etag: worker.etag,
    handlers: worker.handlers,
    has_assets: worker.assets !== undefined,
    has_modules: worker.mainModule !== undefined,
    ...(date === undefined ? {} : { compatibility_date: date }),
    compatibility_flags: flags,
    usage_model: model,
    logpush,
    tail_consumers: consumers,
    ...(worker.migrationTag === undefined ? {} : { migration_tag: worker.migrationTag }),
    last_deployed_from: worker.source,
    created_on: worker.createdOn,
    modified_on: worker.modifiedOn,
  }
}

/** A version and its share of the traffic. */
export interface VersionShare {
  readonly version_id: string
  /** Percent. */
  readonly percentage: number
}

const deploy = (context: Context, scope: string, versions: readonly VersionShare[], annotations?: unknown): WorkerDeployment => {
  const deployment = { id: uuidOf(context.ids.next()), source: sourceOf(context.userAgent), strategy: 'percentage', versions, author_email: context.actor.user.email, ...(annotations === undefined ? {} : { annotations }), created_on: microsecondDate(context.clock.now()) }
  deploymentsOf(context).put(scope, deployment.id, deployment)
  return deployment
}

/** What a new version is made from. */
export interface VersionParts {
  readonly code: Code
  readonly settings: WorkerSettings
  readonly assets?: WorkerAssets | undefined
  readonly annotations?: unknown
}

/** Keeps a build as a new version that does not answer yet. */
const addVersion = (context: Context, scope: string, given: Omit<WorkerBuild, 'source'>, annotations?: unknown): { readonly id: string; readonly version: WorkerVersion } => {
  const { id: authorId, email: authorEmail } = context.actor.user
  const id = uuidOf(context.ids.next())
  const build = { ...given, source: sourceOf(context.userAgent) }
  const number = (versionsOf(context).all(scope).at(-1)?.value.number ?? 0) + 1
  const version = { number, createdOn: microsecondDate(context.clock.now()), authorId, authorEmail, ...(annotations === undefined ? {} : { annotations }), build }
  versionsOf(context).put(scope, id, version)
  return { id, version }
}

/** Keeps code as a new version that does not answer yet. */
export const uploadVersion = (context: Context, scope: string, { code, settings, assets, annotations }: VersionParts): { readonly id: string; readonly version: WorkerVersion } => {
  const { etag, mainModule, handlers } = code
  for (const { name, content } of code.modules) context.state.blobs.put(codeScope(scope, etag), name, content)
  const modules = code.modules.map(({ name, type }) => ({ name, type }))
  return addVersion(context, scope, { etag, ...(mainModule === undefined ? {} : { mainModule }), modules, handlers, settings, ...(assets === undefined ? {} : { assets }) }, annotations)
}

/** Makes versions answer: the Worker is then what the one with the largest share is. */
export const deployVersions = (context: Context, account: string, name: string, shares: readonly VersionShare[], annotations?: unknown): { readonly deployment: WorkerDeployment; readonly worker: Worker } => {
  const scope = workerScope(account, name)
  const before = workersOf(context).get(account, name)
  const now = microsecondDate(context.clock.now())
  const [main] = shares.toSorted((a, b) => b.percentage - a.percentage)
  const version = versionsOf(context).get(scope, main?.version_id ?? '')
  if (version === undefined) throw refuse('worker_version', { version: String(main?.version_id) })
  // What is not of the version stays; the code before may have been no module.
  const { mainModule: _, assets: __, ...lasting } = before ?? { tag: context.ids.next(), createdOn: now, schedules: [] }
  const worker: Worker = { ...lasting, ...version.build, modifiedOn: now }
  workersOf(context).put(account, name, worker)
  return { worker, deployment: deploy(context, scope, shares, annotations) }
}

/** Keeps code as a new version and makes it answer. */
export const putCode = (context: Context, account: string, name: string, parts: VersionParts): Worker => {
  const { id } = uploadVersion(context, workerScope(account, name), parts)
  return deployVersions(context, account, name, [{ version_id: id, percentage: 100 }], parts.annotations).worker
}

/** Deploys a version that has other settings and the same code. */
export const putSettings = (context: Context, account: string, name: string, settings: WorkerSettings): Worker => {
  const { etag, mainModule, modules, handlers, assets } = workerOf(context, account, name)
  const { id } = addVersion(context, workerScope(account, name), { etag, ...(mainModule === undefined ? {} : { mainModule }), modules, handlers, settings, ...(assets === undefined ? {} : { assets }) })
  return deployVersions(context, account, name, [{ version_id: id, percentage: 100 }]).worker
}

/** Removes a Worker with everything that hangs on it, and its routes and hostnames. */
export const removeWorker = (context: Context, account: string, name: string): void => {
  workerOf(context, account, name)
  const { state } = context
  const scope = workerScope(account, name)
  for (const { value } of versionsOf(context).all(scope)) state.blobs.clear(codeScope(scope, value.build.etag))
  state.documents.clear(scope)
  workersOf(context).remove(account, name)
  for (const zone of state.zones.ofAccounts([account])) for (const { id, value } of routesOf(context).all(zone.id)) if (value.script === name) routesOf(context).remove(zone.id, id)
  for (const { id, value } of domainsOf(context).all(account)) if (value.service === name) domainsOf(context).remove(account, id)
}

/** A route as it is kept. */
export interface WorkerRoute {
  readonly pattern: string
  readonly script?: string
}

/** Routes by zone. */
export const routesOf = ({ state }: OpenContext): Collection<WorkerRoute> => state.documents.collection('worker_routes')

/** A hostname of a Worker as it is kept. */
export interface WorkerDomain {
  readonly hostname: string
  readonly service: string
  readonly environment: string
  readonly zone_id: string
  readonly zone_name: string
}

/** Hostnames of Workers by account. */
export const domainsOf = ({ state }: OpenContext): Collection<WorkerDomain> => state.documents.collection('worker_domains')
