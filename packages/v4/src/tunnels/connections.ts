/**
 * Connections of tunnels: which programs hold them.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { TunnelConnection, oneTunnel } from './tunnel.ts'

const TunnelClient = z.object({
  /** Identifier of the program, a UUID. */
  id: z.optional(z.string()),
  /** Processor and system that it runs on. */
  arch: z.optional(z.string()),
  /** Version of the configuration that it has. */
  config_version: z.optional(z.number()),
  /** Its connections. */
  conns: z.optional(z.array(TunnelConnection)),
  /** What it can do. */
  features: z.optional(z.nullable(z.array(z.string()))),
  /** When it was started, RFC 3339. */
  run_at: z.optional(z.string()),
  /** Its version. */
  version: z.optional(z.string()),
})
export interface TunnelClient extends z.output<typeof TunnelClient> {}

const ConnectionList = z.strictObject(oneTunnel)
export interface ConnectionList extends z.input<typeof ConnectionList> {}

/**
 * List the programs that a tunnel runs in, with their connections; all at once.
 * @example const clients = await cf.tunnels.connections.list({ account_id, tunnel_id: id })
 */
export const list = endpoint<ConnectionList, TunnelClient[]>('GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/connections', { input: ConnectionList, result: z.array(TunnelClient), permission: '#argotunnel:read' })

const ConnectionDelete = z.strictObject({
  ...oneTunnel,
  /** Identifier of the program whose connections go; those of all when not said. */
  client_id: z.optional(z.string()),
})
export interface ConnectionDelete extends z.input<typeof ConnectionDelete> {}

const Nothing = z.optional(z.unknown())

/**
 * Close connections of a tunnel, such as after its password was changed.
 * @example await cf.tunnels.connections.remove({ account_id, tunnel_id: id })
 */
export const remove = endpoint<ConnectionDelete, unknown>('DELETE /accounts/{account_id}/cfd_tunnel/{tunnel_id}/connections', { input: ConnectionDelete, result: Nothing, permission: '#argotunnel:edit', query: ['client_id'] })
