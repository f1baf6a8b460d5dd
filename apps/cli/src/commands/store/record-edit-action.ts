import { applyAll, refuseUnheld } from '../../apis/apply.ts'
import { described, heldIn, shownRecord, storeColumns, wantedRecords } from '../../apis/records.ts'
import { targetOf } from '../../apis/target.ts'
import type { Action } from '../../command.ts'
import { Failure, UsageError } from '../../failures.ts'
import { type RecordFlags, ownerOf, rdataOf } from '../../record-value.ts'

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

/** Changes parts of one record of a store. */
export const run: Action<Arguments, Options> = async (context, args, { content, name, ttl, proxied, comment, tag, where }) => {
  if ([content, name, ttl, proxied, comment, tag].every((value) => value === undefined)) throw new UsageError('nothing to change: give --content, --name, --ttl or --proxied')
  const { store, zone: find } = await targetOf(context)
  const { api = 'v4' } = context.global
  refuseUnheld(store, api, [{ type: store.can.types[0] ?? 'A', name: args.record, attributes: { ...(comment === undefined ? {} : { comment }), ...(tag === undefined ? {} : { tags: tag }) } }])
  const zone = await find(args.zone)
  const [before, ...others] = wantedRecords(await heldIn(context, store, zone), zone, { record: args.record, type: args.type, content: where })
  if (before === undefined || others.length > 0) throw new Failure([`${args.record} means ${others.length + 1} records; give --where with the value, or the identifier of one:`, ...described(before === undefined ? others : [before, ...others])])
  const { id: _, readOnly: __, ...record } = before
  const after = {
    ...record,
    ...(content === undefined ? {} : { rdata: rdataOf(before.type, content) }),
    ...(name === undefined ? {} : { name: ownerOf(name, zone.name.replace(/\.$/, '')) }),
    ...(ttl === undefined ? {} : { ttl }),
    ...(proxied === undefined ? {} : { attributes: { ...before.attributes, proxied } }),
  }
  const [changed] = await applyAll(context, { store, zone, changes: [{ kind: 'update', before, after }] })
  await context.output.item(shownRecord(changed ?? { ...after, id: before.id }), context.output.form === 'table' || context.output.form === 'csv' ? storeColumns : undefined)
}
