import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { type Code, type Module, codeText } from '../rules/worker-upload.ts'
import type { WorkerSettings } from '../rules/workers.ts'
import type { Collection } from '../state/documents.ts'
import type { Context, OpenContext } from './handler.ts'

/** A Worker without the bytes of its modules. */
export interface Worker {
  readonly tag: string
  readonly etag: string
  readonly createdOn: string
  readonly modifiedOn: string
  /** Absent when the code is no module. */
  readonly mainModule?: string
  readonly modules: readonly Omit<Module, 'content'>[]
  readonly handlers: readonly string[]
  readonly settings: WorkerSettings
  readonly schedules: readonly { readonly cron: string; readonly createdOn: string; readonly modifiedOn: string }[]
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

/** Identifiers of the versions that were uploaded. */
export const versionsOf = ({ state }: OpenContext): Collection<{ readonly createdOn: string }> => state.documents.collection('worker_versions')

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

/** The code of a Worker as one text. */
export const workerCode = ({ state }: OpenContext, account: string, name: string, { modules, mainModule }: Worker): Uint8Array => {
  const scope = workerScope(account, name)
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
    has_assets: false,
    has_modules: worker.mainModule !== undefined,
    ...(date === undefined ? {} : { compatibility_date: date }),
    compatibility_flags: flags,
    usage_model: model,
    logpush,
    tail_consumers: consumers,
    last_deployed_from: 'api',
    created_on: worker.createdOn,
    modified_on: worker.modifiedOn,
  }
}

/** Makes versions answer. */
export const deploy = (context: Context, scope: string, versions: readonly { readonly version_id: string; readonly percentage: number }[], annotations?: unknown): WorkerDeployment => {
  const deployment = { id: uuidOf(context.ids.next()), source: 'api', strategy: 'percentage', versions, author_email: context.actor.user.email, ...(annotations === undefined ? {} : { annotations }), created_on: microsecondDate(context.clock.now()) }
  deploymentsOf(context).put(scope, deployment.id, deployment)
  return deployment
}

/** Keeps code as a new version and makes it answer. */
export const putCode = (context: Context, account: string, name: string, { code, settings, annotations }: { readonly code: Code; readonly settings: WorkerSettings; readonly annotations?: unknown }): Worker => {
  const before = workersOf(context).get(account, name)
  const now = microsecondDate(context.clock.now())
  const scope = workerScope(account, name)
  context.state.blobs.clear(scope)
  for (const { name: module, content } of code.modules) context.state.blobs.put(scope, module, content)
  const worker: Worker = {
    tag: before?.tag ?? context.ids.next(),
    etag: code.etag,
    createdOn: before?.createdOn ?? now,
    modifiedOn: now,
    ...(code.mainModule === undefined ? {} : { mainModule: code.mainModule }),
    modules: code.modules.map(({ name: module, type }) => ({ name: module, type })),
    handlers: code.handlers,
    settings,
    schedules: before?.schedules ?? [],
  }
  workersOf(context).put(account, name, worker)
  const version = uuidOf(context.ids.next())
  versionsOf(context).put(scope, version, { createdOn: now })
  deploy(context, scope, [{ version_id: version, percentage: 100 }], annotations)
  return worker
}

/** Removes a Worker with everything that hangs on it, and its routes and hostnames. */
export const removeWorker = (context: Context, account: string, name: string): void => {
  workerOf(context, account, name)
  const { state } = context
  const scope = workerScope(account, name)
  state.blobs.clear(scope)
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
