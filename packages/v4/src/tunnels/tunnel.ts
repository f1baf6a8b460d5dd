import * as z from '@zonewright/core/schema'
import { inAccount } from '../common.ts'

/** A connection between a program at the servers' end and a data centre. */
export const TunnelConnection = z.object({
  /** Identifier of the connection, a UUID. */
  id: z.optional(z.string()),
  /** Identifier of the program that holds it, a UUID. */
  client_id: z.optional(z.string()),
  /** Version of that program. */
  client_version: z.optional(z.string()),
  /** Data centre at the other end. */
  colo_name: z.optional(z.string()),
  /** Whether it is broken and still remembered. */
  is_pending_reconnect: z.optional(z.boolean()),
  /** When it was opened, RFC 3339. */
  opened_at: z.optional(z.string()),
  /** Public address of the program. */
  origin_ip: z.optional(z.string()),
  /** Identifier of the connection once more. */
  uuid: z.optional(z.string()),
})
export interface TunnelConnection extends z.output<typeof TunnelConnection> {}

const moment = z.optional(z.nullable(z.string()))

/** A tunnel from servers of one's own to the service. */
export const Tunnel = z.object({
  /** Identifier of the tunnel, a UUID. Read-only. */
  id: z.string(),
  /** Identifier of the account. Read-only. */
  account_tag: z.optional(z.string()),
  /** Name. */
  name: z.string(),
  /** `inactive` when it never ran, `healthy`, `degraded`, or `down`. Read-only. */
  status: z.optional(z.string()),
  /** Where its configuration is kept: `local`, in a file beside the servers, or `cloudflare`. */
  config_src: z.optional(z.string()),
  /** The same as `config_src` being `cloudflare`. Read-only. */
  remote_config: z.optional(z.boolean()),
  /** Kind of tunnel, such as `cfd_tunnel`. Read-only. */
  tun_type: z.optional(z.string()),
  /** Connections; going to be empty, so use `connections.list`. Read-only. */
  connections: z.optional(z.nullable(z.array(TunnelConnection))),
  /** Since when it has had a connection, RFC 3339, or null. Read-only. */
  conns_active_at: moment,
  /** Since when it has had none, RFC 3339, or null. Read-only. */
  conns_inactive_at: moment,
  /** When it was created, RFC 3339. Read-only. */
  created_at: z.optional(z.string()),
  /** When it was deleted, RFC 3339, or null. Read-only. */
  deleted_at: moment,
  /** More about it. Read-only. */
  metadata: z.optional(z.nullable(z.unknown())),
})
export interface Tunnel extends z.output<typeof Tunnel> {}

/** The tunnel that a call is about. */
export const oneTunnel = {
  ...inAccount,
  /** Identifier of the tunnel, a UUID. */
  tunnel_id: z.string().check(z.minLength(1)),
}
