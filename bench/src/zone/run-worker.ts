import { spawnSync } from 'node:child_process'
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

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))

/** Does a piece of work in a process of its own, on the built packages. */
export function runWorker(work: string, file: string): WorkCost {
  const { status, stdout, stderr } = spawnSync(process.execPath, [worker, work, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${work} of ${file} failed: ${stderr}`)
  return JSON.parse(stdout) as WorkCost
}
