import { type Emulator, startEmulator } from '@zonewright/emulator'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { type GuideStep, guideSteps } from './steps.ts'

const entry = fileURLToPath(new URL('../zw.ts', import.meta.url))

const mark = '::ended with'

/** All steps as one script, so that folders and variables last; each command tells its exit code. */
const scriptOf = (steps: readonly GuideStep[], rename: (line: string) => string): string =>
  steps
    .flatMap((step) => {
      if (step.kind === 'file') return [`cat > ${step.path} <<'END-OF-FILE'`, `${rename(step.text)}END-OF-FILE`]
      return step.kind === 'command' ? [rename(step.line), `echo "${mark} $?"`] : []
    })
    .join('\n')

const runName = /\d{8}T\d{6}\.\d{3}Z-[a-z0-9.-]+-[0-9a-f]{4}/g

const rayId = /(?<=ray )[0-9a-f]{16}-[A-Z]{3}/g

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

const follow = (steps: readonly GuideStep[], said: readonly string[]): void => {
  let at = 0
  let since = 0
  for (const step of steps) {
    if (step.kind === 'command') {
      const end = said.findIndex((line, index) => index >= at && line.startsWith(mark))
      expect(`${step.line} ${said[end]}\n${said.slice(at, end).join('\n')}`).toContain(`${step.line} ${mark} ${step.code}\n`)
      if (/^(?:zw|sh|curl|cat) /.test(step.line)) since = at
      at = end + 1
    } else if (step.kind === 'output') {
      const shown = said.slice(since, at)
      let last = -1
      for (const line of step.lines) {
        const found = shown.indexOf(line, last + 1)
        expect(found, `${line}\nin\n${shown.join('\n')}`).toBeGreaterThan(last)
        last = found
      }
    }
  }
}

/** What a reader of a guide has in the end. */
export interface Read {
  readonly folder: string
  readonly steps: readonly GuideStep[]
  readonly emulator: Emulator
}

/**
 * Does what a guide tells its reader, in a folder of its own and in one shell, with a Cloudflare on a free port, and expects what it
 * says that the reader sees. Port 8788, where a guide has a server of its own, is another free one.
 */
export const runGuide = async (name: string, inspect: (read: Read) => Promise<void>): Promise<void> => {
  const emulator = await startEmulator({})
  const folder = await mkdtemp(join(tmpdir(), 'zonewright-guide-'))
  try {
    const zw = join(folder, 'zw')
    await writeFile(zw, `#!/bin/sh\nexec "${process.execPath}" --disable-warning=ExperimentalWarning --conditions=@zonewright/source "${entry}" "$@"\n`)
    await chmod(zw, 0o700)
    const port = await freePort()
    const rename = (line: string): string => line.replaceAll('127.0.0.1:8787', `127.0.0.1:${emulator.port}`).replaceAll('8788', String(port))
    const steps = guideSteps(await readFile(fileURLToPath(new URL(`../../../../docs/guide/${name}`, import.meta.url)), 'utf8'))
    const shell = spawn('sh', ['-c', `exec 2>&1\n${scriptOf(steps, rename)}`], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}`, XDG_STATE_HOME: join(folder, 'state'), NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null' } })
    let output = ''
    shell.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    await once(shell, 'close')
    follow(steps, output.replaceAll(runName, 'RUN').replaceAll(rayId, 'RAY').split('\n'))
    await inspect({ folder, steps, emulator })
  } finally {
    await emulator.close()
    await rm(folder, { recursive: true })
  }
}
