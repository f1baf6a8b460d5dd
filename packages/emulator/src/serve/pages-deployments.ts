import { pages } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { buildMs, buildStages, latestStage, uploadStages } from '../rules/pages-stages.ts'
import { toUuid } from '../rules/uuid.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { type FoundProject, pagesInvalid, projectOf } from './pages-projects.ts'
import { paged } from './paged.ts'

interface Deployment {
  readonly branch: string
  readonly environment: 'production' | 'preview'
  readonly uploaded: boolean
  readonly commit: { readonly hash: string; readonly message: string; readonly dirty: boolean }
  readonly build: unknown
  readonly variables: unknown
  /** Milliseconds since 1970. */
  readonly created: number
  /** When it was, or will be, put in front of visitors, in milliseconds since 1970. */
  readonly shownFrom: number
}

type Found = Document<Deployment>

/** What belongs to one project stands in this scope. */
export const deploymentScope = (project: string): string => `pages/${project}`

const deploymentsIn = ({ state }: Context): Collection<Deployment> => state.documents.collection('pages_deployments')

const all = (context: Context, { project }: FoundProject): readonly Found[] => deploymentsIn(context).all(deploymentScope(project.id)).toReversed()

const isDone = (context: Context, { value }: Found): boolean => context.clock.now() >= value.created + (value.uploaded ? 0 : buildMs)

/** What visitors see: of the versions of the site that are done, the one that was put in front of them last. */
const canonical = (context: Context, rows: readonly Found[]): Found | undefined =>
  rows.filter((row) => row.value.environment === 'production' && isDone(context, row)).reduce<Found | undefined>((best, row) => (best === undefined || row.value.shownFrom > best.value.shownFrom ? row : best), undefined)

const aliasOf = (branch: string): string => branch.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 28)

/** The newest preview of a branch has the address of the branch. */
const aliasesOf = ({ project }: FoundProject, rows: readonly Found[], { id, value }: Found): readonly string[] | null =>
  value.environment === 'preview' && rows.find((row) => row.value.branch === value.branch)?.id === id ? [`https://${aliasOf(value.branch)}.${project.subdomain}`] : null

const shown = (context: Context, found: FoundProject, rows: readonly Found[], row: Found): Record<string, unknown> => {
  const { id, value } = row
  const { project, name } = found
  const stages = value.uploaded ? uploadStages(value.created) : buildStages(value.created, context.clock.now())
  const latest = latestStage(stages)
  const { type } = (project.source ?? { type: 'ad_hoc' }) as { readonly type: string }
  return {
    id,
    short_id: id.slice(0, 8),
    project_id: project.id,
    project_name: name,
    environment: value.environment,
    url: `https://${id.slice(0, 8)}.${project.subdomain}`,
    created_on: microsecondDate(value.created),
    modified_on: latest?.ended_on ?? latest?.started_on ?? microsecondDate(value.created),
    latest_stage: latest,
    deployment_trigger: { type: value.uploaded ? 'ad_hoc' : `${type}:push`, metadata: { branch: value.branch, commit_hash: value.commit.hash, commit_message: value.commit.message, commit_dirty: value.commit.dirty } },
    stages,
    build_config: value.build,
    source: project.source,
    env_vars: value.variables,
    aliases: aliasesOf(found, rows, row),
    is_skipped: false,
  }
}

/** The newest version of a project, and the one that visitors see. */
export const deploymentsShown = (context: Context, found: FoundProject): { readonly latest_deployment: unknown; readonly canonical_deployment: unknown } => {
  const rows = all(context, found)
  const [latest] = rows
  const seen = canonical(context, rows)
  return { latest_deployment: latest === undefined ? null : shown(context, found, rows, latest), canonical_deployment: seen === undefined ? null : shown(context, found, rows, seen) }
}

const one = (context: Context): { readonly project: FoundProject; readonly rows: readonly Found[]; readonly row: Found } => {
  const project = projectOf(context)
  const rows = all(context, project)
  const row = rows.find(({ id }) => id === context.input['deployment_id'])
  if (row === undefined) throw refuse('pages_deployment_not_found')
  return { project, rows, row }
}

const add = (context: Context, project: FoundProject, value: Omit<Deployment, 'created' | 'shownFrom'>): Outcome => {
  const created = context.clock.now()
  const id = toUuid(context.ids.next())
  deploymentsIn(context).put(deploymentScope(project.project.id), id, { ...value, created, shownFrom: created + (value.uploaded ? 0 : buildMs) })
  const rows = all(context, project)
  return { result: shown(context, project, rows, rows[0] as Found) }
}

const list = (context: Context): Outcome => {
  const project = projectOf(context)
  const { env } = declaredInput(pages.deployments.list, { ...context.input, page: undefined, per_page: undefined }, (field, detail) => refuse('query_invalid', { detail: `${field} ${detail}` }))
  const rows = all(context, project)
  return paged(rows.filter(({ value }) => env === undefined || value.environment === env).map((row) => shown(context, project, rows, row)), context.input, { perPage: 25, most: 25 })
}

const manifestOf = (given: unknown): unknown => {
  if (typeof given !== 'string') return given
  try {
    return JSON.parse(given)
  } catch {
    throw pagesInvalid('manifest', 'must be JSON')
  }
}

const create = (context: Context): Outcome => {
  const found = projectOf(context)
  const { project } = found
  const { branch = project.production_branch, manifest, commit_hash: hash = '', commit_message: message = '', commit_dirty: dirty = false } = declaredInput(pages.deployments.create, { ...context.input, manifest: manifestOf(context.input['manifest']) }, pagesInvalid)
  if (manifest === undefined && project.source === null) throw refuse('pages_manifest')
  const environment = branch === project.production_branch ? 'production' : 'preview'
  const { env_vars: variables = {} } = project.deployment_configs[environment]
  return add(context, found, { branch: String(branch), environment, uploaded: manifest !== undefined, commit: { hash: String(hash), message: String(message), dirty: dirty === true }, build: project.build_config, variables })
}

const remove = (context: Context): Outcome => {
  const { project, rows, row } = one(context)
  if (canonical(context, rows)?.id === row.id) throw refuse('pages_active')
  if (aliasesOf(project, rows, row) !== null && context.input['force'] !== true) throw refuse('pages_aliased')
  deploymentsIn(context).remove(deploymentScope(project.project.id), row.id)
  return { result: null }
}

const rollback = (context: Context): Outcome => {
  const { project, rows, row } = one(context)
  if (row.value.environment !== 'production' || !isDone(context, row)) throw refuse('pages_rollback')
  deploymentsIn(context).put(deploymentScope(project.project.id), row.id, { ...row.value, shownFrom: context.clock.now() })
  return { result: shown(context, project, rows, row) }
}

/** Handlers of versions of sites. Builds take time and always succeed; nothing is run and no site is served. */
export const pagesDeploymentHandlers: readonly Handler[] = [
  serve(pages.deployments.list, list),
  serve(pages.deployments.create, create),
  serve(pages.deployments.get, (context) => {
    const { project, rows, row } = one(context)
    return { result: shown(context, project, rows, row) }
  }),
  serve(pages.deployments.remove, remove),
  serve(pages.deployments.retry, (context) => {
    const { project, row } = one(context)
    const { created: _, shownFrom: __, ...value } = row.value
    return add(context, project, value)
  }),
  serve(pages.deployments.rollback, rollback),
]
