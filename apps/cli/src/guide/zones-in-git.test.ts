import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runGuide } from './run-guide.ts'

it('the guide "Put your zones in git" does what it says, from nothing to a change that was reviewed, applied and taken back', () =>
  runGuide('zones-in-git.md', async ({ folder, steps }) => {
    expect(steps.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(20)
    expect(await readFile(join(folder, 'dns', 'plan.html'), 'utf8')).toContain('_dmarc')
  }), 240_000)
