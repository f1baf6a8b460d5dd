/**
 * The process that the kill test starts and kills: it writes planned changes one after the other, each a transaction,
 * and says the number of each on standard output once it is on disk. Arguments: directory, number of the round.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'

import { systemClock } from '../clock.ts'
import { randomIds } from '../ids.ts'
import { seededIds } from '../seed.ts'
import { createRecord, deleteRecord, editRecord, type RecordWriter } from '../serve/record-writes.ts'
import { openState } from '../state/state.ts'
import { plannedWrite } from './plan.ts'

const [directory = '', round = ''] = process.argv.slice(2)
const state = openState(directory)
const zone = state.zones.byId(seededIds.zone('example.com'))
if (zone === undefined) throw new Error('the directory has no seed')
const writer: RecordWriter = { state, zone, clock: systemClock, ids: randomIds, compat: 'today', conflicts: {} }
const idAt = (name: string): string | undefined => state.records.atName(zone.id, name)[0]?.wire.id

// A killed process never writes its compiled code away by itself; the first one does it for all.
if (round === '0') flushCompileCache()

for (let index = 0; ; index++) {
  const { deletes, patch, posts } = plannedWrite(Number(round), index)
  state.transaction(() => {
    for (const name of deletes) deleteRecord(writer, idAt(name))
    if (patch !== undefined) editRecord(writer, idAt(patch.name), { content: patch.content })
    for (const post of posts) createRecord(writer, post)
  })
  writeSync(1, `${index}\n`)
}
