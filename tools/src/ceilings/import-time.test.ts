import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../workspace.ts'

/** Ceilings as ratios to importing undici's index, in the same minute on the same machine. To raise one, say why in the same commit. */
const ceilings = { import: 0.25, firstRequest: 0.8 } as const

interface Line {
  readonly ratio: Readonly<Record<'importToUndiciImport' | 'firstRequestToUndiciImport', { readonly cpu: number }>>
  readonly transportFilesBeforeFirstRequest: number
  readonly transportFilesAfterFirstRequest: number
}

describe('the time to start', () => {
  it('is a part of what importing undici costs, and the transport waits for the first request', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench/src/import-time.ts'), '--runs', '5'], { encoding: 'utf8' })
    expect(stderr).toBe('')
    console.log(stdout.trim())
    const line = JSON.parse(stdout) as Line
    expect(line.transportFilesBeforeFirstRequest).toBe(0)
    expect(line.transportFilesAfterFirstRequest).toBeGreaterThan(0)
    expect(line.ratio.importToUndiciImport.cpu).toBeLessThan(ceilings.import)
    expect(line.ratio.firstRequestToUndiciImport.cpu).toBeLessThan(ceilings.firstRequest)
  }, 60_000)
})
