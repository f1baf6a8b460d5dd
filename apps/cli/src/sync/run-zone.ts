import { type OnError, type Plan, type PlanOptions, type RunReport, makePlan, stateFolder, syncZone } from '@zonewright/sync'
import type { StoredRecord, Zone } from '@zonewright/zone'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { paceText } from './pace.ts'
import type { WantedRecords } from './places.ts'
import type { ProgressLines } from './progress-lines.ts'
import type { Target } from '../apis/target.ts'

/** A run and the plan that it carried out. */
export interface ZoneRun {
  readonly plan: Plan
  readonly report: RunReport
}

/** What runs in which zone. */
export interface ZoneWork {
  readonly target: Target
  readonly zone: Zone
  readonly plan: (held: readonly StoredRecord[]) => Plan
  /** File that it comes from. */
  readonly source: string
  /** What to do with a batch that the service refuses for what is in it; it ends the run when not said. */
  readonly onError: OnError | undefined
  readonly lines: ProgressLines
}

/** Runs a plan in a zone with lease and journal, and tells how far it is. */
export const runZone = async (context: Context, { target, zone, plan, source, onError, lines }: ZoneWork): Promise<ZoneRun> => {
  const name = zone.name.slice(0, -1)
  let made: Plan | undefined
  const started = performance.now()
  lines.say(name, 'listing')
  const report = await syncZone(
    target.store,
    zone,
    (held) => {
      made = plan(held)
      return made
    },
    {
      folder: stateFolder(context.io.env),
      service: target.service,
      source,
      ...(onError === undefined ? {} : { onError }),
      signal: context.call.signal,
      lease: {
        onWait: () => {
          lines.say(name, 'waiting for another run')
          void context.note(`zw: another run is writing to ${name}; waiting for it`).catch(() => undefined)
        },
      },
      onUnfinished: (run, outcome) => void context.note(`zw: the run ${run} was cut off; ${outcome}`).catch(() => undefined),
      onProgress: ({ settled, total }) => {
        lines.say(name, settled === total ? `${count(total, 'change')}, proving` : paceText(settled, total, (performance.now() - started) / 1000))
        context.carriedOut(settled === total ? `all ${count(total, 'change')} of ${name} were carried out, and not proven yet; run it again to prove it` : `${settled} of ${count(total, 'change')} of ${name} were carried out, and a call may be on its way; run it again: it looks what became of it, and goes on from there`)
      },
    },
  )
  if (report.run !== undefined) context.carriedOut(`${report.changes.filter(({ outcome }) => outcome === 'done').length} of ${count(report.changes.length, 'change')} of ${name} were carried out${report.verified ? ' and proven' : ''}; zw zone rollback ${report.run} takes it back`)
  lines.say(name, report.status === 'done' ? `${count(report.changes.length, 'change')}, proven` : report.status === 'failed' ? 'failed' : 'nothing to do')
  return { plan: made as Plan, report }
}

/** The plan of a file for what a zone holds. */
export const planFor = (target: Target, zone: Zone, { records, place }: WantedRecords, options: PlanOptions) => (held: readonly StoredRecord[]): Plan => makePlan({ store: target.store, zone, held, desired: records }, { ...options, place })
