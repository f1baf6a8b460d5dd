import type { Change, ZoneStore } from '@zonewright/zone'
import type { ApplyPlanOptions } from './apply-options.ts'
import { BatchRun } from './batch-run.ts'
import { PlanRefusedError } from './errors.ts'
import type { SentPart } from './journal/entry.ts'
import { unitsIn } from './part.ts'
import type { Plan } from './plan.ts'
import { PlanRun } from './plan-run.ts'
import type { RunReport } from './report.ts'
import { changesMade } from './settle.ts'

/**
 * Carries a plan out: each batch is one call, written down before and after; then a listing has to equal the end of the plan.
 *
 * A batch whose answer was lost is never sent again blindly: a listing tells whether it happened. A plan whose first batches happened
 * in an earlier run is taken up behind them. The report tells what became of each change; a store that refuses or can't be reached
 * ends the run with `status: 'failed'`, and nothing is thrown away: the next run of any plan goes on from what the zone holds. With
 * `onError: 'skip'` a batch that is refused for what is in it is sent again in parts, and all is applied but the names at fault.
 * @throws PlanRefusedError when the guards refused the plan. @throws ZoneMovedError when the zone is not what the plan was made from.
 * @throws JournalError when a step can't be written down, and whatever the store throws while it lists, or the signal's reason.
 * @example
 * const { plan, held } = await planZone(store, zone, records)
 * const report = await applyPlan(store, plan, { held })
 * console.log(report.status, report.calls)
 */
export const applyPlan = async (store: ZoneStore, plan: Plan, options: ApplyPlanOptions = {}): Promise<RunReport> => {
  if (plan.refusals.length > 0) throw new PlanRefusedError(plan.refusals)
  const started = Date.now()
  const run = new PlanRun(store, plan, options)
  const held = options.held ?? (await run.list('list'))
  if (options.held !== undefined) run.calls.list = 1
  const report = (status: RunReport['status'], more: Pick<Partial<RunReport>, 'verified' | 'differences' | 'error'> = {}): RunReport => ({
    ...(options.run === undefined || status === 'unchanged' ? {} : { run: options.run }),
    zone: plan.zone.name,
    status,
    verified: false,
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    calls: { ...run.calls },
    counts: plan.counts,
    warnings: plan.warnings,
    changes: status === 'unchanged' ? [] : run.outcomes.list(),
    differences: [],
    ...more,
  })
  const failed = async (error: string, more: Pick<Partial<RunReport>, 'verified' | 'differences'> = {}): Promise<RunReport> => {
    await run.write({ kind: 'closed', outcome: 'failed', message: error })
    return report('failed', { ...more, error })
  }
  const made = changesMade(plan, held)
  if (plan.batches.every(({ changes }) => changes.every((change) => made.has(change)))) return report('unchanged', { verified: true })
  await run.write({ kind: 'plan', run: options.run ?? '', at: new Date(started).toISOString(), ...madeBefore(plan, made), fence: options.fence ?? 0, ...(options.source === undefined ? {} : { source: options.source }), plan })
  run.startBehind(made)
  const batches = new BatchRun(run, held)
  for (const [batch, { changes }] of plan.batches.entries()) {
    const units = unitsIn(changes).filter((unit) => !unit.changes.every((change) => made.has(change)))
    const error = await batches.carryOut(batch, units)
    if (error !== undefined) return failed(error)
  }
  const wrong = await run.verify(held)
  if (wrong !== undefined) return failed(`the zone is not as planned: ${wrong.length} ${wrong.length === 1 ? 'record differs' : 'records differ'}; somebody else may be writing to it: run it again`, { differences: wrong })
  await run.write({ kind: 'verified', digest: run.digest })
  if (batches.refused > 0) return failed(skippedText(batches), { verified: true })
  await run.write({ kind: 'closed', outcome: 'done' })
  return report('done', { verified: true })
}

/** What happened in earlier runs of a plan, as a journal says it. */
const madeBefore = ({ batches }: Plan, made: ReadonlySet<Change>): { readonly from: number; readonly parts?: readonly Required<SentPart>[] } => {
  const first = batches.findIndex(({ changes }) => changes.some((change) => !made.has(change)))
  const parts = batches.flatMap(({ changes }, batch) => {
    const places = batch < first ? [] : [...changes.keys()].filter((place) => made.has(changes[place] as Change))
    return places.length === 0 ? [] : [{ batch, changes: places }]
  })
  return { from: first, ...(parts.length === 0 ? {} : { parts }) }
}

const skippedText = ({ refused, leftOut }: Pick<BatchRun, 'refused' | 'leftOut'>): string =>
  `the service refused ${refused === 1 ? '1 name' : `${refused} names`}${leftOut === 0 ? '' : `, and ${leftOut} ${leftOut === 1 ? 'was' : 'were'} left out that cannot go without`}; everything else is as planned: correct what was refused, and run it again`
