import { type Guard, about, written } from './guard.ts'

/** The time to live that a service writes for "automatic". */
const automatic = 1

/** A time to live that the plan of the zone does not take. */
export const ttlGuard: Guard = {
  id: 'ttl',
  summary: 'a TTL that the plan of the zone does not take',
  permitted: true,
  *check(context) {
    const { ttl } = context.limits
    if (ttl === undefined) return
    for (const record of written(context.changes)) {
      // Whatever is sent for a proxied record, the service answers 1.
      if (record.attributes?.proxied === true || record.ttl === automatic || (record.ttl >= ttl.lowest && record.ttl <= ttl.highest)) continue
      yield about(record, `has TTL ${record.ttl}; write 1 for automatic, or ${ttl.lowest} to ${ttl.highest} seconds`, context)
    }
  },
}
