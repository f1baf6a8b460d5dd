import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ZoneShape, zoneText } from './zone-text.ts'

/** A temporary folder that is gone when the work is done. */
export async function withFolder<Result>(work: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'zone-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Writes a zone file of a shape; the number of its records. */
export function writeZone(file: string, shape: ZoneShape, wanted: number): number {
  const out = openSync(file, 'w')
  let records = 0
  try {
    for (const part of zoneText(shape, wanted)) {
      writeSync(out, part.text)
      records += part.records
    }
  } finally {
    closeSync(out)
  }
  return records
}

/** CPU seconds, user and system, of this process while it works. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** CPU seconds, user and system, of a program from its start to its end; `undefined` when it is not installed or fails. */
export function programCost(program: string, args: readonly string[], folder?: string): { readonly seconds: number } | undefined {
  // The shell adds up what its children took.
  const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'bash', program, ...args], { encoding: 'utf8', maxBuffer: 1e9, ...(folder === undefined ? {} : { cwd: folder }) })
  const [, user, system] = /cpu (\d+[.,]\d+) (\d+[.,]\d+)\s*$/.exec(stderr) ?? []
  if (status !== 0 || user === undefined || system === undefined) return undefined
  return { seconds: Number(user.replace(',', '.')) + Number(system.replace(',', '.')) }
}

/** The middle one of some values. */
export const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN

/** A number with as many digits behind the point as say something. */
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
