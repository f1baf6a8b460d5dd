import { type Plan, changesOf, planZone, printHtml, printPlan } from '@zonewright/sync'
import { colourful } from '../colour.ts'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { Failure, UsageError, exit } from '../failures.ts'
import { shown } from '../output/shown.ts'
import { planText } from '../sync/diff-text.ts'
import { type PlanFlags, planOptions } from '../sync/options.ts'
import { prepare } from '../sync/prepare.ts'
import { refusalLines, telling } from '../sync/refusal.ts'
import { type Target, targetOf } from '../apis/target.ts'
import { writeOut } from '../sync/write-out.ts'
import { isFolder, zoneFilesIn } from '../sync/zone-files.ts'

interface Arguments {
  readonly file: string
  readonly zone?: string
}

interface Options extends PlanFlags {
  readonly out?: string
  readonly html?: string
}

const planOf = async (context: Context, target: Target, file: string, zone: string, flags: PlanFlags): Promise<Plan> => {
  const prepared = await prepare(context, target, { file, zone })
  const { wanted } = prepared
  return (await planZone(target.store, prepared.zone, wanted.records, { ...planOptions(flags), place: wanted.place, signal: context.call.signal })).plan
}

const rowsOf = (plan: Plan): readonly object[] => changesOf(plan).map((change) => ({ zone: plan.zone.name, kind: change.kind, ...(change.kind === 'delete' ? change.before : change.after) }))

/** Plans as text, each change as a row, or as data. */
const tell = async ({ output, io }: Context, plans: readonly Plan[]): Promise<void> => {
  if (output.form === 'table') return output.text(plans.map((plan) => planText(plan, colourful(io.stdout, io.env))).join(''))
  if (output.form === 'csv' || output.form === 'ndjson') return output.list([plans.flatMap(rowsOf)])
  await output.item(plans)
}

const tellOne = async (context: Context, plan: Plan): Promise<void> => {
  const { output } = context
  if (output.form === 'json') return output.text(printPlan(plan))
  await (output.form === 'yaml' ? output.item(plan) : tell(context, [plan]))
}

const complain = async (context: Context, { refusals }: Plan): Promise<void> => {
  for (const line of refusalLines(refusals)) await context.note(`zw: ${line}`)
}

const planAll = async (context: Context, folder: string, options: Options): Promise<number> => {
  if (options.out !== undefined || options.html !== undefined) throw new UsageError('--out and --html take the plan of one file; give FILE and ZONE')
  const target = await targetOf(context)
  const plans: Plan[] = []
  let failed = false
  for (const { file, zone } of await zoneFilesIn(folder)) {
    try {
      plans.push(await planOf(context, target, file, zone, options))
    } catch (error) {
      // The faults of one file must not hide those of the next.
      if (!(error instanceof Failure)) throw error
      failed = true
      for (const line of error.lines) await context.note(`zw: ${line}`)
    }
  }
  await shown(tell(context, plans))
  for (const plan of plans) await complain(context, plan)
  if (failed || plans.some(({ refusals }) => refusals.length > 0)) return exit.refused
  return plans.some(({ batches }) => batches.length > 0) ? exit.pending : exit.done
}

/** Shows what would change; nothing is sent. */
export const run: Action<Arguments, Options> = (context, { file, zone }, options) =>
  telling(async () => {
    if (zone === undefined) {
      if (await isFolder(file)) return planAll(context, file, options)
      throw new UsageError('give the zone, too: zw zone plan FILE ZONE; a folder of files named after their zones needs none')
    }
    const plan = await planOf(context, await targetOf(context), file, zone, options)
    if (options.html !== undefined) await writeOut(context, options.html, printHtml({ plan, source: file }))
    if (options.out !== undefined) await writeOut(context, options.out, printPlan(plan))
    await shown(tellOne(context, plan))
    await complain(context, plan)
    if (plan.refusals.length > 0) return exit.refused
    return plan.batches.length > 0 ? exit.pending : exit.done
  })

