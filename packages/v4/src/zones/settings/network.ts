/**
 * Settings of connections, headers and addresses.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { choice, onOff, onOffShown, paid, setting, top } from './named.ts'

const Aegis = z.strictObject({
  /** Whether the addresses are used. */
  enabled: z.optional(z.boolean()),
  /** Identifier of the pool of addresses. */
  pool_id: z.optional(z.string()),
})
export interface Aegis extends z.input<typeof Aegis> {}

const NetworkErrorLogging = z.strictObject({
  /** Whether browsers report. */
  enabled: z.boolean(),
})
export interface NetworkErrorLogging extends z.input<typeof NetworkErrorLogging> {}

/**
 * Whether the larger protection from floods is on: with Business and Enterprise. The service decides it.
 * @example const { value } = await cf.zones.settings.advancedDdos.get({ zone_id })
 */
export const advancedDdos = onOffShown('advanced_ddos', { initial: 'on' })

/**
 * Whether the service reaches the origin from addresses of the customer's own. With Enterprise only.
 * @example const { value } = await cf.zones.settings.aegis.get({ zone_id })
 * @example await cf.zones.settings.aegis.edit({ zone_id, value: { enabled: true } })
 */
export const aegis = setting<Aegis>('aegis', Aegis, { initial: { enabled: false }, plans: top })

/**
 * Whether the site is served from inside China. With Enterprise only.
 * @example const { value } = await cf.zones.settings.chinaNetworkEnabled.get({ zone_id })
 * @example await cf.zones.settings.chinaNetworkEnabled.edit({ zone_id, value: 'on' })
 */
export const chinaNetworkEnabled = onOff('china_network_enabled', { initial: 'off', plans: top })

/**
 * Whether visitors may speak HTTP/2. To be changed with Pro and higher plans.
 * @example const { value } = await cf.zones.settings.http2.get({ zone_id })
 * @example await cf.zones.settings.http2.edit({ zone_id, value: 'on' })
 */
export const http2 = onOff('http2', { initial: 'on', plans: paid })

/**
 * Whether visitors may speak HTTP/3.
 * @example const { value } = await cf.zones.settings.http3.get({ zone_id })
 * @example await cf.zones.settings.http3.edit({ zone_id, value: 'on' })
 */
export const http3 = onOff('http3', { initial: 'on' })

/**
 * Whether the origin is told the visitor's country, in a header.
 * @example const { value } = await cf.zones.settings.ipGeolocation.get({ zone_id })
 * @example await cf.zones.settings.ipGeolocation.edit({ zone_id, value: 'on' })
 */
export const ipGeolocation = onOff('ip_geolocation', { initial: 'on' })

/**
 * Whether proxied names have IPv6 addresses. `safe`, a value of 2015, is sent as `on`.
 * @example const { value } = await cf.zones.settings.ipv6.get({ zone_id })
 * @example await cf.zones.settings.ipv6.edit({ zone_id, value: 'off' })
 */
export const ipv6 = choice('ipv6', ['on', 'off'], { initial: 'on', old: { safe: 'on' } })

/**
 * Whether browsers report failed connections.
 * @example const { value } = await cf.zones.settings.nel.get({ zone_id })
 * @example await cf.zones.settings.nel.edit({ zone_id, value: { enabled: true } })
 */
export const nel = setting<NetworkErrorLogging>('nel', NetworkErrorLogging, { initial: { enabled: false } })

/**
 * Whether visitors over Tor are served inside it.
 * @example const { value } = await cf.zones.settings.opportunisticOnion.get({ zone_id })
 * @example await cf.zones.settings.opportunisticOnion.edit({ zone_id, value: 'off' })
 */
export const opportunisticOnion = onOff('opportunistic_onion', { initial: 'on' })

/**
 * Whether names may lead to another zone of the service that is proxied. With Enterprise only.
 * @example const { value } = await cf.zones.settings.orangeToOrange.get({ zone_id })
 * @example await cf.zones.settings.orangeToOrange.edit({ zone_id, value: 'on' })
 */
export const orangeToOrange = onOff('orange_to_orange', { initial: 'off', plans: top })

/**
 * How many requests go over one HTTP/2 connection to the origin at a time. With Enterprise only.
 * @example const { value } = await cf.zones.settings.originH2MaxStreams.get({ zone_id })
 * @example await cf.zones.settings.originH2MaxStreams.edit({ zone_id, value: 100 })
 */
export const originH2MaxStreams = setting('origin_h2_max_streams', z.int().check(z.gte(1), z.lte(1000)), { initial: 200, plans: top })

/**
 * The highest version of HTTP that is spoken with the origin.
 * @example const { value } = await cf.zones.settings.originMaxHttpVersion.get({ zone_id })
 * @example await cf.zones.settings.originMaxHttpVersion.edit({ zone_id, value: '1' })
 */
export const originMaxHttpVersion = choice('origin_max_http_version', ['1', '2'], { initial: '2' })

/**
 * How many seconds the service waits for the origin's answer. With Enterprise only.
 * @example const { value } = await cf.zones.settings.proxyReadTimeout.get({ zone_id })
 * @example await cf.zones.settings.proxyReadTimeout.edit({ zone_id, value: 120 })
 */
export const proxyReadTimeout = setting('proxy_read_timeout', z.int().check(z.gte(1), z.lte(6000)), { initial: 100, plans: top })

/**
 * Whether visitors over IPv6 get an IPv4 address for programs that know no other.
 * @example const { value } = await cf.zones.settings.pseudoIpv4.get({ zone_id })
 * @example await cf.zones.settings.pseudoIpv4.edit({ zone_id, value: 'add_header' })
 */
export const pseudoIpv4 = choice('pseudo_ipv4', ['off', 'add_header', 'overwrite_header'], { initial: 'off' })

/**
 * Whether the origin is told the visitor's address in `True-Client-IP`. With Enterprise only.
 * @example const { value } = await cf.zones.settings.trueClientIpHeader.get({ zone_id })
 * @example await cf.zones.settings.trueClientIpHeader.edit({ zone_id, value: 'on' })
 */
export const trueClientIpHeader = onOff('true_client_ip_header', { initial: 'off', plans: top })

/**
 * Whether the origin is told the visitor's address in the service's own header.
 * @example const { value } = await cf.zones.settings.visitorIp.get({ zone_id })
 * @example await cf.zones.settings.visitorIp.edit({ zone_id, value: 'on' })
 */
export const visitorIp = onOff('visitor_ip', { initial: 'on' })

/**
 * Whether WebSocket connections reach the origin.
 * @example const { value } = await cf.zones.settings.websockets.get({ zone_id })
 * @example await cf.zones.settings.websockets.edit({ zone_id, value: 'on' })
 */
export const websockets = onOff('websockets', { initial: 'on' })
