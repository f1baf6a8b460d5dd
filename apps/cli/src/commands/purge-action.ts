import { purge } from '@zonewright/v4/cache'
import type { Action } from '../command.ts'
import { UsageError } from '../failures.ts'
import { zoneIdOf } from '../zone-lookup.ts'

interface Options {
  readonly everything?: boolean
  readonly file?: readonly string[]
  readonly tag?: readonly string[]
  readonly host?: readonly string[]
  readonly prefix?: readonly string[]
}

/** Most names that one call takes with every plan. */
const most = 100

/** Purges the cache. */
export const run: Action<{ readonly zone: string }, Options> = async (context, { zone }, options) => {
  const kinds = (['files', 'tags', 'hosts', 'prefixes'] as const).map((name, index) => ({ name, values: [options.file, options.tag, options.host, options.prefix][index] ?? [] })).filter(({ values }) => values.length > 0)
  const [kind] = kinds
  if (kinds.length + (options.everything === true ? 1 : 0) !== 1) throw new UsageError('give exactly one of --everything, --file, --tag, --host, --prefix')
  const client = await context.client()
  const zone_id = await zoneIdOf(context, zone)
  if (kind === undefined) {
    await client.call(purge, { zone_id, purge_everything: true }, context.call)
    return context.output.item({ zone, purged: 'everything' })
  }
  for (let start = 0; start < kind.values.length; start += most) {
    await client.call(purge, { zone_id, [kind.name]: kind.values.slice(start, start + most) }, context.call)
    if (kind.values.length > most) context.carriedOut(`${Math.min(start + most, kind.values.length)} of ${kind.values.length} ${kind.name} were purged`)
  }
  await context.output.item({ zone, purged: kind.name, count: kind.values.length })
}
