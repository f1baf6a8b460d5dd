import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { members } from './workspace.ts'

interface Entry {
  readonly '@zonewright/source'?: string
  readonly default?: string
}

const entries = members().flatMap(({ folder }) => {
  const { name, private: hidden, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; private?: boolean; exports?: Readonly<Record<string, Entry | string>> }
  if (hidden === true) return []
  return Object.entries(exports ?? {}).flatMap(([path, entry]) => {
    if (typeof entry === 'string' || entry['@zonewright/source'] === undefined || entry.default === undefined) return []
    return [{ title: `${name}${path.slice(1)}`, source: join(folder, entry['@zonewright/source']), built: join(folder, entry.default) }]
  })
})

const namesOf = async (file: string): Promise<string[]> => Object.keys((await import(pathToFileURL(file).href)) as object).toSorted()

describe('what is built', () => {
  it.each(entries)('exports from $title what its source exports, and no part of its neighbours', async ({ source, built }) => {
    if (!existsSync(built)) throw new Error('not built: run `pnpm build` first')
    expect(await namesOf(built)).toEqual(await namesOf(source))
  })
})
