import { type OnError, type Plan, type RunReport, type ZoneOutcome, applyMany, changesOf, stateFolder } from '@zonewright/sync'
import { resolve } from 'node:path'
import { colourful } from '../colour.ts'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { report as reportError } from '../fail.ts'
import { Failure, exit } from '../failures.ts'
import { shown } from '../output/shown.ts'
import { changesText, findingLine } from './diff-text.ts'
import { type PlanFlags, planOptions } from './options.ts'
import { type WantedRecords, wantedIn } from './places.ts'
import { progressLines } from './progress-lines.ts'
import { asFailure } from './refusal.ts'
import { reportText } from './report-text.ts'
import { type ZoneRun, planFor, runZone } from './run-zone.ts'
import { targetOf } from '../apis/target.ts'
import { type ZoneFileOf, zoneFilesIn } from './zone-files.ts'

/** What the command line says about a folder. */
export interface FolderOptions {
  readonly flags: PlanFlags
  /** Zones at the same time. */
  readonly parallel: number | undefined
  readonly onError: OnError | undefined
}

const summaryLine = ({ zone, report, earlier }: ZoneOutcome, colour: boolean): string => {
  const name = zone.slice(0, -1)
  if (earlier === true) return `${name}: done before the last run was cut off\n`
  if (report === undefined) return `${name}: failed\n`
  return report.status === 'unchanged' ? `${name}: nothing to do\n` : reportText(report, colour)
}

/** Reads every file before anything is sent. @throws Failure with the faults of all of them. */
const readAll = async (context: Context, files: readonly ZoneFileOf[]): Promise<readonly (ZoneFileOf & { readonly wanted: WantedRecords })[]> => {
  const read: (ZoneFileOf & { readonly wanted: WantedRecords })[] = []
  const faults = new Set<string>()
  for (const { file, zone } of files) {
    try {
      read.push({ file, zone, wanted: await wantedIn(context, file, `${zone}.`) })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      // The last line, that nothing was sent, is said once and at the end.
      for (const line of error.lines) faults.delete(line)
      for (const line of error.lines) faults.add(line)
    }
  }
  if (faults.size > 0) throw new Failure([...faults])
  return read
}

/** Makes each zone that a folder has a file for hold what it says. */
export const applyFolder = async (context: Context, folder: string, { flags, parallel, onError }: FolderOptions): Promise<number> => {
  const target = await targetOf(context)
  const settings = planOptions(flags)
  const files = await zoneFilesIn(folder)
  const wanted = await readAll(context, files)
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
          const outcome = await runZone(context, { target, zone: found, plan: planFor(target, found, records, settings), source: file, onError, lines })
          runs.set(`${zone}.`, outcome)
          return outcome.report
        },
      })),
      {
        folder: stateFolder(context.io.env),
        about: JSON.stringify([target.service, resolve(folder), settings]),
        signal: context.call.signal,
        ...(parallel === undefined ? {} : { parallel }),
        onZone: (zone, outcome) => {
          if (outcome !== undefined) lines.end(zone.slice(0, -1), outcome.error !== undefined || outcome.report?.status === 'failed')
        },
      },
    )
  } finally {
    await lines.close()
  }
  const done = outcomes.filter(({ report, earlier }) => earlier === true || (report !== undefined && report.status !== 'failed')).length
  context.carriedOut(`${done} of ${count(outcomes.length, 'zone')} are done${done === outcomes.length ? '' : '; run it again: it goes on from there'}`)
  context.io.signal.throwIfAborted()
  return tellAll(context, outcomes, runs)
}

const outcomeText = (outcome: ZoneOutcome, plan: Plan | undefined, colour: boolean): string => {
  const changes = plan === undefined ? [] : changesOf(plan)
  const warnings = (plan?.warnings ?? []).map((finding) => `warning: ${findingLine(finding)}\n`).join('')
  return `${warnings}${plan === undefined || changes.length === 0 ? '' : changesText(changes, plan.zone.name, colour)}${summaryLine(outcome, colour)}`
}

const tellAll = async (context: Context, outcomes: readonly ZoneOutcome[], runs: ReadonlyMap<string, ZoneRun>): Promise<number> => {
  const { output, io } = context
  const colour = colourful(io.stdout, io.env)
  if (output.form === 'table') await shown(output.text(outcomes.map((outcome) => outcomeText(outcome, runs.get(outcome.zone)?.plan, colour)).join('')))
  else await shown(output.item(outcomes.map(({ zone, report, earlier, error }) => report ?? { zone, status: earlier === true ? 'done earlier' : 'failed', ...(error === undefined ? {} : { error: error instanceof Error ? error.message : String(error) }) })))
  const failed = outcomes.filter(({ error, report }) => error !== undefined || report?.status === 'failed')
  for (const { zone, error, report } of failed) {
    if (error === undefined) await context.note(`zw: ${zone.slice(0, -1)}: ${report?.error ?? 'failed'}`)
    else await reportError(asFailure(error), { io, global: context.global })
  }
  if (failed.length > 0) await context.note(`zw: ${count(failed.length, 'zone')} of ${outcomes.length} failed`)
  return failed.length > 0 ? exit.refused : exit.done
}
