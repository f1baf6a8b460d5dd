import { get } from '@zonewright/legacy-client/settings'
import { dns } from '@zonewright/v4'
import { ApiError } from '@zonewright/core'
import { action } from '../translation.ts'
import type { ClientScene } from '../scene.ts'
import { purgeTimes } from './fpurge-ts.ts'
import { readSettings, type V4Setting } from './setting.ts'
import { cacheLevels, rowOfValue, securityLevels } from './setting-words.ts'
import { type V4Zone, zoneOf } from './zone-of.ts'

/** Settings of API v4 that something here is read from. */
const wanted = ['security_level', 'cache_level', 'development_mode', 'ipv6', 'always_online', 'rocket_loader', 'browser_check', 'challenge_ttl', 'browser_cache_ttl', 'hotlink_protection', 'email_obfuscation', 'server_side_exclude', 'ip_geolocation', 'http2', 'ssl', 'waf', 'polish', 'mirage', 'prefetch_preload', 'minify', 'advanced_ddos', 'security_header']

const encryption: Readonly<Record<string, string>> = { off: '0', flexible: '1', full: '2', strict: '3', full_strict: '3', origin_pull: '3' }

const images: Readonly<Record<string, number>> = { off: 0, lossless: 200, lossy: 170 }

const minified = (value: unknown): string => {
  const { js, css, html } = (value ?? {}) as Readonly<Record<string, unknown>>
  return String((js === 'on' ? 1 : 0) + (css === 'on' ? 2 : 0) + (html === 'on' ? 4 : 0))
}

const dnssecOf = async ({ caller }: ClientScene, zone: V4Zone): Promise<string> => {
  try {
    const { status } = await caller.v4.call(dns.dnssec.get, { zone_id: zone.id })
    return status === 'disabled' ? '' : String(status)
  } catch (error) {
    // A token without the right to read it leaves the rest readable.
    if (error instanceof ApiError && error.status === 403) return ''
    throw error
  }
}

/** The settings as the client API gave them: a few as they are, the others as text. */
export const settingsObject = (settings: ReadonlyMap<string, V4Setting>, now: number): Readonly<Record<string, string | number>> & { readonly userSecuritySetting: string; readonly dev_mode: number; readonly ipv46: number; readonly ob: number; readonly cache_lvl: string } => {
  const value = (name: string): unknown => settings.get(name)?.value
  const on = (name: string): boolean => value(name) === 'on'
  const bit = (name: string): string => (on(name) ? '1' : '0')
  const level = rowOfValue(securityLevels, value('security_level'))
  const polish = images[String(value('polish'))] ?? 0
  return {
    userSecuritySetting: level?.label ?? 'Medium',
    dev_mode: on('development_mode') ? Math.floor(now / 1000) + (settings.get('development_mode')?.time_remaining ?? 0) : 0,
    ipv46: on('ipv6') ? 3 : 0,
    ob: on('always_online') ? 1 : 0,
    cache_lvl: rowOfValue(cacheLevels, value('cache_level'))?.word ?? 'agg',
    outboundLinks: 'disabled',
    async: on('rocket_loader') ? 'a' : value('rocket_loader') === 'manual' ? 'm' : '0',
    bic: bit('browser_check'),
    chl_ttl: String(value('challenge_ttl') ?? 1800),
    exp_ttl: String(value('browser_cache_ttl') ?? 14_400),
    hotlink: bit('hotlink_protection'),
    img: String(polish + (on('mirage') ? 1 : 0)),
    lazy: bit('mirage'),
    minify: minified(value('minify')),
    outlink: '0',
    preload: bit('prefetch_preload'),
    s404: '0',
    sec_lvl: level?.word ?? 'med',
    spdy: bit('http2'),
    ssl: encryption[String(value('ssl'))] ?? '0',
    waf_profile: on('waf') ? 'high' : 'off',
    email_filter: bit('email_obfuscation'),
    sse: bit('server_side_exclude'),
    geoloc: bit('ip_geolocation'),
    cache_ttl: String(value('browser_cache_ttl') ?? 14_400),
    ddos: on('advanced_ddos') ? 'On' : 'Off',
    comodo_vc: '',
    host_spf: '0',
    secureheader_settings: value('security_header') === undefined ? '' : JSON.stringify({ '*': value('security_header') }),
  }
}

/** The settings of a zone by name, as far as the client API knew them. */
export const settingsOf = (scene: ClientScene, zone: V4Zone): Promise<ReadonlyMap<string, V4Setting>> => readSettings(scene, zone, wanted)

/** `zone_settings`. */
export const zoneSettings = action(
  get,
  async (scene, { z }) => {
    const zone = await zoneOf(scene, z)
    const settings = settingsObject(await settingsOf(scene, zone), scene.now())
    return { response: { result: { objs: [{ ...settings, fpurge_ts: String(scene.shelf.get(purgeTimes, zone.id) ?? '0'), dnssec: await dnssecOf(scene, zone) }] } } }
  },
  { echo: true },
)
