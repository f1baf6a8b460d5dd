import { Interrupted } from './failures.ts'
import { type Io, sinkOf } from './io.ts'
import { run } from './run.ts'

/** Runs the program on the streams and signals of this process. */
export const main = async (): Promise<void> => {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      // The second Ctrl-C means: now, whatever is under way.
      if (stop.signal.aborted) process.exit(name === 'SIGINT' ? 130 : 143)
      stop.abort(new Interrupted(name))
    })
  }
  let stdinUsed = false
  const io: Io = {
    get stdin() {
      stdinUsed = true
      return process.stdin
    },
    stdout: sinkOf(() => process.stdout),
    stderr: sinkOf(() => process.stderr),
    env: process.env,
    signal: stop.signal,
  }
  process.exitCode = await run(process.argv.slice(2), io)
  // A terminal or a pipe that stays open must not keep a finished program alive.
  if (stdinUsed) process.stdin.destroy()
}
