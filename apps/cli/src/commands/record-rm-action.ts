import { type DnsRecord, records } from '@zonewright/v4/dns'
import { ask } from '../ask.ts'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { Failure, exit } from '../failures.ts'
import { recordColumns } from '../record-columns.ts'
import { describe, findRecords } from '../record-lookup.ts'
import { contentOf } from '../record-value.ts'
import { type FoundZone, zoneOf } from '../zone-lookup.ts'

interface Arguments {
  readonly zone: string
  readonly record: string
  readonly type?: string
  readonly content?: readonly string[]
}

/** Most operations that every plan takes in one transaction. */
const batchSize = 200

const remove = async (context: Context, zone: FoundZone, all: readonly DnsRecord[]): Promise<void> => {
  const client = await context.client()
  const [only] = all
  if (only !== undefined && all.length === 1) {
    await client.call(records.remove, { zone_id: zone.id, dns_record_id: only.id }, context.call)
    return
  }
  for (let start = 0; start < all.length; start += batchSize) {
    await client.call(records.batch, { zone_id: zone.id, deletes: all.slice(start, start + batchSize).map(({ id }) => ({ id })) }, context.call)
    context.carriedOut(`${Math.min(start + batchSize, all.length)} of ${all.length} records were removed`)
  }
}

/** Removes records, never more than one without `--all`. */
export const run: Action<Arguments, { readonly all?: boolean; readonly yes?: boolean }> = async (context, args, options) => {
  const zone = await zoneOf(context, args.zone)
  const content = args.content === undefined || args.content.length === 0 ? undefined : contentOf((args.type ?? '').toUpperCase(), args.content)
  const all = await findRecords(context, zone, { record: args.record, type: args.type, content })
  if (all.length > 1 && options.all !== true) throw new Failure([`${args.record} means ${all.length} records and nothing was removed; give type and value, the identifier of one, or --all:`, ...describe(all)])
  if (options.yes !== true) {
    const text = `Remove ${all.length === 1 ? 'this record' : `these ${all.length} records`} from ${zone.name}?\n${describe(all).join('\n')}\n`
    const sure = await ask(context, { text, otherwise: `${all.length === 1 ? 'a record' : `${all.length} records`} would be removed, and there is no terminal to ask on; give --yes` })
    if (!sure) {
      await context.note('zw: nothing was removed')
      return exit.refused
    }
  }
  await remove(context, zone, all)
  await context.output.list([all], recordColumns)
}
