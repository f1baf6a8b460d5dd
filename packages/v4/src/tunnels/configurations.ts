/**
 * Configuration of tunnels that is kept at the service: which host name leads to which server.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneTunnel } from './tunnel.ts'

const seconds = z.optional(z.number())
const text = z.optional(z.string())
const flag = z.optional(z.boolean())

const originRequest = z.object({
  /** Only requests that passed Access. */
  access: z.optional(
    z.object({
      /** Audiences of the applications. */
      audTag: z.array(z.string()),
      /** Name of the team. */
      teamName: z.string(),
      /** Refuse what did not pass. Default false. */
      required: flag,
    }),
  ),
  /** File of the authorities that the server's certificate may come from. */
  caPool: text,
  /** Seconds to wait for a connection. Default 10. */
  connectTimeout: seconds,
  /** Send bodies whole. */
  disableChunkedEncoding: flag,
  /** Speak HTTP/2 with the server. */
  http2Origin: flag,
  /** `Host` that the server gets. */
  httpHostHeader: text,
  /** Most idle connections that are kept. Default 100. */
  keepAliveConnections: z.optional(z.number()),
  /** Seconds that an idle connection is kept. Default 90. */
  keepAliveTimeout: seconds,
  /** Take the name for TLS from the request. */
  matchSNItoHost: flag,
  /** Don't try IPv4 and IPv6 at once. */
  noHappyEyeballs: flag,
  /** Take any certificate from the server. */
  noTLSVerify: flag,
  /** Name that the server's certificate must have. */
  originServerName: text,
  /** `socks` for a SOCKS5 proxy in front of TCP, else empty. */
  proxyType: text,
  /** Seconds between two signs of life over TCP. Default 30. */
  tcpKeepAlive: seconds,
  /** Seconds to wait for TLS. Default 10. */
  tlsTimeout: seconds,
})

const config = z.object({
  /** Rules in order; the first one that fits is used. The last one has neither host name nor path, so that it fits always. */
  ingress: z.optional(
    z.array(
      z.object({
        /** Host name of the requests. */
        hostname: text,
        /** Regular expression that the path must match. */
        path: text,
        /** Where they go, such as `http://localhost:8080`, `ssh://localhost:22` or `http_status:404`. */
        service: z.string().check(z.minLength(1)),
        /** How to speak with this server. */
        originRequest: z.optional(originRequest),
      }),
    ),
  ),
  /** How to speak with all servers, where a rule says nothing else. */
  originRequest: z.optional(originRequest),
})

const TunnelConfiguration = z.object({
  /** Identifier of the account. Read-only. */
  account_id: z.optional(z.string()),
  /** Identifier of the tunnel. Read-only. */
  tunnel_id: z.optional(z.string()),
  /** Number of the version, one more with each change. Read-only. */
  version: z.optional(z.number()),
  /** The configuration, or null when there is none yet. */
  config: z.optional(z.nullable(config)),
  /** Where it is kept: `local` or `cloudflare`. Read-only. */
  source: z.optional(z.string()),
  /** When it was made, RFC 3339. Read-only. */
  created_at: z.optional(z.string()),
})
export interface TunnelConfiguration extends z.output<typeof TunnelConfiguration> {}

const ConfigurationGet = z.strictObject(oneTunnel)
export interface ConfigurationGet extends z.input<typeof ConfigurationGet> {}

/**
 * Read the configuration of a tunnel.
 * @example const { config, version } = await cf.tunnels.configurations.get({ account_id, tunnel_id: id })
 */
export const get = endpoint<ConfigurationGet, TunnelConfiguration>('GET /accounts/{account_id}/cfd_tunnel/{tunnel_id}/configurations', { input: ConfigurationGet, result: TunnelConfiguration, permission: '#argotunnel:read' })

const ConfigurationUpdate = z.strictObject({
  ...oneTunnel,
  /** The whole configuration. */
  config,
})
export interface ConfigurationUpdate extends z.input<typeof ConfigurationUpdate> {}

/**
 * Replace the configuration of a tunnel.
 * @example await cf.tunnels.configurations.update({ account_id, tunnel_id: id, config: { ingress: [{ hostname: 'www.example.com', service: 'http://localhost:8080' }, { service: 'http_status:404' }] } })
 */
export const update = endpoint<ConfigurationUpdate, TunnelConfiguration>('PUT /accounts/{account_id}/cfd_tunnel/{tunnel_id}/configurations', { input: ConfigurationUpdate, result: TunnelConfiguration, permission: '#argotunnel:edit' })
