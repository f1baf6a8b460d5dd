import { type Plan, type RunReport, type ZoneOutcome, applyMany, looksSaved, printHtml, readPlan, stateFolder } from '@zonewright/sync'
import { colourful } from '../colour.ts'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { report as reportError } from '../fail.ts'
import { Failure, UsageError, exit } from '../failures.ts'
import { readInput } from '../input-file.ts'
import { changesText, findingLine, planText } from '../sync/diff-text.ts'
import { type PlanFlags, planOptions } from '../sync/options.ts'
import { wantedIn } from '../sync/places.ts'
import { progressLines } from '../sync/progress-lines.ts'
import { asFailure, telling } from '../sync/refusal.ts'
import { reportText } from '../sync/report-text.ts'
import { type ZoneRun, planFor, runZone } from '../sync/run-zone.ts'
import { targetOf } from '../apis/target.ts'
import { writeOut } from '../sync/write-out.ts'
import { isFolder, zoneFilesIn } from '../sync/zone-files.ts'

interface Arguments {
  readonly file: string
  readonly zone?: string
}

interface Options extends PlanFlags {
  readonly html?: string
  readonly parallel?: number
}

/** Tells a run to the person, or as data, and writes its page. */
export const tellRun = async (context: Context, { plan, report }: ZoneRun, { html, source }: { readonly html: string | undefined; readonly source: string }): Promise<number> => {
  const { output, io } = context
  if (output.form === 'table') {
    const colour = colourful(io.stdout, io.env)
    await output.text(`${planText(plan, colour)}${reportText(report, colour)}`)
  } else if (output.form === 'csv' || output.form === 'ndjson') await output.list([report.changes])
  else await output.item(report)
  if (html !== undefined) await writeOut(html, printHtml({ plan, report, source }))
  if (report.error !== undefined) await context.note(`zw: ${report.zone.slice(0, -1)}: ${report.error}`)
  return report.status === 'failed' ? exit.refused : exit.done
}

const savedPlan = async (context: Context, file: string): Promise<Plan> => {
  const text = Buffer.from(await readInput(file, context.io)).toString('utf8')
  if (!looksSaved(text)) throw new UsageError(`${file} is no saved plan; give the zone, too: zw zone apply FILE ZONE`)
  try {
    return readPlan(text)
  } catch (cause) {
    throw new Failure(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

const applyOne = async (context: Context, { file, zone }: Arguments, options: Options): Promise<number> => {
  const target = await targetOf(context)
  const saved = zone === undefined ? await savedPlan(context, file) : undefined
  if (saved !== undefined && saved.store !== target.store.name) throw new Failure(`${file} was made for ${saved.store}, this service is ${target.store.name}; make it again`)
  const found = saved === undefined ? await target.zone(zone as string) : saved.zone
  const planned = saved === undefined ? planFor(target, found, await wantedIn(context, file, found.name), planOptions(options)) : () => saved
  const lines = await progressLines(context, [found.name.slice(0, -1)])
  let outcome: ZoneRun
  try {
    outcome = await runZone(context, { target, zone: found, plan: planned, source: file, lines })
    lines.end(found.name.slice(0, -1), outcome.report.status === 'failed')
  } finally {
    await lines.close()
  }
  return tellRun(context, outcome, { html: options.html, source: file })
}

const summaryLine = ({ zone, report, earlier }: ZoneOutcome, colour: boolean): string => {
  const name = zone.slice(0, -1)
  if (earlier === true) return `${name}: done before the last run was cut off\n`
  if (report === undefined) return `${name}: failed\n`
  return report.status === 'unchanged' ? `${name}: nothing to do\n` : reportText(report, colour)
}

const applyAll = async (context: Context, folder: string, options: Options): Promise<number> => {
  if (options.html !== undefined) throw new UsageError('--html takes the run of one file; give FILE and ZONE')
  const target = await targetOf(context)
  const settings = planOptions(options)
  const files = await zoneFilesIn(folder)
  // Every file is read before anything is sent.
  const wanted = await Promise.all(files.map(async ({ file, zone }) => ({ file, zone, wanted: await wantedIn(context, file, `${zone}.`) })))
  const lines = await progressLines(context, files.map(({ zone }) => zone))
  const runs = new Map<string, ZoneRun>()
  let outcomes: readonly ZoneOutcome[]
  try {
    outcomes = await applyMany(
      wanted.map(({ file, zone, wanted: records }) => ({
        zone: `${zone}.`,
        digest: records.digest,
        run: async (): Promise<RunReport> => {
          const found = await target.zone(zone)
          const outcome = await runZone(context, { target, zone: found, plan: planFor(target, found, records, settings), source: file, lines })
          runs.set(`${zone}.`, outcome)
          return outcome.report
        },
      })),
      {
        folder: stateFolder(context.io.env),
        about: JSON.stringify([target.service, await absolute(folder), settings]),
        signal: context.call.signal,
        ...(options.parallel === undefined ? {} : { parallel: options.parallel }),
        onZone: (zone, outcome) => {
          if (outcome !== undefined) lines.end(zone.slice(0, -1), outcome.error !== undefined || outcome.report?.status === 'failed')
        },
      },
    )
  } finally {
    await lines.close()
  }
  context.io.signal.throwIfAborted()
  return tellAll(context, outcomes, runs)
}

const absolute = async (folder: string): Promise<string> => (await import('node:path')).resolve(folder)

const tellAll = async (context: Context, outcomes: readonly ZoneOutcome[], runs: ReadonlyMap<string, ZoneRun>): Promise<number> => {
  const { output, io } = context
  const colour = colourful(io.stdout, io.env)
  if (output.form === 'table') {
    for (const outcome of outcomes) {
      const plan = runs.get(outcome.zone)?.plan
      const changes = plan?.batches.flatMap((batch) => batch.changes) ?? []
      await output.text(`${(plan?.warnings ?? []).map((finding) => `warning: ${findingLine(finding)}\n`).join('')}${plan === undefined || changes.length === 0 ? '' : changesText(changes, plan.zone.name, colour)}${summaryLine(outcome, colour)}`)
    }
  } else await output.item(outcomes.map(({ zone, report, earlier, error }) => report ?? { zone, status: earlier === true ? 'done earlier' : 'failed', ...(error === undefined ? {} : { error: error instanceof Error ? error.message : String(error) }) }))
  const failed = outcomes.filter(({ error, report }) => error !== undefined || report?.status === 'failed')
  for (const { zone, error, report } of failed) {
    if (error === undefined) await context.note(`zw: ${zone.slice(0, -1)}: ${report?.error ?? 'failed'}`)
    else await reportError(asFailure(error), { io, global: context.global })
  }
  if (failed.length > 0) await context.note(`zw: ${count(failed.length, 'zone')} of ${outcomes.length} failed`)
  return failed.length > 0 ? exit.refused : exit.done
}

/** Makes a zone hold what a file says, carries out a saved plan, or does so for every file of a folder. */
export const run: Action<Arguments, Options> = (context, args, options) => telling(async () => (args.zone === undefined && (await isFolder(args.file)) ? applyAll(context, args.file, options) : applyOne(context, args, options)))
