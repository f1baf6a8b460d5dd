import { purge, purgeFile } from '@zonewright/legacy-client/cache'
import { targetOf } from '../../apis/target.ts'
import type { Action } from '../../command.ts'
import { UsageError } from '../../failures.ts'

interface Options {
  readonly everything?: boolean
  readonly file?: readonly string[]
  readonly tag?: readonly string[]
  readonly host?: readonly string[]
  readonly prefix?: readonly string[]
}

/** Makes the cache forget, through the client API: everything, or one file a call. */
export const run: Action<{ readonly zone: string }, Options> = async (context, args, { everything, file = [], tag, host, prefix }) => {
  if (context.global.api === 'host') throw new UsageError('zw purge: the Hosting Provider API purges nothing; use --api legacy with the key of the customer, or leave --api out')
  for (const [name, value] of Object.entries({ tag, host, prefix })) if (value !== undefined) throw new UsageError(`--${name}: the client API purges everything or files; leave it out`)
  if ((everything === true) === file.length > 0) throw new UsageError('give --everything, or --file with addresses')
  const { zone: find } = await targetOf(context)
  const zone = await find(args.zone)
  const z = zone.name.replace(/\.$/, '')
  const client = await context.client()
  if (everything === true) await client.call(purge, { z, v: 1 }, context.call)
  for (const [index, url] of file.entries()) {
    await client.call(purgeFile, { z, url }, context.call)
    context.carriedOut(`${index + 1} of ${file.length} addresses were purged`)
  }
  await context.output.item({ zone: z, ...(everything === true ? { everything: true } : { files: file.length }) })
}
