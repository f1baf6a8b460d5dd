import type { Client } from '@zonewright/core'
import type { CommandData } from './command.ts'
import type { Context } from './context.ts'
import { exit } from './failures.ts'
import { ClosedOutput, type Io } from './io.ts'
import { outputFor } from './output/output.ts'
import type { Invocation } from './program.ts'
import type { WriteWatch } from './write-watch.ts'

const verboseLine = async (io: Io): Promise<(entry: object) => void> => {
  const { logLine } = await import('./log-line.ts')
  return (entry) => {
    const line = logLine(entry as Parameters<typeof logLine>[0])
    if (line !== undefined) void io.stderr.write(`${line}\n`).catch(() => undefined)
  }
}

/** What carries the command out over the API that was asked for. @throws UsageError when the command is v4's alone. */
const loaded = async ({ command, global }: Invocation): ReturnType<CommandData['load']> => {
  const { api = 'v4' } = global
  if (api === 'v4' || command.otherApis === 'same') return command.load()
  if (command.otherApis !== undefined) return command.otherApis()
  const { UsageError } = await import('./failures.ts')
  const { apiTitles } = await import('./apis/names.ts')
  throw new UsageError(`zw ${command.name} works with API v4 alone, and not with ${apiTitles[api]}; leave --api out`)
}

/** Carries out what the command line asked for, closes what was opened, and gives the exit code. */
export const perform = async (invocation: Invocation, io: Io): Promise<number> => {
  const { args, options, global } = invocation
  const log = global.verbose === true ? await verboseLine(io) : undefined
  let client: Client | undefined
  let watch: WriteWatch | undefined
  let carriedOut: string | undefined
  const context: Context = {
    io,
    global,
    output: outputFor(io, global.output),
    call: { signal: io.signal },
    async client() {
      if (client === undefined) {
        const { connect } = await import('./connection.ts')
        const { watchWrites } = await import('./write-watch.ts')
        watch = watchWrites(io.signal)
        client = connect({ io, global, plugins: [watch.plugin], ...(log === undefined ? {} : { log }) })
      }
      return client
    },
    note: (text) => io.stderr.write(`${text}\n`),
    carriedOut(text) {
      carriedOut = text
    },
  }
  try {
    const { run } = await loaded(invocation)
    return (await run(context, args as never, options as never)) ?? exit.done
  } catch (error) {
    if (error instanceof ClosedOutput) return exit.done
    const { report } = await import('./fail.ts')
    const cutOff = io.signal.aborted ? watch?.summary() : undefined
    return await report(error, { io, global, carriedOut: carriedOut ?? cutOff })
  } finally {
    // A connection that is broken may refuse to close well; the outcome is known by now.
    await client?.close().catch(() => undefined)
  }
}
