/**
 * Deployments of a Worker: which versions answer, and how much of the traffic.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneScript } from './common.ts'

const share = {
  /** Share of the traffic in percent, above 0; all shares together are 100. */
  percentage: z.number().check(z.gte(0.01), z.lte(100)),
  /** Identifier of the version, a UUID. */
  version_id: z.string().check(z.minLength(1)),
}

/** A deployment. */
const Deployment = z.object({
  /** Identifier, a UUID. Read-only. */
  id: z.string(),
  /** What made it, such as `api`. Read-only. */
  source: z.string(),
  /** How traffic is divided. */
  strategy: z.string(),
  /** The versions that answer, each with its share. */
  versions: z.array(z.object(share)),
  /** Who made it. Read-only. */
  author_email: z.optional(z.string()),
  /** Notes, such as `workers/message`. */
  annotations: z.optional(z.record(z.string(), z.string())),
  /** When it was made, RFC 3339. Read-only. */
  created_on: z.string(),
})
export interface Deployment extends z.output<typeof Deployment> {}

const Deployments = z.object({
  /** The deployments, newest first; the first one is in force. */
  deployments: z.array(Deployment),
})
export interface Deployments extends z.output<typeof Deployments> {}

const DeploymentList = z.strictObject(oneScript)
export interface DeploymentList extends z.input<typeof DeploymentList> {}

/**
 * List the deployments of a Worker, newest first.
 * @example const { deployments } = await cf.workers.deployments.list({ account_id, script_name: 'hello' })
 */
export const list = endpoint<DeploymentList, Deployments>('GET /accounts/{account_id}/workers/scripts/{script_name}/deployments', { input: DeploymentList, result: Deployments, permission: '#worker:read' })

const DeploymentCreate = z.strictObject({
  ...oneScript,
  /** How traffic is divided. */
  strategy: z.enum(['percentage']),
  /** One version, or two, with their shares. */
  versions: z.array(z.strictObject(share)).check(z.minLength(1), z.maxLength(2)),
  /** Notes, such as `workers/message`. */
  annotations: z.optional(z.record(z.string(), z.string())),
})
export interface DeploymentCreate extends z.input<typeof DeploymentCreate> {}

/**
 * Deploy versions that were uploaded before.
 * @example await cf.workers.deployments.create({ account_id, script_name: 'hello', strategy: 'percentage', versions: [{ percentage: 100, version_id: id }] })
 */
export const create = endpoint<DeploymentCreate, Deployment>('POST /accounts/{account_id}/workers/scripts/{script_name}/deployments', { input: DeploymentCreate, result: Deployment, permission: '#worker:edit' })
