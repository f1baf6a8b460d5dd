import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What a piece of work has cost. */
export interface WorkCost {
  /** What the work counts: records, or changes. */
  readonly count: number
  /** CPU seconds of the work with its import; those of the start of node are not in it. */
  readonly seconds: number
  /** Most memory that the process had. */
  readonly megabytes: number
}

/**
 * What node has to be given to do a piece of work on the built packages. The types are taken out here: a process that
 * does it itself carries twenty megabytes more.
 */
export function workerArguments(work: string, file: string): string[] {
  const code = stripTypeScriptTypes(readFileSync(new URL('worker.ts', import.meta.url), 'utf8'))
  return ['--input-type=module', '-e', code, work, file]
}

/** Where the packages are found by name. */
export const workerFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Does a piece of work in a process of its own. */
export function runWorker(work: string, file: string): WorkCost {
  const { status, stdout, stderr } = spawnSync(process.execPath, workerArguments(work, file), { encoding: 'utf8', cwd: workerFolder })
  if (status !== 0) throw new Error(`${work} of ${file} failed: ${stderr}`)
  return JSON.parse(stdout) as WorkCost
}
