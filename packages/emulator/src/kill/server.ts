/** The emulator as a process of its own, for tests: directory as the argument, its port on standard output. */
import { flushCompileCache } from 'node:module'

import { closeOnSignals, startEmulator } from '../emulator.ts'

const [data] = process.argv.slice(2)
if (data === undefined) throw new Error('usage: server.ts DIRECTORY')
try {
  const emulator = await startEmulator({ data })
  closeOnSignals(emulator)
  process.stdout.write(`${emulator.port}\n`)
  flushCompileCache()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
