import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** A child process with its output. */
export type Child = ChildProcessByStdio<null, Readable, Readable>

/** Starts a TypeScript file of this folder as a process of its own, on sources; compiled code is kept between processes, which is most of a start. */
export const startChild = (file: string, args: readonly string[]): Child =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--conditions=@zonewright/source', fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'zonewright-compile-cache') },
  })

/** Waits until the process has ended and its output is read; both may have happened already. */
export const ended = (child: Child): Promise<void> =>
  new Promise((done) => {
    if ((child.exitCode !== null || child.signalCode !== null) && child.stdout.closed && child.stderr.closed) done()
    else child.once('close', () => done())
  })

/** The first line that the process prints, or an error with what it said instead. */
export const firstLine = (child: Child): Promise<string> =>
  new Promise((done, failed) => {
    let out = ''
    let problem = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      if (out.includes('\n')) done(out.slice(0, out.indexOf('\n')))
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (problem += chunk))
    child.once('close', () => failed(new Error(problem === '' ? 'the process ended without a word' : problem)))
  })
