import { recordKey } from '@zonewright/zone'
import { applyAll, refuseUnheld } from '../../apis/apply.ts'
import { heldIn } from '../../apis/records.ts'
import { targetOf } from '../../apis/target.ts'
import type { Action } from '../../command.ts'
import { count } from '../../count.ts'
import { UsageError } from '../../failures.ts'
import { checkedRecords } from '../../import/check.ts'
import { belongsToService, withProxy } from '../../import/records.ts'
import { readInput } from '../../input-file.ts'
import { readZoneFile } from '../../read-zone-file.ts'

/** Adds the records of a zone file to a zone of a store: all of it is read and checked before anything is sent. */
export const run: Action<{ readonly file: string; readonly zone: string }, { readonly method?: 'file' | 'batch'; readonly proxied?: boolean }> = async (context, { file, zone: text }, { method, proxied }) => {
  if (method === 'file') throw new UsageError('--method file: only API v4 takes a whole file; leave it out')
  const { store, zone: find } = await targetOf(context)
  const bytes = await readInput(file, context.io)
  const zone = await find(text)
  const read = readZoneFile(bytes, file, zone.name)
  const placed = checkedRecords(read, { apex: zone.name, types: store.can.types }, proxied)
  const wanted = placed.filter(({ record }) => !belongsToService(record, zone.name)).map(({ record }) => withProxy(record, proxied))
  refuseUnheld(store, context.global.api ?? 'v4', wanted)
  const held = new Set((await heldIn(context, store, zone)).map(recordKey))
  const missing = wanted.filter((record) => !held.has(recordKey(record)))
  if (missing.length > 0) await applyAll(context, { store, zone, changes: missing.map((after) => ({ kind: 'create', after })) })
  const present = wanted.length - missing.length
  if (present > 0) await context.note(`zw: ${count(present, 'record')} ${present === 1 ? 'was' : 'were'} not added: the zone has ${present === 1 ? 'it' : 'them'} already`)
  await context.output.item({ zone: zone.name.replace(/\.$/, ''), in_file: placed.length, added: missing.length, skipped: placed.length - wanted.length, present })
}
