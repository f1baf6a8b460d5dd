/**
 * Projects of Pages: sites that are built from a repository, or uploaded.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { inAccount } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { oneProject } from './common.ts'
import { Deployment } from './deployment.ts'

const text = z.optional(z.nullable(z.string()))

/** How a site is built. */
const buildConfig = z.strictObject({
  /** Command that builds it. */
  build_command: text,
  /** Folder that the build leaves the site in. */
  destination_dir: text,
  /** Folder that the command runs in. */
  root_dir: text,
  /** Whether parts of earlier builds are used again. */
  build_caching: z.optional(z.nullable(z.boolean())),
  /** Tag of Web Analytics. */
  web_analytics_tag: text,
  /** Token of Web Analytics. */
  web_analytics_token: text,
})

/** Where the source of a site is. */
const source = z.strictObject({
  /** `github` or `gitlab`. */
  type: z.enum(['github', 'gitlab']),
  /** Which repository, and what of it is built. */
  config: z.strictObject({
    /** Owner of the repository. */
    owner: z.optional(z.string()),
    /** Its name. */
    repo_name: z.optional(z.string()),
    /** Branch that the site itself is built from. */
    production_branch: z.optional(z.string()),
    /** Whether pushes to that branch build the site. Default true. */
    production_deployments_enabled: z.optional(z.boolean()),
    /** Whether pushes build anything. */
    deployments_enabled: z.optional(z.boolean()),
    /** Whether pull requests get a comment. */
    pr_comments_enabled: z.optional(z.boolean()),
    /** Which branches get a preview. */
    preview_deployment_setting: z.optional(z.enum(['all', 'none', 'custom'])),
    /** Branches with a preview, with `custom`. */
    preview_branch_includes: z.optional(z.array(z.string())),
    /** Branches without one, with `custom`. */
    preview_branch_excludes: z.optional(z.array(z.string())),
    /** Paths whose changes build. */
    path_includes: z.optional(z.array(z.string())),
    /** Paths whose changes do not. */
    path_excludes: z.optional(z.array(z.string())),
  }),
})

/** What the functions of a site have: `env_vars`, `kv_namespaces`, `d1_databases`, `compatibility_date` and others; null takes an entry away. */
const environment = z.record(z.string(), z.unknown())

const deploymentConfigs = z.strictObject({
  /** For previews. */
  preview: z.optional(environment),
  /** For the site itself. */
  production: z.optional(environment),
})

/** A project. */
const Project = z.object({
  /** Identifier, a UUID. Read-only. */
  id: z.string(),
  /** Name; part of its address. */
  name: z.string(),
  /** Host name that the service gave it, such as `site.pages.dev`. Read-only. */
  subdomain: z.optional(z.string()),
  /** All its host names. Read-only. */
  domains: z.optional(z.array(z.string())),
  /** Branch that the site itself is built from. */
  production_branch: z.optional(z.string()),
  /** Where its source is; null for uploads. */
  source: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** How it is built. */
  build_config: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** What its functions have; secrets without their value. */
  deployment_configs: z.optional(z.record(z.string(), z.unknown())),
  /** The newest version, previews too, or null. Read-only. */
  latest_deployment: z.optional(z.nullable(Deployment)),
  /** The version that the site shows, or null. Read-only. */
  canonical_deployment: z.optional(z.nullable(Deployment)),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
})
export interface Project extends z.output<typeof Project> {}

const fields = {
  /** How it is built. */
  build_config: z.optional(buildConfig),
  /** What its functions have, by environment. */
  deployment_configs: z.optional(deploymentConfigs),
  /** Where its source is; without one, versions are uploaded. */
  source: z.optional(source),
}

/** Values of variables may be secret. */
const secrets = ['env_vars', 'web_analytics_token']

const ProjectList = z.strictObject({
  ...inAccount,
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Projects a page, from 1 to 10; the service's own default is 10. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(10))),
})
export interface ProjectList extends z.input<typeof ProjectList> {}

/**
 * List the projects of an account.
 * @example for await (const project of cf.pages.projects.list({ account_id })) console.log(project.name, project.domains)
 */
export const list = listing<ProjectList, Project>('GET /accounts/{account_id}/pages/projects', { input: ProjectList, item: Project, page: pageNumber({ perPage: 10 }), permission: '#pages:read', since: '2021-04', secrets })

const ProjectCreate = z.strictObject({
  ...inAccount,
  /** Name: lower-case letters, digits and `-`, at most 58 characters; part of its address. */
  name: z.string().check(z.minLength(1), z.maxLength(58)),
  /** Branch that the site itself is built from. */
  production_branch: z.string().check(z.minLength(1)),
  ...fields,
})
export interface ProjectCreate extends z.input<typeof ProjectCreate> {}

/**
 * Create a project.
 * @example const { subdomain } = await cf.pages.projects.create({ account_id, name: 'docs', production_branch: 'main' })
 */
export const create = endpoint<ProjectCreate, Project>('POST /accounts/{account_id}/pages/projects', { input: ProjectCreate, result: Project, permission: '#pages:edit', since: '2021-04', secrets })

const ProjectGet = z.strictObject(oneProject)
export interface ProjectGet extends z.input<typeof ProjectGet> {}

/**
 * Read one project.
 * @example const { canonical_deployment } = await cf.pages.projects.get({ account_id, project_name: 'docs' })
 */
export const get = endpoint<ProjectGet, Project>('GET /accounts/{account_id}/pages/projects/{project_name}', { input: ProjectGet, result: Project, permission: '#pages:read', since: '2021-04', secrets })

const ProjectEdit = z.strictObject({
  ...oneProject,
  /** New name; the address stays. */
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(58))),
  /** Branch that the site itself is built from. */
  production_branch: z.optional(z.string().check(z.minLength(1))),
  ...fields,
})
export interface ProjectEdit extends z.input<typeof ProjectEdit> {}

/**
 * Change a project; what is not said stays, and null takes a variable or binding away.
 * @example await cf.pages.projects.edit({ account_id, project_name: 'docs', deployment_configs: { production: { env_vars: { MODE: { type: 'plain_text', value: 'live' }, OLD: null } } } })
 */
export const edit = endpoint<ProjectEdit, Project>('PATCH /accounts/{account_id}/pages/projects/{project_name}', { input: ProjectEdit, result: Project, permission: '#pages:edit', safety: 'idempotent', since: '2021-04', secrets })

const ProjectDelete = z.strictObject(oneProject)
export interface ProjectDelete extends z.input<typeof ProjectDelete> {}

/**
 * Delete a project with all its versions.
 * @example await cf.pages.projects.remove({ account_id, project_name: 'docs' })
 */
export const remove = endpoint<ProjectDelete, null>('DELETE /accounts/{account_id}/pages/projects/{project_name}', { input: ProjectDelete, result: z.literal(null), permission: '#pages:edit', since: '2021-04', repeated: { codes: [8_000_007], result: () => null } })
