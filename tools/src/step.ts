import { spawn } from 'node:child_process'
import { root } from './workspace.ts'

/** The end of one step of a verification. */
export interface Outcome {
  readonly ok: boolean
  readonly output: string
}

/** One step: what it is called, how it is run, and what to do when it fails. */
export interface Step {
  readonly name: string
  readonly run: () => Promise<Outcome>
  readonly help: string
}

/** Runs a program in the workspace and keeps what it prints. */
export const program = (command: string, ...parameters: string[]): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const pieces: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => pieces.push(text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, output: pieces.join('') }))
  })

/** A rule that gives one sentence for each fault. */
export const rule = (check: () => Promise<readonly string[]>) => async (): Promise<Outcome> => {
  const faults = await check()
  return { ok: faults.length === 0, output: faults.join('\n') }
}

/**
 * Runs steps in order, one line each, and stops at the first that fails, with its output and what to do.
 * @returns whether all of them passed
 */
export const runSteps = async (steps: readonly Step[], print: (text: string) => void): Promise<boolean> => {
  const started = performance.now()
  for (const { name, run, help } of steps) {
    const from = performance.now()
    const { ok, output } = await run().catch((error: unknown) => ({ ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    print(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${((performance.now() - from) / 1000).toFixed(1)} s\n`)
    if (!ok) {
      print(`\n${output.trim()}\n\n${name}: ${help}\n`)
      return false
    }
  }
  print(`all ${steps.length} steps passed in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  return true
}
