import { records } from '@zonewright/v4/dns'
import { toService } from '@zonewright/v4/zone-store'
import type { Action } from '../command.ts'
import { recordColumns } from '../record-columns.ts'
import { type RecordFlags, contentOf, ownerOf, rdataOf, recordOf, typeOf } from '../record-value.ts'
import { zoneOf } from '../zone-lookup.ts'

interface Arguments {
  readonly zone: string
  readonly name: string
  readonly type: string
  readonly content: readonly string[]
}

/** Adds a record; its value is read and checked before anything is sent. */
export const run: Action<Arguments, RecordFlags> = async (context, args, flags) => {
  const type = typeOf(args.type)
  const rdata = rdataOf(type, contentOf(type, args.content))
  const zone = await zoneOf(context, args.zone)
  const record = recordOf({ name: ownerOf(args.name, zone.name), type, rdata }, flags)
  const client = await context.client()
  const created = await client.call(records.create, { zone_id: zone.id, ...toService(record) }, context.call)
  await context.output.item(created, context.output.form === 'table' || context.output.form === 'csv' ? recordColumns : undefined)
}
