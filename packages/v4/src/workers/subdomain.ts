/**
 * Addresses below `workers.dev`: the name of an account there, and which Workers answer under it.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { inAccount, oneScript } from './common.ts'

/** The name of an account. */
const AccountSubdomain = z.object({
  /** The name; a Worker answers as `<worker>.<name>.workers.dev`. */
  subdomain: z.string(),
})
export interface AccountSubdomain extends z.output<typeof AccountSubdomain> {}

const AccountSubdomainGet = z.strictObject(inAccount)
export interface AccountSubdomainGet extends z.input<typeof AccountSubdomainGet> {}

/**
 * Read the name that an account has below `workers.dev`.
 * @example const { subdomain } = await cf.workers.subdomain.getAccount({ account_id })
 */
export const getAccount = endpoint<AccountSubdomainGet, AccountSubdomain>('GET /accounts/{account_id}/workers/subdomain', { input: AccountSubdomainGet, result: AccountSubdomain, permission: '#worker:read', since: '2019-03' })

const AccountSubdomainUpdate = z.strictObject({
  ...inAccount,
  /** The name: lower-case letters, digits and `-`, at most 63 characters. No other account has it. */
  subdomain: z.string().check(z.minLength(1), z.maxLength(63)),
})
export interface AccountSubdomainUpdate extends z.input<typeof AccountSubdomainUpdate> {}

/**
 * Choose the name of an account below `workers.dev`.
 * @example await cf.workers.subdomain.updateAccount({ account_id, subdomain: 'example' })
 */
export const updateAccount = endpoint<AccountSubdomainUpdate, AccountSubdomain>('PUT /accounts/{account_id}/workers/subdomain', { input: AccountSubdomainUpdate, result: AccountSubdomain, permission: '#worker:edit', since: '2019-03' })

/** Whether a Worker answers below `workers.dev`. */
const ScriptSubdomain = z.object({
  /** Whether it does. */
  enabled: z.boolean(),
  /** Whether its versions have addresses of their own there. */
  previews_enabled: z.optional(z.boolean()),
})
export interface ScriptSubdomain extends z.output<typeof ScriptSubdomain> {}

const ScriptSubdomainGet = z.strictObject(oneScript)
export interface ScriptSubdomainGet extends z.input<typeof ScriptSubdomainGet> {}

/**
 * Ask whether a Worker answers below `workers.dev`.
 * @example const { enabled } = await cf.workers.subdomain.get({ account_id, script_name: 'hello' })
 */
export const get = endpoint<ScriptSubdomainGet, ScriptSubdomain>('GET /accounts/{account_id}/workers/scripts/{script_name}/subdomain', { input: ScriptSubdomainGet, result: ScriptSubdomain, permission: '#worker:read', since: '2019-03' })

const ScriptSubdomainUpdate = z.strictObject({
  ...oneScript,
  /** Whether it answers there. */
  enabled: z.boolean(),
  /** Whether its versions have addresses of their own there; as `enabled` when not said. */
  previews_enabled: z.optional(z.boolean()),
})
export interface ScriptSubdomainUpdate extends z.input<typeof ScriptSubdomainUpdate> {}

/**
 * Let a Worker answer below `workers.dev`, or no longer.
 * @example await cf.workers.subdomain.update({ account_id, script_name: 'hello', enabled: true })
 */
export const update = endpoint<ScriptSubdomainUpdate, ScriptSubdomain>('POST /accounts/{account_id}/workers/scripts/{script_name}/subdomain', { input: ScriptSubdomainUpdate, result: ScriptSubdomain, permission: '#worker:edit', safety: 'idempotent', since: '2019-03' })
