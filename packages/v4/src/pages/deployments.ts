/**
 * Versions of a site, from a build or an upload.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { identifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { oneProject } from './common.ts'
import { Deployment } from './deployment.ts'

const oneDeployment = {
  ...oneProject,
  /** Identifier of the version, a UUID. */
  deployment_id: identifier,
}

/** Variables of a build may be secret. */
const secrets = ['env_vars']

const DeploymentList = z.strictObject({
  ...oneProject,
  /** Only those of the site itself, or only previews. */
  env: z.optional(z.enum(['production', 'preview'])),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Versions a page, from 1 to 25. */
  per_page: z.optional(z.int().check(z.gte(1), z.lte(25))),
})
export interface DeploymentList extends z.input<typeof DeploymentList> {}

/**
 * List the versions of a site, newest first.
 * @example for await (const deployment of cf.pages.deployments.list({ account_id, project_name: 'docs', env: 'production' })) console.log(deployment.url, deployment.latest_stage?.status)
 */
export const list = listing<DeploymentList, Deployment>('GET /accounts/{account_id}/pages/projects/{project_name}/deployments', { input: DeploymentList, item: Deployment, page: pageNumber({ perPage: 25 }), permission: '#pages:read', since: '2021-04', secrets })

const DeploymentCreate = z.strictObject({
  ...oneProject,
  /** Branch; the one of the site itself when not said, any other makes a preview. */
  branch: z.optional(z.string()),
  /** Paths of the site with the hashes of the files that were uploaded before; without it, the branch is built. */
  manifest: z.optional(z.record(z.string(), z.string())),
  /** Commit that it comes from. */
  commit_hash: z.optional(z.string()),
  /** What the commit says. */
  commit_message: z.optional(z.string()),
  /** Whether files had changed since the commit. */
  commit_dirty: z.optional(z.boolean()),
  /** Folder of the site, as a build tool names it. */
  pages_build_output_dir: z.optional(z.string()),
  /** Text of `_headers`. */
  _headers: z.optional(z.upload()),
  /** Text of `_redirects`. */
  _redirects: z.optional(z.upload()),
  /** Text of `_routes.json`. */
  '_routes.json': z.optional(z.upload()),
  /** Code of the functions as one script. */
  '_worker.js': z.optional(z.upload()),
})
export interface DeploymentCreate extends z.input<typeof DeploymentCreate> {}

/**
 * Make a version: build a branch, or put files together that were uploaded before.
 * @example const { id, url } = await cf.pages.deployments.create({ account_id, project_name: 'docs', branch: 'main', manifest: { '/index.html': '5d41402abc4b2a76b9719d911017c592' } })
 */
export const create = endpoint<DeploymentCreate, Deployment>('POST /accounts/{account_id}/pages/projects/{project_name}/deployments', {
  input: DeploymentCreate,
  result: Deployment,
  body: { files: ['_headers', '_redirects', '_routes.json', '_worker.js'] },
  permission: '#pages:edit',
  since: '2021-04',
  secrets,
})

const DeploymentGet = z.strictObject(oneDeployment)
export interface DeploymentGet extends z.input<typeof DeploymentGet> {}

/**
 * Read one version, such as how far its build is.
 * @example const { latest_stage } = await cf.pages.deployments.get({ account_id, project_name: 'docs', deployment_id: id })
 */
export const get = endpoint<DeploymentGet, Deployment>('GET /accounts/{account_id}/pages/projects/{project_name}/deployments/{deployment_id}', { input: DeploymentGet, result: Deployment, permission: '#pages:read', since: '2021-04', secrets })

const DeploymentDelete = z.strictObject({
  ...oneDeployment,
  /** Delete it though an alias leads to it. Default false. */
  force: z.optional(z.boolean()),
})
export interface DeploymentDelete extends z.input<typeof DeploymentDelete> {}

/**
 * Delete a version; the one that the site shows can't be deleted.
 * @example await cf.pages.deployments.remove({ account_id, project_name: 'docs', deployment_id: id })
 */
export const remove = endpoint<DeploymentDelete, null>('DELETE /accounts/{account_id}/pages/projects/{project_name}/deployments/{deployment_id}', { input: DeploymentDelete, result: z.literal(null), query: ['force'], permission: '#pages:edit', since: '2021-04', repeated: { codes: [8_000_009], result: () => null } })

const DeploymentRetry = z.strictObject(oneDeployment)
export interface DeploymentRetry extends z.input<typeof DeploymentRetry> {}

/**
 * Build a version again; it gets another identifier.
 * @example const { id: again } = await cf.pages.deployments.retry({ account_id, project_name: 'docs', deployment_id: id })
 */
export const retry = endpoint<DeploymentRetry, Deployment>('POST /accounts/{account_id}/pages/projects/{project_name}/deployments/{deployment_id}/retry', { input: DeploymentRetry, result: Deployment, permission: '#pages:edit', since: '2021-04', secrets })

const DeploymentRollback = z.strictObject(oneDeployment)
export interface DeploymentRollback extends z.input<typeof DeploymentRollback> {}

/**
 * Show an earlier version again; only those of the site itself that were built without fault.
 * @example await cf.pages.deployments.rollback({ account_id, project_name: 'docs', deployment_id: id })
 */
export const rollback = endpoint<DeploymentRollback, Deployment>('POST /accounts/{account_id}/pages/projects/{project_name}/deployments/{deployment_id}/rollback', { input: DeploymentRollback, result: Deployment, permission: '#pages:edit', safety: 'idempotent', since: '2021-04', secrets })
