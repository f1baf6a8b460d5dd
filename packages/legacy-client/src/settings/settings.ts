import * as z from '@zonewright/core/schema'
import { Done, inZone, onOff } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { ChangedZone, maybeZone } from '../zones/zone.ts'
import { LoadedSettings } from './zone-settings.ts'

const SettingsGet = z.strictObject(inZone)
export interface SettingsGet extends z.input<typeof SettingsGet> {}

/**
 * Read all settings of a zone. Edition 2012.
 * @example const [settings] = (await cf.settings.get({ z: 'example.com' })).result.objs
 */
export const get = endpoint<SettingsGet, LoadedSettings>('zone_settings', { input: SettingsGet, result: LoadedSettings, safety: 'read' })

const SecurityLevelSet = z.strictObject({
  ...inZone,
  /** `help` I'm under attack, `high`, `med`, `low`, `eoff` essentially off. */
  v: z.enum(['help', 'high', 'med', 'low', 'eoff']),
})
export interface SecurityLevelSet extends z.input<typeof SecurityLevelSet> {}

/**
 * Set the security level of a zone. Editions 2010 and 2012.
 * @example await cf.settings.setSecurityLevel({ z: 'example.com', v: 'help' })
 */
export const setSecurityLevel = endpoint<SecurityLevelSet, ChangedZone>('sec_lvl', { input: SecurityLevelSet, result: ChangedZone, safety: 'idempotent' })

const CacheLevelSet = z.strictObject({
  ...inZone,
  /** `agg` aggressive, `basic`; later years also take `iqs` simplified. */
  v: z.enum(['agg', 'iqs', 'basic']),
})
export interface CacheLevelSet extends z.input<typeof CacheLevelSet> {}

/**
 * Set the cache level of a zone. Editions 2010 and 2012.
 * @example await cf.settings.setCacheLevel({ z: 'example.com', v: 'agg' })
 */
export const setCacheLevel = endpoint<CacheLevelSet, ChangedZone>('cache_lvl', { input: CacheLevelSet, result: ChangedZone, safety: 'idempotent' })

const DevelopmentModeSet = z.strictObject({
  ...inZone,
  /** 1 on, 0 off. */
  v: onOff,
})
export interface DevelopmentModeSet extends z.input<typeof DevelopmentModeSet> {}

const DevelopmentMode = z.object({
  ...maybeZone,
  /** Unix time at which it switches itself off; later years leave it out. */
  expires_on: z.optional(z.number()),
})
export interface DevelopmentMode extends z.output<typeof DevelopmentMode> {}

/**
 * Switch development mode of a zone: the cache is bypassed for three hours. Editions 2010 and 2012.
 * @example const { expires_on } = await cf.settings.setDevelopmentMode({ z: 'example.com', v: 1 })
 */
export const setDevelopmentMode = endpoint<DevelopmentModeSet, DevelopmentMode>('devmode', { input: DevelopmentModeSet, result: DevelopmentMode, safety: 'idempotent' })

const Ipv6Set = z.strictObject({
  ...inZone,
  /** 3 on, 0 off; some clients of the time send 1 for on. */
  v: z.literal([0, 1, 3]),
})
export interface Ipv6Set extends z.input<typeof Ipv6Set> {}

/**
 * Switch IPv6 of a zone. Edition 2012; for 2010 see `edition2010.setIpv6`.
 * @example await cf.settings.setIpv6({ z: 'example.com', v: 3 })
 */
export const setIpv6 = endpoint<Ipv6Set, ChangedZone>('ipv46', { input: Ipv6Set, result: ChangedZone, safety: 'idempotent' })

const RocketLoaderSet = z.strictObject({
  ...inZone,
  /** `0` off, `a` automatic, `m` manual. */
  v: z.enum(['0', 'a', 'm']),
})
export interface RocketLoaderSet extends z.input<typeof RocketLoaderSet> {}

/**
 * Set Rocket Loader of a zone. Edition 2012.
 * @example await cf.settings.setRocketLoader({ z: 'example.com', v: 'a' })
 */
export const setRocketLoader = endpoint<RocketLoaderSet, Done>('async', { input: RocketLoaderSet, result: Done, safety: 'idempotent' })

const MinifySet = z.strictObject({
  ...inZone,
  /** A sum: 1 JavaScript, 2 CSS, 4 HTML; 0 for none. */
  v: z.int().check(z.gte(0), z.lte(7)),
})
export interface MinifySet extends z.input<typeof MinifySet> {}

/**
 * Set what is minified in a zone. Edition 2012.
 * @example await cf.settings.setMinify({ z: 'example.com', v: 1 + 2 })
 */
export const setMinify = endpoint<MinifySet, Done>('minify', { input: MinifySet, result: Done, safety: 'idempotent' })

const MirageSet = z.strictObject({
  ...inZone,
  /** 1 on, 0 off. */
  v: onOff,
})
export interface MirageSet extends z.input<typeof MirageSet> {}

/**
 * Switch Mirage 2 of a zone. Edition 2012, since 2014; paid plans.
 * @example await cf.settings.setMirage({ z: 'example.com', v: 1 })
 */
export const setMirage = endpoint<MirageSet, Done>('mirage2', { input: MirageSet, result: Done, safety: 'idempotent' })
