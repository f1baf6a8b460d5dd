import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { inAccount, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { Tunnel, oneTunnel } from './tunnel.ts'

const text = z.optional(z.string())

const TunnelList = z.strictObject({
  ...inAccount,
  /** Exact name. */
  name: text,
  /** Identifier of the tunnel, a UUID. */
  uuid: text,
  /** State. */
  status: z.optional(z.enum(['inactive', 'degraded', 'healthy', 'down'])),
  /** Deleted ones only, or others only; both when not said. */
  is_deleted: z.optional(z.boolean()),
  /** Tunnels that were there at this time, RFC 3339. */
  existed_at: text,
  /** Start of the name. */
  include_prefix: text,
  /** Start that the name must not have. */
  exclude_prefix: text,
  /** Tunnels that had a connection at this time, RFC 3339. */
  was_active_at: text,
  /** Tunnels that had no connection at this time, RFC 3339. */
  was_inactive_at: text,
  ...paging,
})
export interface TunnelList extends z.input<typeof TunnelList> {}

/**
 * List the tunnels of an account, deleted ones too unless `is_deleted` says otherwise.
 * @example for await (const tunnel of cf.tunnels.list({ account_id, is_deleted: false })) console.log(tunnel.name, tunnel.status)
 */
export const list = listing<TunnelList, Tunnel>('GET /accounts/{account_id}/cfd_tunnel', { input: TunnelList, item: Tunnel, page: pageNumber({ perPage: 100 }), permission: '#argotunnel:read' })

/** The password of a tunnel: at least 32 octets, Base64. */
const secret = z.string().check(z.minLength(44))

const TunnelCreate = z.strictObject({
  ...inAccount,
  /** Name; no other tunnel of the account that is not deleted has it. */
  name: z.string().check(z.minLength(1)),
  /** Where its configuration is kept. Default `local`. */
  config_src: z.optional(z.enum(['local', 'cloudflare'])),
  /** Password of the tunnel: at least 32 octets, Base64. A secret; the service makes one when it is not said. */
  tunnel_secret: z.optional(secret),
})
export interface TunnelCreate extends z.input<typeof TunnelCreate> {}

/**
 * Create a tunnel. What it needs to run is its token.
 * @example const { id } = await cf.tunnels.create({ account_id, name: 'office', config_src: 'cloudflare' })
 */
export const create = endpoint<TunnelCreate, Tunnel>('POST /accounts/{account_id}/cfd_tunnel', { input: TunnelCreate, result: Tunnel, permission: '#argotunnel:edit', secrets: ['tunnel_secret'] })

const TunnelGet = z.strictObject(oneTunnel)
export interface TunnelGet extends z.input<typeof TunnelGet> {}

/**
 * Read one tunnel; a deleted one too.
 * @example const { status } = await cf.tunnels.get({ account_id, tunnel_id: id })
 */
export const get = endpoint<TunnelGet, Tunnel>('GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}', { input: TunnelGet, result: Tunnel, permission: '#argotunnel:read' })

const TunnelEdit = z.strictObject({
  ...oneTunnel,
  /** Name; no other tunnel of the account that is not deleted has it. */
  name: z.optional(z.string().check(z.minLength(1))),
  /** Password of the tunnel: at least 32 octets, Base64. A secret. */
  tunnel_secret: z.optional(secret),
})
export interface TunnelEdit extends z.input<typeof TunnelEdit> {}

/**
 * Change the name or the password of a tunnel. With another password the tokens from before no longer hold.
 * @example await cf.tunnels.edit({ account_id, tunnel_id: id, name: 'headquarters' })
 */
export const edit = endpoint<TunnelEdit, Tunnel>('PATCH /accounts/{account_id}/cfd_tunnel/{tunnel_id}', { input: TunnelEdit, result: Tunnel, permission: '#argotunnel:edit', safety: 'idempotent', secrets: ['tunnel_secret'] })

const TunnelDelete = z.strictObject(oneTunnel)
export interface TunnelDelete extends z.input<typeof TunnelDelete> {}

/**
 * Delete a tunnel that has no connections; it stays in the list as deleted.
 * @example await cf.tunnels.remove({ account_id, tunnel_id: id })
 */
export const remove = endpoint<TunnelDelete, Tunnel>('DELETE /accounts/{account_id}/cfd_tunnel/{tunnel_id}', { input: TunnelDelete, result: Tunnel, permission: '#argotunnel:edit' })

const TunnelToken = z.strictObject(oneTunnel)
export interface TunnelToken extends z.input<typeof TunnelToken> {}

/**
 * Read the token with which a tunnel runs. A secret: whoever has it can take the tunnel's traffic.
 * @example const token = await cf.tunnels.token({ account_id, tunnel_id: id })
 */
export const token = endpoint<TunnelToken, string>('GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/token', { input: TunnelToken, result: z.string(), permission: '#argotunnel:edit' })
