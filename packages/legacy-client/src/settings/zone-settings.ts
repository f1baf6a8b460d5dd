import * as z from '@zonewright/core/schema'

const text = z.optional(z.string())

/** All settings of a zone. The first five are as they are; the others are texts, also where they hold a number or a switch. */
export const ZoneSettings = z.object({
  /** Security level in words: `High`, `Medium`, `Low`, `Essentially Off`, `I'm under attack!`. */
  userSecuritySetting: z.string(),
  /** Unix time at which development mode ends, or 0 for off. */
  dev_mode: z.number(),
  /** IPv6: 0 off, 3 on. */
  ipv46: z.number(),
  /** Always Online: 1 on, 0 off. */
  ob: z.number(),
  /** Cache level: `agg` aggressive, `iqs` simplified, `basic`. */
  cache_lvl: z.string(),
  /** Links to other sites: `disabled`. */
  outboundLinks: text,
  /** Rocket Loader: `0` off, `a` automatic, `m` manual. */
  async: text,
  /** Browser integrity check: `1` on, `0` off. */
  bic: text,
  /** How long a passed challenge is good for, seconds. */
  chl_ttl: text,
  /** How long browsers keep files, seconds. */
  exp_ttl: text,
  /** When everything was purged last, Unix time. */
  fpurge_ts: text,
  /** Hotlink protection: `1` on, `0` off. */
  hotlink: text,
  /** Images: `0` off, `1` resized, `200` lossless, `170` lossy, `201` and `171` resized too. Paid plans. */
  img: text,
  /** Images load when they are seen: `1` on, `0` off. Paid plans. */
  lazy: text,
  /** Minification, a sum: 1 JavaScript, 2 CSS, 4 HTML. */
  minify: text,
  /** Links to other sites are rewritten: `1` on, `0` off. */
  outlink: text,
  /** Preloader: `1` on, `0` off. Paid plans. */
  preload: text,
  /** Smart pages for what is not found: `1` on, `0` off. */
  s404: text,
  /** Security level: `help`, `high`, `med`, `low`, `eoff`. */
  sec_lvl: text,
  /** SPDY: `1` on, `0` off. Paid plans. */
  spdy: text,
  /** Encryption to the origin: `0` off, `1` flexible, `2` full, `3` full (strict). Paid plans. */
  ssl: text,
  /** Web application firewall: `high`, `low`, `off`. Paid plans. */
  waf_profile: text,
  /** E-mail addresses are obscured: `1` on, `0` off. */
  email_filter: text,
  /** Server side excludes: `1` on, `0` off. */
  sse: text,
  /** Country of the visitor is passed on: `1` on, `0` off. */
  geoloc: text,
})
export interface ZoneSettings extends z.output<typeof ZoneSettings> {}

/** An answer with all settings of a zone. */
export const LoadedSettings = z.object({
  /** What was found. */
  result: z.object({
    /** One set of settings. */
    objs: z.array(ZoneSettings),
  }),
})
export interface LoadedSettings extends z.output<typeof LoadedSettings> {}
