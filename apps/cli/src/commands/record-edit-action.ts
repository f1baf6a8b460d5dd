import { records } from '@zonewright/v4/dns'
import { type RecordBody, toService } from '@zonewright/v4/zone-store'
import type { Action } from '../command.ts'
import { Failure, UsageError } from '../failures.ts'
import { recordColumns } from '../record-columns.ts'
import { describe, findRecords } from '../record-lookup.ts'
import { type RecordFlags, ownerOf, rdataOf, recordOf, serviceName } from '../record-value.ts'
import { zoneOf } from '../zone-lookup.ts'

interface Arguments {
  readonly zone: string
  readonly record: string
  readonly type?: string
}

interface Options extends RecordFlags {
  readonly content?: string
  readonly name?: string
  readonly where?: string
}

/** Changes parts of one record. */
export const run: Action<Arguments, Options> = async (context, args, options) => {
  const { content, name, ttl, proxied, comment, tag, where } = options
  if ([content, name, ttl, proxied, comment, tag].every((value) => value === undefined)) throw new UsageError('nothing to change: give --content, --name, --ttl, --proxied, --comment or --tag')
  if (where !== undefined && args.type === undefined) throw new UsageError('--where needs the type of the record: zw record edit ZONE NAME TYPE --where VALUE')
  const zone = await zoneOf(context, args.zone)
  const [before, ...others] = await findRecords(context, zone, { record: args.record, type: args.type, content: where })
  if (before === undefined || others.length > 0) throw new Failure([`${args.record} means ${others.length + 1} records; give --where with the value, or the identifier of one:`, ...describe(before === undefined ? others : [before, ...others])])
  const value: Partial<RecordBody> = content === undefined ? {} : toService(recordOf({ name: '.', type: before.type, rdata: rdataOf(before.type, content) }, {}))
  const client = await context.client()
  const changed = await client.call(
    records.edit,
    {
      zone_id: zone.id,
      dns_record_id: before.id,
      ...(value.content === undefined ? {} : { content: value.content }),
      ...(value.data === undefined ? {} : { data: value.data }),
      ...(value.priority === undefined ? {} : { priority: value.priority }),
      ...(name === undefined ? {} : { name: serviceName(ownerOf(name, zone.name)) }),
      ...(ttl === undefined ? {} : { ttl }),
      ...(proxied === undefined ? {} : { proxied }),
      ...(comment === undefined ? {} : { comment }),
      ...(tag === undefined ? {} : { tags: [...tag] }),
    },
    context.call,
  )
  await context.output.item(changed, context.output.form === 'table' || context.output.form === 'csv' ? recordColumns : undefined)
}
