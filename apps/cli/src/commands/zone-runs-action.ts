import { type RunState, allRuns, changesOf, stateFolder } from '@zonewright/sync'
import type { Action } from '../command.ts'
import { telling } from '../sync/refusal.ts'
import { zoneName } from '../zone-lookup.ts'

const row = ({ run, plan, closed, verified, source }: RunState): object => ({ run, zone: plan.zone.name.slice(0, -1), state: closed === 'done' && verified ? 'done' : (closed ?? 'cut off'), changes: changesOf(plan).length, source: source ?? '' })

/** Lists the runs that this machine remembers, the newest first. */
export const run: Action<{ readonly zone?: string }, { readonly limit?: number }> = (context, { zone }, { limit = 20 }) =>
  telling(async () => {
    const name = zone === undefined ? undefined : `${await zoneName(zone)}.`
    const rows: object[] = []
    for await (const { state } of allRuns(stateFolder(context.io.env))) {
      if (name !== undefined && state.plan.zone.name !== name) continue
      rows.push(row(state))
      if (rows.length >= limit) break
    }
    await context.output.list([rows], ['run', 'zone', 'state', 'changes', 'source'])
  })
