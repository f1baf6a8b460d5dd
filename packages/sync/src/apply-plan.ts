import type { ZoneStore } from '@zonewright/zone'
import type { ApplyPlanOptions } from './apply-options.ts'
import { PlanRefusedError } from './errors.ts'
import type { Plan } from './plan.ts'
import { PlanRun } from './plan-run.ts'
import type { RunReport } from './report.ts'
import { nextBatch } from './settle.ts'

/**
 * Carries a plan out: each batch is one call, written down before and after; then a listing has to equal the end of the plan.
 *
 * A batch whose answer was lost is never sent again blindly: a listing tells whether it happened. A plan whose first batches happened
 * in an earlier run is taken up behind them. The report tells what became of each change; a store that refuses or can't be reached
 * ends the run with `status: 'failed'`, and nothing is thrown away: the next run of any plan goes on from what the zone holds.
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
    ...(options.run === undefined ? {} : { run: options.run }),
    zone: plan.zone.name,
    status,
    verified: false,
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    calls: { ...run.calls },
    counts: plan.counts,
    warnings: plan.warnings,
    changes: run.changes,
    differences: [],
    ...more,
  })
  const from = nextBatch(plan, held)
  if (from === plan.batches.length) return report('unchanged', { verified: true })
  const { journal } = options
  await journal?.append({ kind: 'plan', run: options.run ?? '', at: new Date(started).toISOString(), from, fence: options.fence ?? 0, ...(options.source === undefined ? {} : { source: options.source }), plan })
  for (let batch = 0; batch < from; batch++) run.note(batch, 'done')
  run.tell()
  for (let batch = from; batch < plan.batches.length; batch++) {
    const error = await run.send(batch)
    if (error === undefined) continue
    for (let rest = batch + 1; rest < plan.batches.length; rest++) run.note(rest, 'not sent')
    await journal?.append({ kind: 'closed', outcome: 'failed', message: error })
    return report('failed', { error })
  }
  const goal = plan.batches.at(-1)?.after ?? plan.base
  const wrong = await run.verify(held, goal, from)
  if (wrong !== undefined) {
    const error = `the zone is not as planned: ${wrong.length} ${wrong.length === 1 ? 'record differs' : 'records differ'}; somebody else may be writing to it: run it again`
    await journal?.append({ kind: 'closed', outcome: 'failed', message: error })
    return report('failed', { differences: wrong, error })
  }
  await journal?.append({ kind: 'verified', digest: goal })
  await journal?.append({ kind: 'closed', outcome: 'done' })
  return report('done', { verified: true })
}
