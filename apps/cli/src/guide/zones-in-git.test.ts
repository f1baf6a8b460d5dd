import { startEmulator } from '@zonewright/emulator'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type GuideStep, guideSteps } from './steps.ts'

const guide = fileURLToPath(new URL('../../../../docs/guide/zones-in-git.md', import.meta.url))
const entry = fileURLToPath(new URL('../zw.ts', import.meta.url))

const mark = '::ended with'

/** All steps as one script, so that folders and variables last; each command tells its exit code. */
const scriptOf = (steps: readonly GuideStep[], port: number): string =>
  steps
    .flatMap((step) => {
      if (step.kind === 'file') return [`cat > ${step.path} <<'END-OF-FILE'`, `${step.text}END-OF-FILE`]
      return step.kind === 'command' ? [step.line.replaceAll('127.0.0.1:8787', `127.0.0.1:${port}`), `echo "${mark} $?"`] : []
    })
    .join('\n')

const run = /\d{8}T\d{6}\.\d{3}Z-[a-z0-9.-]+-[0-9a-f]{4}/g

it('the guide "Put your zones in git" does what it says, from nothing to a change that was reviewed, applied and taken back', async () => {
  const emulator = await startEmulator({})
  const folder = await mkdtemp(join(tmpdir(), 'zonewright-guide-'))
  try {
    const zw = join(folder, 'zw')
    await writeFile(zw, `#!/bin/sh\nexec "${process.execPath}" --disable-warning=ExperimentalWarning --conditions=@zonewright/source "${entry}" "$@"\n`)
    await chmod(zw, 0o700)
    const steps = guideSteps(await readFile(guide, 'utf8'))
    expect(steps.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(20)
    const shell = spawn('sh', ['-c', `exec 2>&1\n${scriptOf(steps, emulator.port)}`], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}`, XDG_STATE_HOME: join(folder, 'state'), NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null' } })
    let output = ''
    shell.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    await once(shell, 'close')
    const said = output.replaceAll(run, 'RUN').split('\n')
    let at = 0
    let since = 0
    for (const step of steps) {
      if (step.kind === 'command') {
        const end = said.findIndex((line, index) => index >= at && line.startsWith(mark))
        expect(`${step.line} ${said[end]}\n${said.slice(at, end).join('\n')}`).toContain(`${step.line} ${mark} ${step.code}\n`)
        if (step.line.startsWith('zw')) since = at
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
    expect(await readFile(join(folder, 'dns', 'plan.html'), 'utf8')).toContain('_dmarc')
  } finally {
    await emulator.close()
    await rm(folder, { recursive: true })
  }
}, 240_000)
