import { applyAll, refuseUnheld } from '../../apis/apply.ts'
import { shownRecord, storeColumns } from '../../apis/records.ts'
import { targetOf } from '../../apis/target.ts'
import type { Action } from '../../command.ts'
import { type RecordFlags, contentOf, ownerOf, rdataOf, recordOf, typeOf } from '../../record-value.ts'

interface Arguments {
  readonly zone: string
  readonly name: string
  readonly type: string
  readonly content: readonly string[]
}

/** Adds a record to a zone of a store. */
export const run: Action<Arguments, RecordFlags> = async (context, args, flags) => {
  const type = typeOf(args.type)
  const rdata = rdataOf(type, contentOf(type, args.content))
  const { store, zone: find } = await targetOf(context)
  refuseUnheld(store, context.global.api ?? 'v4', [recordOf({ name: args.name, type, rdata }, flags)])
  const zone = await find(args.zone)
  const after = recordOf({ name: ownerOf(args.name, zone.name.replace(/\.$/, '')), type, rdata }, flags)
  const [created] = await applyAll(context, { store, zone, changes: [{ kind: 'create', after }] })
  await context.output.item(shownRecord(created ?? { id: '', ...after }), context.output.form === 'table' || context.output.form === 'csv' ? storeColumns : undefined)
}
