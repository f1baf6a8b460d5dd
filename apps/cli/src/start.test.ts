import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('./zw.ts', import.meta.url))
const tell = `data:text/javascript,${encodeURIComponent("import{registerHooks}from'node:module';registerHooks({resolve(s,c,n){const r=n(s,c);process.stderr.write(r.url+'\\n');return r}})")}`

const loadedBy = (...argv: string[]): string => spawnSync(process.execPath, ['--conditions=@zonewright/source', '--import', tell, entry, ...argv], { encoding: 'utf8' }).stderr

describe('the start', () => {
  it.each([['--help'], ['--version'], ['zone', '--help'], ['record', 'add', '--help'], ['emulator', '--help']])('loads nothing heavy for %s %s %s', (...argv) => {
    const loaded = loadedBy(...argv)
    expect(loaded).toContain('/commander/')
    expect(loaded).not.toMatch(/undici|yaml|cli-table3|csv-stringify|listr2|zod|packages\/|manifest\.json|-action\.ts|node:sqlite|node:http/)
  })

  it('loads no endpoint module, no undici and no emulator for zw routes', () => {
    const loaded = loadedBy('routes', '-o', 'ndjson')
    expect(loaded).toContain('manifest.json')
    expect(loaded).not.toMatch(/undici|yaml|cli-table3|listr2|zod|packages\/[a-z0-9]+\/src/)
  })
})
