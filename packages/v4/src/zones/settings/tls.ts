/**
 * Settings of encryption and certificates.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { choice, large, onOff, setting } from './named.ts'

/**
 * Whether visitors who come by HTTP are sent to HTTPS.
 * @example const { value } = await cf.zones.settings.alwaysUseHttps.get({ zone_id })
 * @example await cf.zones.settings.alwaysUseHttps.edit({ zone_id, value: 'on' })
 */
export const alwaysUseHttps = onOff('always_use_https', { initial: 'off' })

/**
 * Whether addresses in pages are rewritten to HTTPS.
 * @example const { value } = await cf.zones.settings.automaticHttpsRewrites.get({ zone_id })
 * @example await cf.zones.settings.automaticHttpsRewrites.edit({ zone_id, value: 'on' })
 */
export const automaticHttpsRewrites = onOff('automatic_https_rewrites', { initial: 'on' })

/**
 * Which ciphers visitors may use, by their names in OpenSSL; an empty list for the service's own choice.
 * @example const { value } = await cf.zones.settings.ciphers.get({ zone_id })
 * @example await cf.zones.settings.ciphers.edit({ zone_id, value: ['ECDHE-ECDSA-AES128-GCM-SHA256'] })
 */
export const ciphers = setting('ciphers', z.array(z.string()), { initial: [] })

/**
 * The lowest version of TLS that visitors may use.
 * @example const { value } = await cf.zones.settings.minTlsVersion.get({ zone_id })
 * @example await cf.zones.settings.minTlsVersion.edit({ zone_id, value: '1.2' })
 */
export const minTlsVersion = choice('min_tls_version', ['1.0', '1.1', '1.2', '1.3'], { initial: '1.0' })

/**
 * Whether browsers are told that HTTP addresses are served over TLS, too.
 * @example const { value } = await cf.zones.settings.opportunisticEncryption.get({ zone_id })
 * @example await cf.zones.settings.opportunisticEncryption.edit({ zone_id, value: 'on' })
 */
export const opportunisticEncryption = onOff('opportunistic_encryption', { initial: 'on' })

/**
 * Whether browsers that know only SHA-1 are served.
 * @example const { value } = await cf.zones.settings.sha1Support.get({ zone_id })
 * @example await cf.zones.settings.sha1Support.edit({ zone_id, value: 'off' })
 */
export const sha1Support = onOff('sha1_support', { initial: 'off' })

/**
 * How traffic is encrypted on its way to the origin: not at all, only to the service (`flexible`), with any certificate of the origin (`full`), with a valid one (`strict`). `full_strict`, the name of 2015, is sent as `strict`.
 * @example const { value } = await cf.zones.settings.ssl.get({ zone_id })
 * @example await cf.zones.settings.ssl.edit({ zone_id, value: 'strict' })
 */
export const ssl = choice('ssl', ['off', 'flexible', 'full', 'strict', 'origin_pull'], { initial: 'full', old: { full_strict: 'strict' } })

/**
 * Whether TLS below 1.2 is refused; today `min_tls_version`. With Business and Enterprise.
 * @example const { value } = await cf.zones.settings.tls12Only.get({ zone_id })
 * @example await cf.zones.settings.tls12Only.edit({ zone_id, value: 'on' })
 */
export const tls12Only = onOff('tls_1_2_only', { initial: 'off', plans: large })

/**
 * Whether visitors may use TLS 1.3; `zrt` lets them send with the first packet.
 * @example const { value } = await cf.zones.settings.tls13.get({ zone_id })
 * @example await cf.zones.settings.tls13.edit({ zone_id, value: 'on' })
 */
export const tls13 = choice('tls_1_3', ['on', 'off', 'zrt'], { initial: 'on' })

/**
 * Whether the service shows the origin a certificate of its own.
 * @example const { value } = await cf.zones.settings.tlsClientAuth.get({ zone_id })
 * @example await cf.zones.settings.tlsClientAuth.edit({ zone_id, value: 'on' })
 */
export const tlsClientAuth = onOff('tls_client_auth', { initial: 'off' })
