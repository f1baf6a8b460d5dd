import { type OnError, type Plan, changesOf, findRun, listZone, planRollback, printHtml, stateFolder } from '@zonewright/sync'
import { colourful } from '../colour.ts'
import type { Action } from '../command.ts'
import { exit } from '../failures.ts'
import { shown } from '../output/shown.ts'
import { planText } from '../sync/diff-text.ts'
import { type PlanFlags, planOptions } from '../sync/options.ts'
import { progressLines } from '../sync/progress-lines.ts'
import { refusalLines, telling } from '../sync/refusal.ts'
import { runZone } from '../sync/run-zone.ts'
import { targetOf } from '../apis/target.ts'
import { tellRun } from '../sync/tell-run.ts'
import { writeOut } from '../sync/write-out.ts'

interface Options extends Pick<PlanFlags, 'allow' | 'maxDeletes'> {
  readonly dryRun?: boolean
  readonly html?: string
  readonly onError?: OnError
}

/** Takes back what a run did. */
export const run: Action<{ readonly run: string }, Options> = (context, { run: name }, options) =>
  telling(async () => {
    const target = await targetOf(context)
    const { state } = await findRun(stateFolder(context.io.env), name, target.service)
    const { allow, deleteShare } = planOptions(options)
    const settings = { ...(allow === undefined ? {} : { allow }), ...(deleteShare === undefined ? {} : { deleteShare }) }
    const { zone } = state.plan
    const back = (held: Parameters<typeof planRollback>[1]): Plan => planRollback(state, held, target.store, settings)
    const source = `rollback of ${name}`
    if (options.dryRun === true) {
      const plan = back(await listZone(target.store, zone, { signal: context.call.signal }))
      const { output, io } = context
      if (options.html !== undefined) await writeOut(context, options.html, printHtml({ plan, source }))
      await shown(output.form === 'table' ? output.text(planText(plan, colourful(io.stdout, io.env))) : output.item(plan))
      for (const line of refusalLines(plan.refusals)) await context.note(`zw: ${line}`)
      if (plan.refusals.length > 0) return exit.refused
      return changesOf(plan).length > 0 ? exit.pending : exit.done
    }
    const lines = await progressLines(context, [zone.name.slice(0, -1)])
    try {
      const outcome = await runZone(context, { target, zone, plan: back, source, onError: options.onError, lines })
      lines.end(zone.name.slice(0, -1), outcome.report.status === 'failed')
      await lines.close()
      return await tellRun(context, outcome, { html: options.html, source })
    } finally {
      await lines.close()
    }
  })
