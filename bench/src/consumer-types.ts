/**
 * What checking the types of a ten-line program costs that uses the packages as they are published, against an empty program
 * with the same settings, in CPU (user and system) and in peak memory. Every declaration file is checked (`skipLibCheck: false`),
 * by both compilers, in a program for Node (`@types/node`) and in one with the standard libraries of a browser alone.
 * Prints one JSON line: medians of processes that run in turn. It needs GNU time, which alone tells the peak memory of a child.
 * Usage: `node bench/src/consumer-types.ts [--runs 7]`
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compilerCommand, consumer } from '../../tools/src/sandbox/consumer.ts'

interface Cost {
  readonly cpuSeconds: number
  readonly megabytes: number
}

const time = '/usr/bin/time'

const program = (imported: string): string => `import { createClient, token } from '@zonewright/core'
import ${imported}
const client = createClient({ credentials: token('secret') })
const zone_id = '023e105f4ecef8ad9ca31a8372d0c353'
const records = client.bind(dns.records)
export const made = await records.create({ zone_id, type: 'A', name: 'www', content: '192.0.2.1', ttl: 300 })
export const names: string[] = []
for await (const record of records.list({ zone_id, type: 'MX' })) names.push(record.name)
export const one = await client.call(dns.records.get, { zone_id, dns_record_id: made.id })
await client.close()
`

const programs = { empty: 'export {}\n', product: program("* as dns from '@zonewright/v4/dns'"), whole: program("{ dns } from '@zonewright/v4'") } as const
const settings = { node: {}, browser: { lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'], types: [] } } as const
const compilers = ['typescript', 'typescript-7'] as const

const measure = (compiler: (typeof compilers)[number], folder: string): Cost => {
  const { status, stdout, stderr } = spawnSync(time, ['-f', '%U %S %M', ...compilerCommand(compiler, folder)], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout + stderr)
  const [user = 0, system = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { cpuSeconds: user + system, megabytes: kilobytes / 1024 }
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
const rounded = (value: number): number => Math.round(value * 1000) / 1000

if (!existsSync(time)) throw new Error(`${time} is missing; install GNU time (on Debian: apt-get install time)`)
const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } })
const runs = Number(values.runs)
const result: Record<string, Record<string, unknown>> = {}
for (const [name, compilerOptions] of Object.entries(settings)) {
  const names = Object.keys(programs) as (keyof typeof programs)[]
  const folders = new Map(names.map((one) => [one, consumer(['core', 'zone', 'v4'], { 'program.ts': programs[one] }, compilerOptions)]))
  try {
    for (const compiler of compilers) {
      const costs = new Map(names.map((one) => [one, [] as Cost[]]))
      // The first round only warms the disk.
      for (let run = -1; run < runs; run++) for (const [one, folder] of folders) {
        const cost = measure(compiler, folder.path)
        if (run >= 0) costs.get(one)?.push(cost)
      }
      const of = (one: keyof typeof programs, field: keyof Cost): number => median((costs.get(one) ?? []).map((cost) => cost[field]))
      const ratios = (one: 'product' | 'whole') => ({ cpu: rounded(of(one, 'cpuSeconds') / of('empty', 'cpuSeconds')), memory: rounded(of(one, 'megabytes') / of('empty', 'megabytes')) })
      result[name] = { ...result[name], [compiler]: { product: ratios('product'), whole: ratios('whole'), empty: { cpuSeconds: rounded(of('empty', 'cpuSeconds')), megabytes: Math.round(of('empty', 'megabytes')) } } }
    }
  } finally {
    for (const folder of folders.values()) folder[Symbol.dispose]()
  }
}
process.stdout.write(`${JSON.stringify({ bench: 'consumer-types', runs, ratioToEmptyProgram: result })}\n`)
