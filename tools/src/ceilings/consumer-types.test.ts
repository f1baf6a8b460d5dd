import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Compiler, compile, consumer } from '../sandbox/consumer.ts'
import type { TemporaryFolder } from '../sandbox/temporary.ts'
import { type CompilerCost, compilerCost, over } from './compiler-cost.ts'

/** Ceilings of what a ten-line program costs a compiler over an empty one, in counts; `bench/src/consumer-types.ts` has CPU and memory. To raise one, say why in the same commit. */
const ceilings = { files: 30, types: 940, instantiations: 450 } as const

const program = `import { createClient, token } from '@zonewright/core'
import * as dns from '@zonewright/v4/dns'
const client = createClient({ credentials: token('secret') })
const zone_id = '023e105f4ecef8ad9ca31a8372d0c353'
const records = client.bind(dns.records)
export const made = await records.create({ zone_id, type: 'A', name: 'www', content: '192.0.2.1', ttl: 300 })
export const names: string[] = []
for await (const record of records.list({ zone_id, type: 'MX' })) names.push(record.name)
export const one = await client.call(dns.records.get, { zone_id, dns_record_id: made.id })
await client.close()
`

const compilers: readonly Compiler[] = ['typescript', 'typescript-7']
const browser = { lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'], types: [] }

describe('a ten-line program that uses one product', () => {
  let folder: TemporaryFolder
  let empty: TemporaryFolder
  beforeAll(() => {
    folder = consumer(['core', 'zone', 'v4'], { 'program.ts': program }, browser)
    empty = consumer([], { 'program.ts': 'export {}\n' }, browser)
  })
  afterAll(() => {
    for (const one of [folder, empty]) one?.[Symbol.dispose]()
  })

  it.each(compilers)('costs %s few files and types, with every declaration file checked and without the types of Node', (compiler) => {
    const more: CompilerCost = over(compilerCost(compiler, folder.path), compilerCost(compiler, empty.path))
    console.log(`${compiler}: over an empty program ${JSON.stringify(more)}`)
    expect(more.files).toBeLessThanOrEqual(ceilings.files)
    expect(more.types).toBeLessThanOrEqual(ceilings.types)
    expect(more.instantiations).toBeLessThanOrEqual(ceilings.instantiations)
  }, 60_000)

  it('reads declarations of this toolkit alone', () => {
    const read = compile('typescript-7', folder.path, '--listFilesOnly').output.split('\n').filter((path) => path.includes('/node_modules/') && !/\/lib\.[\w.]+\.d\.ts$/.test(path))
    expect(read.filter((path) => !path.includes('/node_modules/@zonewright/'))).toEqual([])
    expect(read.length).toBeGreaterThan(0)
  })
})
