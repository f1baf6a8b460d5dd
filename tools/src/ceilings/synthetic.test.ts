import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarationsOf } from '../declarations/declarations.ts'
import { buildSynthetic, syntheticPackage } from '../synthetic.ts'
import { consumer, installPublished } from '../sandbox/consumer.ts'
import type { TemporaryFolder } from '../sandbox/temporary.ts'
import { readMember } from '../workspace.ts'
import { bundleSize } from './bundle.ts'
import { loadedFiles } from './loaded-files.ts'
import { type CompilerCost, compilerCost, over } from './compiler-cost.ts'

/**
 * Ceilings for a program over an API of 2,000 endpoints: 20 modules used, one call of each.
 * They stand a few percent above what was measured. To raise one, say why in the same commit.
 */
const ceilings = {
  declarations: { files: 101, bytes: 1_050_000 },
  typescript: { types: 2_000, instantiations: 2_500 },
  'typescript-7': { types: 2_000, instantiations: 2_500 },
  /** Bytes of one module more or less loaded by a call, minified: its own twenty endpoints. */
  bundle: 6_000,
} as const

const size = { modules: 100, endpoints: 20 }
const used = Array.from({ length: 20 }, (_, module) => module * 5)

const program = `import { createClient } from '@zonewright/core'
${used.map((module) => `import * as module${module} from '@zonewright/synthetic/module${module}'`).join('\n')}
const client = createClient()
const zone_id = 'z'
${used.map((module, index) => [
  `export const result${module} = await client.bind(module${module}).call3({ zone_id, name: 'n', kind: 'plain' })`,
  `export const result${module} = (await client.bind(module${module}).call1({ zone_id }).first())?.settings?.ttl`,
  `export const result${module} = (await client.call(module${module}.call0, { zone_id, thing_id: 't' })).name`,
][index % 3]).join('\n')}
`

describe('an API of 2,000 endpoints', () => {
  let library: TemporaryFolder
  let folder: TemporaryFolder
  let empty: TemporaryFolder
  const made = { files: 0, bytes: 0, seconds: 0 }

  beforeAll(async () => {
    library = syntheticPackage(size)
    const started = performance.now()
    const declarations = declarationsOf(readMember(library.path))
    made.seconds = Math.round((performance.now() - started) / 100) / 10
    for (const [path, text] of declarations) {
      made.files++
      made.bytes += text.length
      library.write(`dist/${path}`, text)
    }
    await buildSynthetic(library)
    folder = consumer(['core', 'zone', 'v4'], { 'program.ts': program })
    installPublished(folder.path, readMember(library.path))
    empty = consumer([], { 'program.ts': 'export {}\n' })
  }, 120_000)
  afterAll(() => {
    for (const one of [library, folder, empty]) one?.[Symbol.dispose]()
  })

  it('has declarations of this many bytes and no more', () => {
    console.log(`declarations: ${JSON.stringify(made)}`)
    expect(made.files).toBe(ceilings.declarations.files)
    expect(made.bytes).toBeLessThan(ceilings.declarations.bytes)
  })

  it.each(['typescript', 'typescript-7'] as const)('costs a user of twenty modules few types with %s', (version) => {
    const base = compilerCost(version, empty.path)
    const cost: CompilerCost = compilerCost(version, folder.path)
    const more = over(cost, base)
    console.log(`${version}: over an empty program ${JSON.stringify(more)}; CPU ${(cost.seconds / base.seconds).toFixed(2)} times`)
    expect(more.types).toBeLessThan(ceilings[version].types)
    expect(more.instantiations).toBeLessThan(ceilings[version].instantiations)
  }, 60_000)

  it('bundles one call with its own module and none of the others', async () => {
    const call = (module: number): string => `import { call0 as call${module} } from '@zonewright/synthetic/module${module}'\nconsole.log(call${module})\n`
    const one = await bundleSize(folder.path, `import { createClient } from '@zonewright/core'\n${call(0)}console.log(createClient())\n`)
    const two = await bundleSize(folder.path, `import { createClient } from '@zonewright/core'\n${call(0)}${call(1)}console.log(createClient())\n`)
    console.log(`one call: ${one.start.bytes} bytes, ${one.start.gzip} packed; one module more: ${two.start.bytes - one.start.bytes}, ${two.start.gzip - one.start.gzip} packed`)
    expect(one.parts.filter(([path]) => /module\d/.test(path)).map(([path]) => path.replace(/.*\//, ''))).toEqual(['module0.js'])
    expect(two.start.bytes - one.start.bytes).toBeLessThan(ceilings.bundle)
  })

  it('loads one file for a module, however many there are', () => {
    const files = loadedFiles(folder.path, "import '@zonewright/synthetic/module7'")
    expect(files.filter((file) => file.includes('/synthetic/'))).toHaveLength(1)
  })
})
