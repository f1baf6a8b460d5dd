import { type RunState, allRuns, changesOf, pruneRuns, stateFolder } from '@zonewright/sync'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { UsageError, exit } from '../failures.ts'
import { shown } from '../output/shown.ts'
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

const prune = async ({ io, output }: Context, days: number, zone: string | undefined): Promise<number> => {
  const removed = await pruneRuns(stateFolder(io.env), { before: new Date(Date.now() - days * dayMs), ...(zone === undefined ? {} : { zone }) })
  await (output.form === 'table' ? output.text(`${count(removed.length, 'run')} of more than ${count(days, 'day')} ago ${removed.length === 1 ? 'was' : 'were'} forgotten\n`) : output.list([removed.map((run) => ({ run }))]))
  return exit.done
}

/** Lists the runs that this machine remembers, the newest first, or forgets old ones. */
export const run: Action<{ readonly zone?: string }, Options> = (context, { zone }, { limit, prune: days }) =>
  telling(async () => {
    if (days !== undefined && limit !== undefined) throw new UsageError('--limit and --prune: one is about the list, the other removes; give one of them')
    const name = zone === undefined ? undefined : `${await zoneName(zone)}.`
    if (days !== undefined) return prune(context, days, name)
    const rows: object[] = []
    const unreadable: string[] = []
    for await (const { state } of allRuns(stateFolder(context.io.env), { ...(name === undefined ? {} : { zone: name }), onUnreadable: ({ message }) => unreadable.push(message) })) {
      rows.push(row(state))
      if (rows.length >= (limit ?? mostListed)) break
    }
    await shown(context.output.list([rows], ['run', 'zone', 'state', 'changes', 'source']))
    for (const line of unreadable) await context.note(`zw: ${line}`)
    return unreadable.length > 0 ? exit.refused : exit.done
  })
