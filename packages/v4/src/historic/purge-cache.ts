/**
 * The purge as it was sent until 2016: by DELETE, with a body that some programs on the way drop.
 * No day of the end was ever published: that of the documents which no longer tell of it stands here.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const targets = ['purge_everything', 'files'] as const

const Purge = z
  .strictObject({
    /** Identifier of the zone. */
    zone_id: hexIdentifier,
    /** Forget everything. Only `true` is allowed. */
    purge_everything: z.optional(z.literal(true)),
    /** Addresses to forget. At most 30. */
    files: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(30))),
  })
  .check(z.refine((input) => targets.filter((name) => input[name] !== undefined).length === 1, `give exactly one of ${targets.join(', ')}`))
export interface Purge extends z.input<typeof Purge> {}

/**
 * Make the cache forget addresses or everything. Today: `cache.purge`.
 * @example await cf.historic.purgeCache.purge({ zone_id, files: ['http://www.example.com/css/styles.css'] })
 */
export const purge = endpoint<Purge, Id>('DELETE /zones/{zone_id}/purge_cache', { input: Purge, result: Id, permission: '#cache:purge', sunset: '2016-12' })
