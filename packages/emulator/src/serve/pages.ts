import { pages } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { fieldsOf } from '../rules/fields.ts'
import { mergePatch } from '../rules/merge-patch.ts'
import { toUuid } from '../rules/uuid.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { pagesAssetHandlers } from './pages-assets.ts'
import { deploymentScope, deploymentsShown, pagesDeploymentHandlers } from './pages-deployments.ts'
import { type FoundProject, pagesInvalid, type Project, projectOf, projectsIn } from './pages-projects.ts'
import { paged } from './paged.ts'

const shown = (context: Context, found: FoundProject): Record<string, unknown> => {
  const { id, subdomain, ...project } = found.project
  return { id, name: found.name, subdomain, domains: [subdomain], ...project, ...deploymentsShown(context, found) }
}

/** The value of a secret goes nowhere: it can't be read, so it need not be kept. */
const withoutSecrets = (configs: unknown): Project['deployment_configs'] => {
  const given = fieldsOf(configs)
  const cleaned = (environment: 'preview' | 'production') => {
    const config = fieldsOf(given[environment])
    const variables = Object.entries(fieldsOf(config['env_vars'])).map(([name, variable]) => [name, fieldsOf(variable)['type'] === 'secret_text' ? { type: 'secret_text', value: '' } : variable] as const)
    return { ...config, env_vars: Object.fromEntries(variables) }
  }
  return { preview: cleaned('preview'), production: cleaned('production') }
}

const nameOf = (context: Context, account: string, name: unknown, own?: string): string => {
  if (typeof name !== 'string' || !/^[a-z0-9](?:[a-z0-9-]{0,56}[a-z0-9])?$/.test(name)) throw pagesInvalid('name', 'must have 1 to 58 lower-case letters, digits and hyphens')
  if (name !== own && projectsIn(context).get(account, name) !== undefined) throw refuse('pages_project_exists')
  return name
}

/** What a new project has when nothing is said. */
const plainConfig = { fail_open: false, always_use_latest_compatibility_date: false, compatibility_flags: [], build_image_major_version: 3, usage_model: 'standard', env_vars: {} }

const create = (context: Context): Outcome => {
  const account = accountOf(context).id
  const name = nameOf(context, account, context.input['name'])
  const { production_branch: branch, source = null, build_config: build = {}, deployment_configs: configs } = declaredInput(pages.projects.create, context.input, pagesInvalid)
  if (typeof branch !== 'string') throw pagesInvalid('production_branch', 'is required')
  const created = microsecondDate(context.clock.now())
  const project: Project = {
    id: toUuid(context.ids.next()),
    subdomain: `${name}.pages.dev`,
    production_branch: branch,
    source: source === null ? null : fieldsOf(source),
    build_config: fieldsOf(build),
    deployment_configs: withoutSecrets(mergePatch({ preview: plainConfig, production: { ...plainConfig, compatibility_date: created.slice(0, 10) } }, configs ?? {})),
    created_on: created,
  }
  projectsIn(context).put(account, name, project)
  return { result: shown(context, { account, name, project }) }
}

const edit = (context: Context): Outcome => {
  const { account, name: before, project } = projectOf(context)
  const { name = before, production_branch: branch = project.production_branch, source = project.source, build_config: build = {}, deployment_configs: configs = {} } = declaredInput(pages.projects.edit, context.input, pagesInvalid)
  const after: Project = {
    ...project,
    production_branch: String(branch),
    source: source === null ? null : fieldsOf(source),
    build_config: { ...project.build_config, ...fieldsOf(build) },
    deployment_configs: withoutSecrets(mergePatch(project.deployment_configs, configs)),
  }
  const found = { account, name: nameOf(context, account, name, before), project: after }
  if (found.name !== before) projectsIn(context).remove(account, before)
  projectsIn(context).put(account, found.name, after)
  return { result: shown(context, found) }
}

/** Handlers of Pages. */
export const pagesHandlers: readonly Handler[] = [
  serve(pages.projects.list, (context) => {
    const account = accountOf(context).id
    return paged(projectsIn(context).all(account).map(({ id, value }) => shown(context, { account, name: id, project: value })), context.input, { perPage: 10, most: 10 })
  }),
  serve(pages.projects.create, create),
  serve(pages.projects.get, (context) => ({ result: shown(context, projectOf(context)) })),
  serve(pages.projects.edit, edit),
  serve(pages.projects.remove, (context) => {
    const { account, name, project } = projectOf(context)
    context.state.documents.clear(deploymentScope(project.id))
    projectsIn(context).remove(account, name)
    return { result: null }
  }),
  ...pagesAssetHandlers,
  ...pagesDeploymentHandlers,
]
