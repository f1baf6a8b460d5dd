import { type OnError, type Plan, looksSaved, readPlan } from '@zonewright/sync'
import type { Zone } from '@zonewright/zone'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { Failure, UsageError } from '../failures.ts'
import { readInput } from '../input-file.ts'
import { applyFolder } from '../sync/apply-folder.ts'
import { type PlanFlags, planOptions } from '../sync/options.ts'
import { prepare } from '../sync/prepare.ts'
import { progressLines } from '../sync/progress-lines.ts'
import { telling } from '../sync/refusal.ts'
import { type ZoneRun, planFor, runZone } from '../sync/run-zone.ts'
import { type Target, targetOf } from '../apis/target.ts'
import { tellRun } from '../sync/tell-run.ts'
import { isFolder } from '../sync/zone-files.ts'

interface Arguments {
  readonly file: string
  readonly zone?: string
}

interface Options extends PlanFlags {
  readonly html?: string
  readonly parallel?: number
  readonly onError?: OnError
}

const savedPlan = async (context: Context, file: string): Promise<Plan> => {
  // Editors and shells of Windows put a mark in front, which the decoder takes off.
  const text = new TextDecoder().decode(await readInput(file, context.io))
  if (!looksSaved(text)) throw new UsageError(`${file} is no saved plan; give the zone, too: zw zone apply FILE ZONE`)
  try {
    return readPlan(text)
  } catch (cause) {
    throw new Failure(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

const fromFile = async (context: Context, target: Target, args: Required<Arguments>, options: Options): Promise<{ readonly found: Zone; readonly planned: ReturnType<typeof planFor> }> => {
  const settings = planOptions(options)
  const prepared = await prepare(context, target, args)
  return { found: prepared.zone, planned: planFor(target, prepared.zone, prepared.wanted, settings) }
}

/** Flags that speak about the making of a plan. */
const planning = ['ignore', 'ownerTag', 'ownerComment', 'apexNs', 'allow', 'maxDeletes'] as const

const applyOne = async (context: Context, { file, zone }: Arguments, options: Options): Promise<number> => {
  if (zone === undefined && (options.purge === false || planning.some((flag) => options[flag] !== undefined))) throw new UsageError('a saved plan is carried out as it is; give these flags to zw zone plan, or give the zone, too')
  const target = await targetOf(context)
  const saved = zone === undefined ? await savedPlan(context, file) : undefined
  if (saved !== undefined && saved.store !== target.store.name) throw new Failure(`${file} was made for ${saved.store}, this service is ${target.store.name}; make it again`)
  const { found, planned } = saved === undefined ? await fromFile(context, target, { file, zone: zone as string }, options) : { found: saved.zone, planned: () => saved }
  const lines = await progressLines(context, [found.name.slice(0, -1)])
  let outcome: ZoneRun
  try {
    outcome = await runZone(context, { target, zone: found, plan: planned, source: file, onError: options.onError, lines })
    lines.end(found.name.slice(0, -1), outcome.report.status === 'failed')
  } finally {
    await lines.close()
  }
  return tellRun(context, outcome, { html: options.html, source: file })
}

/** Makes a zone hold what a file says, carries out a saved plan, or does so for every file of a folder. */
export const run: Action<Arguments, Options> = (context, args, options) =>
  telling(async () => {
    if (args.zone !== undefined || !(await isFolder(args.file))) return applyOne(context, args, options)
    if (options.html !== undefined) throw new UsageError('--html takes the run of one file; give FILE and ZONE')
    return applyFolder(context, args.file, { flags: options, parallel: options.parallel, onError: options.onError })
  })
