/**
 * The cache in front of a zone.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const targets = ['purge_everything', 'files', 'tags', 'hosts', 'prefixes'] as const

const names = z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(100))

const Purge = z
  .strictObject({
    /** Identifier of the zone. */
    zone_id: hexIdentifier,
    /** Forget everything. Only `true` is allowed. */
    purge_everything: z.optional(z.literal(true)),
    /** Addresses to forget, alone or with the headers they were asked for with. At most 100; 500 with Enterprise. */
    files: z.optional(
      z
        .array(
          z.union([
            z.string().check(z.minLength(1)),
            z.strictObject({
              /** Address. */
              url: z.string().check(z.minLength(1)),
              /** Request headers that are part of the cache key. */
              headers: z.record(z.string(), z.string()),
            }),
          ]),
        )
        .check(z.minLength(1), z.maxLength(500)),
    ),
    /** Cache tags to forget. At most 100. */
    tags: z.optional(names),
    /** Host names to forget. At most 100. */
    hosts: z.optional(names),
    /** Starts of addresses to forget, without scheme, such as `www.example.com/css`. At most 100. */
    prefixes: z.optional(names),
  })
  .check(z.refine((input) => targets.filter((name) => (input as Record<string, unknown>)[name] !== undefined).length === 1, `give exactly one of ${targets.join(', ')}`))
export interface Purge extends z.input<typeof Purge> {}

/**
 * Make the cache forget addresses, tags, hosts, prefixes or everything.
 * @example await cf.cache.purge({ zone_id, files: ['https://www.example.com/style.css'] })
 */
export const purge = endpoint<Purge, Id>('POST /zones/{zone_id}/purge_cache', { input: Purge, result: Id, permission: '#cache:purge', safety: 'idempotent' })
