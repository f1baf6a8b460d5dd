import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runGuide } from './run-guide.ts'

it('the guide "Move an old program to v4 in an afternoon" does what it says, from a dead script to one that works on v4', () =>
  runGuide('old-programs.md', async ({ folder, steps, emulator }) => {
    expect(steps.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(12)
    expect(await readFile(join(folder, 'bridge.log'), 'utf8')).not.toMatch(/0f1e2d3c|00112233|zw-demo-token/)
    // What a stranger's key asked for was not forwarded.
    expect(emulator.requests.all().every(({ status }) => status < 400)).toBe(true)
  }), 240_000)
