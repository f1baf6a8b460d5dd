import { CommanderError } from 'commander'
import { commands } from './commands/index.ts'
import type { Io } from './io.ts'
import { ClosedOutput, widthOf } from './io.ts'
import { exit } from './failures.ts'
import { type Invocation, type ProgramOutput, readCommandLine } from './program.ts'
import { version } from './version.ts'

const description = 'Zones as files, records as tables, any call, and a local Cloudflare.'

/** Commander's complaint in our form: what, and what to do next. */
const usageText = (error: CommanderError): string => {
  const [first = '', ...more] = error.message.replace(/^error: /, '').split('\n').filter((line) => line !== '')
  return `zw: ${[first.replace(/\.$/, ''), ...more.map((line) => line.replace(/^\((.*)\)$/, '$1').replace(/^Did/, 'did'))].join('; ')}; see zw --help`
}

const invocationOf = async (argv: readonly string[], io: Io): Promise<Invocation | number> => {
  const written: ProgramOutput = { out: '', err: '' }
  try {
    const invocation = await readCommandLine(argv, { commands, version, description }, written, widthOf(io.stdout))
    return invocation ?? exit.usage
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (written.out !== '') await io.stdout.write(written.out)
    if (error.exitCode === 0) return exit.done
    // A group without its command: its help is what one wants to see.
    await io.stderr.write(error.code === 'commander.help' ? written.err : `${usageText(error)}\n`)
    return exit.usage
  }
}

/**
 * Runs one command line and gives its exit code. It never throws and never ends the process.
 * @example const code = await run(['zones', '-o', 'json'], io)
 */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  try {
    const invocation = await invocationOf(argv, io)
    if (typeof invocation === 'number') return invocation
    const { perform } = await import('./perform.ts')
    return await perform(invocation, io)
  } catch (error) {
    if (error instanceof ClosedOutput) return exit.done
    const { report } = await import('./fail.ts')
    return report(error, { io })
  }
}
