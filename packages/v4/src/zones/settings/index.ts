/**
 * Settings of a zone: each by its name with the values that it takes, or any by its identifier.
 * @module
 */
export { type Setting, type SettingEdit, type SettingGet, type SettingList, type SettingsEdit, all, edit, editAll, get } from './setting.ts'
export type { NamedSetting, SettingChange, SettingFacts, SettingOf, SettingOnly, ShownSetting } from './named.ts'
export { alwaysOnline, browserCacheTtl, cacheLevel, developmentMode, edgeCacheTtl, maxUpload, responseBuffering, sortQueryStringForCache } from './cache.ts'
export { alwaysUseHttps, automaticHttpsRewrites, ciphers, minTlsVersion, opportunisticEncryption, sha1Support, ssl, tls12Only, tls13, tlsClientAuth } from './tls.ts'
export { contentConverter, emailObfuscation, hotlinkProtection, originErrorPagePassThru, redirectsForAiTraining, replaceInsecureJs, searchForAgents, webmcpEnabled, webmcpPacks } from './content.ts'
export { sslRecommender } from './ssl-recommender.ts'
export { type Aegis, type NetworkErrorLogging, advancedDdos, aegis, chinaNetworkEnabled, http2, http3, ipGeolocation, ipv6, nel, opportunisticOnion, orangeToOrange, originH2MaxStreams, originMaxHttpVersion, proxyReadTimeout, pseudoIpv4, trueClientIpHeader, visitorIp, websockets } from './network.ts'
export { type Minify, type MobileRedirect, brotli, cnameFlattening, minify, mirage, mobileRedirect, privacyPass, serverSideExclude } from './retired.ts'
export { type PlatformOptimization, automaticPlatformOptimization, earlyHints, fonts, h2Prioritization, imageResizing, polish, prefetchPreload, rocketLoader, transformations, transformationsAllowedOrigins, webp, zeroRtt } from './speed.ts'
export { type SecurityHeader, browserCheck, challengeTtl, securityHeader, securityLevel, waf } from './security.ts'
