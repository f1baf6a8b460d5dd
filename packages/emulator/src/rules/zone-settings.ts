import { refuse } from '../errors.ts'
import { todaysValue } from './old-setting-values.ts'
import { type PlanName, plans } from './plans.ts'

/** One row of the settings table: what a value may be, what a new zone has, and who may change it. */
export interface SettingRow {
  readonly accepts: (value: unknown) => boolean
  readonly initial: unknown
  /** What a new zone of a plan has, where that is not `initial`. */
  readonly initialByPlan?: Readonly<Partial<Record<PlanName, unknown>>>
  /** True for values that a plan may choose; all that the row accepts when absent. */
  readonly allows?: (value: unknown, plan: PlanName) => boolean
  /** Plans that may change it; every plan when absent, none when empty. */
  readonly plans?: readonly PlanName[]
  /** The object has `enabled` in the place of `value`. */
  readonly enabled?: boolean
}

const among = (...values: readonly unknown[]) => (value: unknown): boolean => values.includes(value)
const onOff = among('on', 'off')
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string')
const between = (lowest: number, highest: number) => (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest
const boolean = (value: unknown): boolean => typeof value === 'boolean'

const security = (value: unknown): boolean => {
  const inner = isObject(value) ? value['strict_transport_security'] : undefined
  return isObject(inner) && ['enabled', 'include_subdomains', 'nosniff', 'preload'].every((key) => inner[key] === undefined || boolean(inner[key])) && (inner['max_age'] === undefined || between(0, 31_536_000)(inner['max_age']))
}

/** An object whose fields, all or some, are what each check accepts; no other fields. */
const fields = (checks: Readonly<Record<string, (value: unknown) => boolean>>) => (value: unknown): boolean => isObject(value) && Object.keys(value).length > 0 && Object.entries(value).every(([name, field]) => Object.hasOwn(checks, name) && checks[name]?.(field) === true)

const on: SettingRow = { accepts: onOff, initial: 'on' }
const off: SettingRow = { accepts: onOff, initial: 'off' }
const paid: readonly PlanName[] = ['pro', 'business', 'enterprise']
const large: readonly PlanName[] = ['business', 'enterprise']
const top: readonly PlanName[] = ['enterprise']

/** Megabytes that a visitor may upload at once. */
const uploadLimits: Readonly<Record<PlanName, number>> = { free: 100, pro: 100, business: 200, enterprise: 500 }

/** Lifetimes in seconds that browsers may be told to keep a file. */
const browserTtls = [0, 30, 60, 120, 300, 1200, 1800, 3600, 7200, 10800, 14400, 18000, 28800, 43200, 57600, 72000, 86400, 172800, 259200, 345600, 432000, 691200, 1382400, 2073600, 2678400, 5356800, 16070400, 31536000]
const challengeTtls = [300, 900, 1800, 2700, 3600, 7200, 10800, 14400, 28800, 57600, 86400, 604800, 2592000, 31536000]
const edgeTtls = [30, 60, 300, 1200, 1800, 3600, 7200, 10800, 14400, 18000, 28800, 43200, 57600, 72000, 86400, 172800, 259200, 345600, 432000, 518400, 604800]

/** Settings that the service knows or knew, with the values of its schema; the first value is what a new zone has. */
export const settingRows: Readonly<Record<string, SettingRow>> = {
  '0rtt': off,
  advanced_ddos: { ...on, plans: [], initialByPlan: { free: 'off', pro: 'off' } },
  aegis: { accepts: (value) => isObject(value) && boolean(value['enabled']), initial: { enabled: false }, plans: top },
  always_online: off,
  always_use_https: off,
  automatic_https_rewrites: on,
  automatic_platform_optimization: { accepts: (value) => isObject(value) && boolean(value['enabled']), initial: { enabled: false, cf: true, wordpress: true, wp_plugin: false, cache_by_device_type: false, hostnames: [] } },
  brotli: { ...on, plans: [] },
  browser_cache_ttl: { accepts: among(...browserTtls), initial: 14400, allows: (value, plan) => value === 0 || (value as number) >= plans[plan].browserCacheTtl },
  browser_check: on,
  cache_level: { accepts: among('aggressive', 'basic', 'simplified', 'bypass', 'cache_everything'), initial: 'aggressive' },
  challenge_ttl: { accepts: among(...challengeTtls), initial: 1800 },
  china_network_enabled: { ...off, plans: top },
  ciphers: { accepts: listOf, initial: [] },
  cname_flattening: { accepts: among('flatten_at_root', 'flatten_all'), initial: 'flatten_at_root' },
  content_converter: { ...off, plans: paid },
  development_mode: off,
  early_hints: off,
  edge_cache_ttl: { accepts: among(...edgeTtls), initial: 7200 },
  email_obfuscation: on,
  fonts: off,
  h2_prioritization: { accepts: among('on', 'off', 'custom'), initial: 'off', plans: paid },
  hotlink_protection: off,
  http2: { ...on, plans: paid },
  http3: on,
  image_resizing: { accepts: among('on', 'off', 'open'), initial: 'off', plans: paid },
  ip_geolocation: on,
  ipv6: on,
  max_upload: { accepts: among(100, 125, 150, 175, 200, 225, 250, 275, 300, 325, 350, 375, 400, 425, 450, 475, 500), initial: 100, allows: (value, plan) => (value as number) <= uploadLimits[plan] },
  min_tls_version: { accepts: among('1.0', '1.1', '1.2', '1.3'), initial: '1.0' },
  minify: { accepts: fields({ css: onOff, html: onOff, js: onOff }), initial: { css: 'off', html: 'off', js: 'off' } },
  mirage: { ...off, plans: paid },
  mobile_redirect: { accepts: fields({ status: onOff, mobile_subdomain: (value) => value === null || (typeof value === 'string' && value !== ''), strip_uri: boolean }), initial: { status: 'off', mobile_subdomain: null, strip_uri: false } },
  nel: { accepts: (value) => isObject(value) && boolean(value['enabled']), initial: { enabled: false } },
  opportunistic_encryption: on,
  opportunistic_onion: on,
  orange_to_orange: { ...off, plans: top },
  origin_error_page_pass_thru: { ...off, plans: top },
  origin_h2_max_streams: { accepts: between(1, 1000), initial: 200, plans: top },
  origin_max_http_version: { accepts: among('1', '2'), initial: '2' },
  polish: { accepts: among('off', 'lossless', 'lossy'), initial: 'off', plans: paid },
  prefetch_preload: { ...off, plans: top },
  privacy_pass: on,
  proxy_read_timeout: { accepts: between(1, 6000), initial: 100, plans: top },
  pseudo_ipv4: { accepts: among('off', 'add_header', 'overwrite_header'), initial: 'off' },
  redirects_for_ai_training: off,
  replace_insecure_js: on,
  response_buffering: { ...off, plans: top },
  rocket_loader: off,
  search_for_agents: off,
  security_header: { accepts: security, initial: { strict_transport_security: { enabled: false, max_age: 0, include_subdomains: false, preload: false, nosniff: false } } },
  security_level: { accepts: among('off', 'essentially_off', 'low', 'medium', 'high', 'under_attack'), initial: 'medium', allows: (value, plan) => value !== 'off' || plan === 'enterprise' },
  server_side_exclude: on,
  sha1_support: off,
  sort_query_string_for_cache: { ...off, plans: top },
  ssl: { accepts: among('off', 'flexible', 'full', 'strict', 'origin_pull'), initial: 'full' },
  ssl_recommender: { accepts: boolean, initial: false, enabled: true },
  tls_1_2_only: { ...off, plans: large },
  tls_1_3: { accepts: among('on', 'off', 'zrt'), initial: 'on' },
  tls_client_auth: off,
  transformations: off,
  transformations_allowed_origins: { accepts: (value) => typeof value === 'string', initial: '' },
  true_client_ip_header: { ...off, plans: top },
  visitor_ip: on,
  waf: { ...off, plans: paid },
  webmcp_enabled: off,
  webmcp_packs: { accepts: listOf, initial: [] },
  webp: { ...off, plans: paid },
  websockets: on,
}

/** Every setting's identifier, in the order of a whole listing. */
export const settingIds: readonly string[] = Object.keys(settingRows)

/**
 * The row of a setting.
 * @throws Refusal `setting_unknown`.
 */
export const settingRow = (id: string): SettingRow => {
  const row = Object.hasOwn(settingRows, id) ? settingRows[id] : undefined
  if (row === undefined) throw refuse('setting_unknown')
  return row
}

/** What a new zone of a plan has. */
export const initialValue = (row: SettingRow, plan: PlanName): unknown => row.initialByPlan?.[plan] ?? row.initial

/** True when a zone of this plan may change the setting. */
export const isEditable = (row: SettingRow, plan: PlanName): boolean => row.plans === undefined || row.plans.includes(plan)

/**
 * The value that a change gives to a setting; objects are merged into what is there, as the service does.
 * @throws Refusal `setting_locked` when the plan forbids it, `setting_value` for a value outside the table.
 */
export const settingValue = (id: string, given: unknown, { plan, before }: { readonly plan: PlanName; readonly before: unknown }): unknown => {
  const row = settingRow(id)
  const change = todaysValue(id, given)
  if (!isEditable(row, plan)) throw refuse('setting_locked', { setting: id })
  if (!row.accepts(change) || row.allows?.(change, plan) === false) throw refuse('setting_value', { setting: id })
  return isObject(change) && isObject(before) ? merged(before, change) : change
}

const merged = (before: Record<string, unknown>, change: Record<string, unknown>): Record<string, unknown> => {
  const result = { ...before }
  for (const [key, value] of Object.entries(change)) {
    const old = result[key]
    result[key] = isObject(value) && isObject(old) ? merged(old, value) : value
  }
  return result
}
