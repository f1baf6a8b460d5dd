import { type RunState, allRuns, changesOf, pruneRuns, stateFolder } from '@zonewright/sync'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { UsageError } from '../failures.ts'
import { telling } from '../sync/refusal.ts'
import { zoneName } from '../zone-lookup.ts'

const row = ({ run, plan, closed, verified, source }: RunState): object => ({ run, zone: plan.zone.name.slice(0, -1), state: closed === 'done' && verified ? 'done' : (closed ?? 'cut off'), changes: changesOf(plan).length, source: source ?? '' })

interface Options {
  readonly limit?: number
  readonly prune?: number
}

/** Runs that are listed when nothing is said. */
const mostListed = 20

const dayMs = 24 * 60 * 60 * 1000

const prune = async ({ io, output }: Context, days: number, zone: string | undefined): Promise<void> => {
  const removed = await pruneRuns(stateFolder(io.env), { before: new Date(Date.now() - days * dayMs), ...(zone === undefined ? {} : { zone }) })
  await (output.form === 'table' ? output.text(`${count(removed.length, 'run')} of more than ${count(days, 'day')} ago ${removed.length === 1 ? 'was' : 'were'} forgotten\n`) : output.list([removed.map((run) => ({ run }))]))
}

/** Lists the runs that this machine remembers, the newest first, or forgets old ones. */
export const run: Action<{ readonly zone?: string }, Options> = (context, { zone }, { limit, prune: days }) =>
  telling(async () => {
    if (days !== undefined && limit !== undefined) throw new UsageError('--limit and --prune: one is about the list, the other removes; give one of them')
    const name = zone === undefined ? undefined : `${await zoneName(zone)}.`
    if (days !== undefined) return prune(context, days, name)
    const rows: object[] = []
    for await (const { state } of allRuns(stateFolder(context.io.env))) {
      if (name !== undefined && state.plan.zone.name !== name) continue
      rows.push(row(state))
      if (rows.length >= (limit ?? mostListed)) break
    }
    await context.output.list([rows], ['run', 'zone', 'state', 'changes', 'source'])
  })
