import { applyAll } from '../../apis/apply.ts'
import { described, heldIn, shownRecord, storeColumns, wantedRecords } from '../../apis/records.ts'
import { targetOf } from '../../apis/target.ts'
import { ask } from '../../ask.ts'
import type { Action } from '../../command.ts'
import { Failure, exit } from '../../failures.ts'
import { contentOf } from '../../record-value.ts'

interface Arguments {
  readonly zone: string
  readonly record: string
  readonly type?: string
  readonly content?: readonly string[]
}

/** Removes records of a store, never more than one without `--all`. */
export const run: Action<Arguments, { readonly all?: boolean; readonly yes?: boolean }> = async (context, args, options) => {
  const { store, zone: find } = await targetOf(context)
  const zone = await find(args.zone)
  const content = args.content === undefined || args.content.length === 0 ? undefined : contentOf((args.type ?? '').toUpperCase(), args.content)
  const all = wantedRecords(await heldIn(context, store, zone), zone, { record: args.record, type: args.type, content })
  if (all.length > 1 && options.all !== true) throw new Failure([`${args.record} means ${all.length} records and nothing was removed; give type and value, the identifier of one, or --all:`, ...described(all)])
  if (options.yes !== true) {
    const text = `Remove ${all.length === 1 ? 'this record' : `these ${all.length} records`} from ${zone.name}?\n${described(all).join('\n')}\n`
    if (!(await ask(context, { text, otherwise: `${all.length === 1 ? 'a record' : `${all.length} records`} would be removed, and there is no terminal to ask on; give --yes` }))) {
      await context.note('zw: nothing was removed')
      return exit.refused
    }
  }
  await applyAll(context, { store, zone, changes: all.map((before) => ({ kind: 'delete', before })) })
  await context.output.list([all.map(shownRecord)], storeColumns)
}
