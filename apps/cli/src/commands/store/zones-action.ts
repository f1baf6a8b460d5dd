import type { Zone } from '@zonewright/zone'
import type { Action } from '../../command.ts'
import { targetOf } from '../../apis/target.ts'
import { UsageError } from '../../failures.ts'
import { zoneName } from '../../zone-lookup.ts'

const columns = ['id', 'name', 'status', 'plan']

/** Lists the zones of a store. */
export const run: Action<object, { readonly name?: string; readonly status?: string }> = async (context, _, { name, status }) => {
  if (name?.includes(':') === true) throw new UsageError(`--name "${name}": only API v4 looks for parts of names; give a whole one`)
  const { store } = await targetOf(context)
  const { signal } = context.call
  const found: Zone[] = []
  for await (const zone of store.zones({ signal, ...(name === undefined ? {} : { name: `${await zoneName(name)}.` }) })) if (status === undefined || zone.status === status) found.push(zone)
  const shown = found.map((zone) => ({ ...zone, name: zone.name.replace(/\.$/, '') }))
  await context.output.list([shown], columns)
}
