import { type Guard, about, written } from './guard.ts'

/** Traffic through the service for a type that carries none. */
export const proxiedGuard: Guard = {
  id: 'proxied',
  summary: 'proxied on a type that cannot be',
  permitted: true,
  *check(context) {
    const { proxiable } = context.limits
    if (proxiable === undefined) return
    for (const record of written(context.changes)) {
      if (record.attributes?.proxied === true && !proxiable.includes(record.type)) yield about(record, `is proxied, which only ${proxiable.join(', ')} can be; take cf-proxied:true off it`, context)
    }
  },
}
