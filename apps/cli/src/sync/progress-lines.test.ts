import { afterEach, describe, expect, it, vi } from 'vitest'
import { progressLines } from './progress-lines.ts'

const context = { io: { stderr: { isTTY: true, columns: 80, write: () => Promise.resolve() }, env: {} }, global: {} } as never

/** What is written to the streams of the process while lines are shown; a test has no terminal, which is as when stdout goes to a file. */
const written = async (zones: readonly string[], work: (lines: Awaited<ReturnType<typeof progressLines>>) => void): Promise<{ readonly out: string; readonly err: string }> => {
  const texts = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((texts.out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((texts.err += String(text))))
  const lines = await progressLines(context, zones)
  work(lines)
  await lines.close()
  vi.restoreAllMocks()
  return texts
}

afterEach(() => vi.restoreAllMocks())

describe('the lines of a run', () => {
  it('go to stderr alone, though stdout is no terminal: results go there', async () => {
    const { out, err } = await written(['example.com'], (lines) => {
      lines.say('example.com', '3 changes, proven')
      lines.end('example.com', false)
    })
    expect(out).toBe('')
    expect(err).toContain('✔ example.com: 3 changes, proven')
  })

  it('show what was cut off as failed', async () => {
    const { err } = await written(['example.com'], (lines) => lines.say('example.com', '0 of 3'))
    expect(err).toContain('✖ example.com: 0 of 3')
    expect(err).not.toContain('✔')
  })

  it('of many zones are one, which is well when all are', async () => {
    const zones = Array.from({ length: 25 }, (_, index) => `z${index}.example`)
    const all = (failed: number) => written(zones, (lines) => zones.forEach((zone, index) => lines.end(zone, index === failed)))
    expect((await all(-1)).err).toContain('✔ zones: 25 of 25')
    expect((await all(3)).err).toContain('✖ zones: 25 of 25')
    expect((await written(zones, (lines) => lines.end('z1.example', false))).err).not.toContain('✔')
  })
})
