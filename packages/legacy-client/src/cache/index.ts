/**
 * The cache in front of a zone.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { inZone } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { maybeZone } from '../zones/zone.ts'

const Purge = z.strictObject({
  ...inZone,
  /** Always 1. */
  v: z.literal(1),
})
export interface Purge extends z.input<typeof Purge> {}

const Purged = z.object({
  ...maybeZone,
  /** Unix time of the purge. */
  fpurge_ts: z.number(),
})
export interface Purged extends z.output<typeof Purged> {}

/**
 * Make the cache forget everything of a zone; it may take 48 hours to fill again. Editions 2010 and 2012.
 * Another purge is refused for the seconds that `info.cooldown` of `client.exchange` says, usually 20.
 * @example const { fpurge_ts } = await cf.cache.purge({ z: 'example.com', v: 1 })
 */
export const purge = endpoint<Purge, Purged>('fpurge_ts', { input: Purge, result: Purged, safety: 'idempotent' })

const PurgeFile = z.strictObject({
  ...inZone,
  /** Whole address of the file; `http:` and `https:` are two files. */
  url: z.string().check(z.regex(/^https?:\/\/./)),
})
export interface PurgeFile extends z.input<typeof PurgeFile> {}

const PurgedFile = z.object({
  /** Text that was matched, or null. */
  vtxt_match: z.optional(z.nullable(z.string())),
  /** The address. */
  url: z.string(),
})
export interface PurgedFile extends z.output<typeof PurgedFile> {}

/**
 * Make the cache forget one file. Edition 2012.
 * @example await cf.cache.purgeFile({ z: 'example.com', url: 'https://www.example.com/style.css' })
 */
export const purgeFile = endpoint<PurgeFile, PurgedFile>('zone_file_purge', { input: PurgeFile, result: PurgedFile, safety: 'idempotent' })
